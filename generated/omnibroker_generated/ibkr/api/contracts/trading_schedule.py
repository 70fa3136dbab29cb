from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.broker_error import BrokerError
from ...models.trading_schedule import TradingSchedule
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    conid: str,
    exchange: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["conid"] = conid

    params["exchange"] = exchange

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/contract/trading-schedule",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BrokerError | TradingSchedule | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (TradingSchedule.from_dict(_value) if isinstance(_value, dict) else _value))

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
) -> Response[BrokerError | TradingSchedule]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    conid: str,
    exchange: str | Unset = UNSET,
) -> Response[BrokerError | TradingSchedule]:
    """Read the trading hours of a contract

    Args:
        conid (str):
        exchange (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BrokerError | TradingSchedule]
    """

    kwargs = _get_kwargs(
        conid=conid,
        exchange=exchange,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    conid: str,
    exchange: str | Unset = UNSET,
) -> BrokerError | TradingSchedule | None:
    """Read the trading hours of a contract

    Args:
        conid (str):
        exchange (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BrokerError | TradingSchedule
    """

    return (
        await asyncio_detailed(
            client=client,
            conid=conid,
            exchange=exchange,
        )
    ).parsed
