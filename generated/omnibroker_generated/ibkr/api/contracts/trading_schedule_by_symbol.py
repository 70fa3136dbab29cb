from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.broker_error import BrokerError
from ...models.symbol_schedule import SymbolSchedule
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    asset_class: str,
    symbol: str,
    conid: str | Unset = UNSET,
    exchange: str | Unset = UNSET,
    exchange_filter: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["assetClass"] = asset_class

    params["symbol"] = symbol

    params["conid"] = conid

    params["exchange"] = exchange

    params["exchangeFilter"] = exchange_filter

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/trsrv/secdef/schedule",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BrokerError | list[SymbolSchedule] | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(
            Any,
            (
                [(SymbolSchedule.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
                if isinstance(_value, list)
                else _value
            ),
        )

    if response.status_code == 400:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 401:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 404:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 429:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 500:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 503:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    _value = read_json(response)
    return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[BrokerError | list[SymbolSchedule]]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    asset_class: str,
    symbol: str,
    conid: str | Unset = UNSET,
    exchange: str | Unset = UNSET,
    exchange_filter: str | Unset = UNSET,
) -> Response[BrokerError | list[SymbolSchedule]]:
    """Read the trading hours of a symbol by venue

     Weekdays are coded as dates in January 2000; trading_schedule is the newer form.

    Args:
        asset_class (str):
        symbol (str):
        conid (str | Unset):
        exchange (str | Unset):
        exchange_filter (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BrokerError | list[SymbolSchedule]]
    """

    kwargs = _get_kwargs(
        asset_class=asset_class,
        symbol=symbol,
        conid=conid,
        exchange=exchange,
        exchange_filter=exchange_filter,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    asset_class: str,
    symbol: str,
    conid: str | Unset = UNSET,
    exchange: str | Unset = UNSET,
    exchange_filter: str | Unset = UNSET,
) -> BrokerError | list[SymbolSchedule] | None:
    """Read the trading hours of a symbol by venue

     Weekdays are coded as dates in January 2000; trading_schedule is the newer form.

    Args:
        asset_class (str):
        symbol (str):
        conid (str | Unset):
        exchange (str | Unset):
        exchange_filter (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BrokerError | list[SymbolSchedule]
    """

    return (
        await asyncio_detailed(
            client=client,
            asset_class=asset_class,
            symbol=symbol,
            conid=conid,
            exchange=exchange,
            exchange_filter=exchange_filter,
        )
    ).parsed
