from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.broker_error import BrokerError
from ...models.strikes import Strikes
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    conid: str,
    sectype: str,
    month: str,
    exchange: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["conid"] = conid

    params["sectype"] = sectype

    params["month"] = month

    params["exchange"] = exchange

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/iserver/secdef/strikes",
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> BrokerError | Strikes | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (Strikes.from_dict(_value) if isinstance(_value, dict) else _value))

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
) -> Response[BrokerError | Strikes]:
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
    sectype: str,
    month: str,
    exchange: str | Unset = UNSET,
) -> Response[BrokerError | Strikes]:
    """List the strikes of a month

     search_contract_by_symbol has to come first for the underlying in this session, otherwise both lists
    are empty with status 200.

    Args:
        conid (str):
        sectype (str):
        month (str):
        exchange (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BrokerError | Strikes]
    """

    kwargs = _get_kwargs(
        conid=conid,
        sectype=sectype,
        month=month,
        exchange=exchange,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    conid: str,
    sectype: str,
    month: str,
    exchange: str | Unset = UNSET,
) -> BrokerError | Strikes | None:
    """List the strikes of a month

     search_contract_by_symbol has to come first for the underlying in this session, otherwise both lists
    are empty with status 200.

    Args:
        conid (str):
        sectype (str):
        month (str):
        exchange (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BrokerError | Strikes
    """

    return (
        await asyncio_detailed(
            client=client,
            conid=conid,
            sectype=sectype,
            month=month,
            exchange=exchange,
        )
    ).parsed
