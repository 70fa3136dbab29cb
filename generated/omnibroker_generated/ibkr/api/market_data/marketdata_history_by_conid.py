from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.broker_error import BrokerError
from ...models.history import History
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    conid: str,
    bar: str,
    exchange: str | Unset = UNSET,
    period: str | Unset = UNSET,
    outside_rth: str | Unset = UNSET,
    start_time: str | Unset = UNSET,
    source: str | Unset = UNSET,
    direction: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["conid"] = conid

    params["bar"] = bar

    params["exchange"] = exchange

    params["period"] = period

    params["outsideRth"] = outside_rth

    params["startTime"] = start_time

    params["source"] = source

    params["direction"] = direction

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/iserver/marketdata/history",
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> BrokerError | History | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (History.from_dict(_value) if isinstance(_value, dict) else _value))

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
) -> Response[BrokerError | History]:
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
    bar: str,
    exchange: str | Unset = UNSET,
    period: str | Unset = UNSET,
    outside_rth: str | Unset = UNSET,
    start_time: str | Unset = UNSET,
    source: str | Unset = UNSET,
    direction: str | Unset = UNSET,
) -> Response[BrokerError | History]:
    """Read bars of a contract

     At most 1000 bars an answer and five requests at once. The first request for a contract can be slow
    or fail with 500 or 503.

    Args:
        conid (str):
        bar (str):
        exchange (str | Unset):
        period (str | Unset):
        outside_rth (str | Unset):
        start_time (str | Unset):
        source (str | Unset):
        direction (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BrokerError | History]
    """

    kwargs = _get_kwargs(
        conid=conid,
        bar=bar,
        exchange=exchange,
        period=period,
        outside_rth=outside_rth,
        start_time=start_time,
        source=source,
        direction=direction,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    conid: str,
    bar: str,
    exchange: str | Unset = UNSET,
    period: str | Unset = UNSET,
    outside_rth: str | Unset = UNSET,
    start_time: str | Unset = UNSET,
    source: str | Unset = UNSET,
    direction: str | Unset = UNSET,
) -> BrokerError | History | None:
    """Read bars of a contract

     At most 1000 bars an answer and five requests at once. The first request for a contract can be slow
    or fail with 500 or 503.

    Args:
        conid (str):
        bar (str):
        exchange (str | Unset):
        period (str | Unset):
        outside_rth (str | Unset):
        start_time (str | Unset):
        source (str | Unset):
        direction (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BrokerError | History
    """

    return (
        await asyncio_detailed(
            client=client,
            conid=conid,
            bar=bar,
            exchange=exchange,
            period=period,
            outside_rth=outside_rth,
            start_time=start_time,
            source=source,
            direction=direction,
        )
    ).parsed
