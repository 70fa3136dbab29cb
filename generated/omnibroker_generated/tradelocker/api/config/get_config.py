from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.config_response import ConfigResponse
from ...models.error_response import ErrorResponse
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    acc_num: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(acc_num, Unset):
        headers["accNum"] = acc_num

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/trade/config",
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ConfigResponse | ErrorResponse | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (ConfigResponse.from_dict(_value) if isinstance(_value, dict) else _value))

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


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ConfigResponse | ErrorResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    acc_num: str | Unset = UNSET,
) -> Response[ConfigResponse | ErrorResponse]:
    """Read the column names and the limits

     Read it for each account before any row is decoded: places are not fixed, earlier releases had fewer
    columns. The limits stand over those written here.

    Args:
        acc_num (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConfigResponse | ErrorResponse]
    """

    kwargs = _get_kwargs(
        acc_num=acc_num,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    acc_num: str | Unset = UNSET,
) -> ConfigResponse | ErrorResponse | None:
    """Read the column names and the limits

     Read it for each account before any row is decoded: places are not fixed, earlier releases had fewer
    columns. The limits stand over those written here.

    Args:
        acc_num (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConfigResponse | ErrorResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            acc_num=acc_num,
        )
    ).parsed
