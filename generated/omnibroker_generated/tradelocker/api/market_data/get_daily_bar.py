from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.daily_bar_response import DailyBarResponse
from ...models.error_response import ErrorResponse
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    bar_type: str,
    tradable_instrument_id: str,
    route_id: str,
    acc_num: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(acc_num, Unset):
        headers["accNum"] = acc_num

    params: dict[str, Any] = {}

    params["barType"] = bar_type

    params["tradableInstrumentId"] = tradable_instrument_id

    params["routeId"] = route_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/trade/dailyBar",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DailyBarResponse | ErrorResponse | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (DailyBarResponse.from_dict(_value) if isinstance(_value, dict) else _value))

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
) -> Response[DailyBarResponse | ErrorResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    bar_type: str,
    tradable_instrument_id: str,
    route_id: str,
    acc_num: str | Unset = UNSET,
) -> Response[DailyBarResponse | ErrorResponse]:
    """Read the bar of the current day

    Args:
        bar_type (str):
        tradable_instrument_id (str):
        route_id (str):
        acc_num (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DailyBarResponse | ErrorResponse]
    """

    kwargs = _get_kwargs(
        bar_type=bar_type,
        tradable_instrument_id=tradable_instrument_id,
        route_id=route_id,
        acc_num=acc_num,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    bar_type: str,
    tradable_instrument_id: str,
    route_id: str,
    acc_num: str | Unset = UNSET,
) -> DailyBarResponse | ErrorResponse | None:
    """Read the bar of the current day

    Args:
        bar_type (str):
        tradable_instrument_id (str):
        route_id (str):
        acc_num (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DailyBarResponse | ErrorResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            bar_type=bar_type,
            tradable_instrument_id=tradable_instrument_id,
            route_id=route_id,
            acc_num=acc_num,
        )
    ).parsed
