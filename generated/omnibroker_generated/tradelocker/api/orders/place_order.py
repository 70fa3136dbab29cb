from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.error_response import ErrorResponse
from ...models.post_order import PostOrder
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    account_id: str,
    *,
    body: PostOrder,
    acc_num: str | Unset = UNSET,
    developer_api_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(acc_num, Unset):
        headers["accNum"] = acc_num

    if not isinstance(developer_api_key, Unset):
        headers["developer-api-key"] = developer_api_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/trade/accounts/{account_id}/orders".format(
            account_id=quote(str(account_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | ErrorResponse | None:
    if response.status_code == 200:
        return cast(Any, read_json(response))

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
    account_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: PostOrder,
    acc_num: str | Unset = UNSET,
    developer_api_key: str | Unset = UNSET,
) -> Response[Any | ErrorResponse]:
    """Place an order

     The answer comes before the order is filled or refused by the market. A failed answer does not prove
    that the order was refused; sent again, it opens a second position.

    Args:
        account_id (str):
        acc_num (str | Unset):
        developer_api_key (str | Unset):
        body (PostOrder): One order. A market order needs IOC; limit and stop need GTC. A limit
            needs price, a stop stopPrice. There is no client order id and nothing removes duplicates.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorResponse]
    """

    kwargs = _get_kwargs(
        account_id=account_id,
        body=body,
        acc_num=acc_num,
        developer_api_key=developer_api_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    account_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: PostOrder,
    acc_num: str | Unset = UNSET,
    developer_api_key: str | Unset = UNSET,
) -> Any | ErrorResponse | None:
    """Place an order

     The answer comes before the order is filled or refused by the market. A failed answer does not prove
    that the order was refused; sent again, it opens a second position.

    Args:
        account_id (str):
        acc_num (str | Unset):
        developer_api_key (str | Unset):
        body (PostOrder): One order. A market order needs IOC; limit and stop need GTC. A limit
            needs price, a stop stopPrice. There is no client order id and nothing removes duplicates.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorResponse
    """

    return (
        await asyncio_detailed(
            account_id=account_id,
            client=client,
            body=body,
            acc_num=acc_num,
            developer_api_key=developer_api_key,
        )
    ).parsed
