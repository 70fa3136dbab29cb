from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.close_position import ClosePosition
from ...models.error_response import ErrorResponse
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    position_id: str,
    *,
    body: ClosePosition,
    strategy_id: str | Unset = UNSET,
    acc_num: str | Unset = UNSET,
    developer_api_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(acc_num, Unset):
        headers["accNum"] = acc_num

    if not isinstance(developer_api_key, Unset):
        headers["developer-api-key"] = developer_api_key

    params: dict[str, Any] = {}

    params["strategyId"] = strategy_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/trade/positions/{position_id}".format(
            position_id=quote(str(position_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | ErrorResponse | None:
    if response.status_code == 200:
        return cast(Any, read_json(response))

    if response.status_code == 204:
        return None

    if response.status_code == 400:
        _value = read_json(response)
        return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 401:
        _value = read_json(response)
        return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 403:
        _value = read_json(response)
        return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 404:
        _value = read_json(response)
        return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 429:
        _value = read_json(response)
        return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 500:
        _value = read_json(response)
        return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 503:
        _value = read_json(response)
        return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))

    _value = read_json(response)
    return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any | ErrorResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


async def asyncio_detailed(
    position_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: ClosePosition,
    strategy_id: str | Unset = UNSET,
    acc_num: str | Unset = UNSET,
    developer_api_key: str | Unset = UNSET,
) -> Response[Any | ErrorResponse]:
    """Place an order that closes a position, wholly or in part

     A DELETE with a body. First with IOC, then with GTC: success does not mean closed. Some brokers are
    said to close the whole position whatever the quantity.

    Args:
        position_id (str):
        strategy_id (str | Unset):
        acc_num (str | Unset):
        developer_api_key (str | Unset):
        body (ClosePosition):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorResponse]
    """

    kwargs = _get_kwargs(
        position_id=position_id,
        body=body,
        strategy_id=strategy_id,
        acc_num=acc_num,
        developer_api_key=developer_api_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    position_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: ClosePosition,
    strategy_id: str | Unset = UNSET,
    acc_num: str | Unset = UNSET,
    developer_api_key: str | Unset = UNSET,
) -> Any | ErrorResponse | None:
    """Place an order that closes a position, wholly or in part

     A DELETE with a body. First with IOC, then with GTC: success does not mean closed. Some brokers are
    said to close the whole position whatever the quantity.

    Args:
        position_id (str):
        strategy_id (str | Unset):
        acc_num (str | Unset):
        developer_api_key (str | Unset):
        body (ClosePosition):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorResponse
    """

    return (
        await asyncio_detailed(
            position_id=position_id,
            client=client,
            body=body,
            strategy_id=strategy_id,
            acc_num=acc_num,
            developer_api_key=developer_api_key,
        )
    ).parsed
