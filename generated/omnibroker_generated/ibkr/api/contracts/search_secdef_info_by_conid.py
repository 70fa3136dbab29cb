from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.broker_error import BrokerError
from ...models.derivative_contract import DerivativeContract
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    conid: str,
    sectype: str,
    month: str | Unset = UNSET,
    exchange: str | Unset = UNSET,
    strike: str | Unset = UNSET,
    right: str | Unset = UNSET,
    issuer_id: str | Unset = UNSET,
    filters: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["conid"] = conid

    params["sectype"] = sectype

    params["month"] = month

    params["exchange"] = exchange

    params["strike"] = strike

    params["right"] = right

    params["issuerId"] = issuer_id

    params["filters"] = filters

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/iserver/secdef/info",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BrokerError | list[DerivativeContract] | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(
            Any,
            (
                [(DerivativeContract.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
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
) -> Response[BrokerError | list[DerivativeContract]]:
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
    month: str | Unset = UNSET,
    exchange: str | Unset = UNSET,
    strike: str | Unset = UNSET,
    right: str | Unset = UNSET,
    issuer_id: str | Unset = UNSET,
    filters: str | Unset = UNSET,
) -> Response[BrokerError | list[DerivativeContract]]:
    """List the derivative contracts of an underlying

     search_contract_by_symbol has to come first for the underlying, then search_strikes_by_conid. One
    strike and month returns every expiration of the month, both rights when right is left out.

    Args:
        conid (str):
        sectype (str):
        month (str | Unset):
        exchange (str | Unset):
        strike (str | Unset):
        right (str | Unset):
        issuer_id (str | Unset):
        filters (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BrokerError | list[DerivativeContract]]
    """

    kwargs = _get_kwargs(
        conid=conid,
        sectype=sectype,
        month=month,
        exchange=exchange,
        strike=strike,
        right=right,
        issuer_id=issuer_id,
        filters=filters,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    conid: str,
    sectype: str,
    month: str | Unset = UNSET,
    exchange: str | Unset = UNSET,
    strike: str | Unset = UNSET,
    right: str | Unset = UNSET,
    issuer_id: str | Unset = UNSET,
    filters: str | Unset = UNSET,
) -> BrokerError | list[DerivativeContract] | None:
    """List the derivative contracts of an underlying

     search_contract_by_symbol has to come first for the underlying, then search_strikes_by_conid. One
    strike and month returns every expiration of the month, both rights when right is left out.

    Args:
        conid (str):
        sectype (str):
        month (str | Unset):
        exchange (str | Unset):
        strike (str | Unset):
        right (str | Unset):
        issuer_id (str | Unset):
        filters (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BrokerError | list[DerivativeContract]
    """

    return (
        await asyncio_detailed(
            client=client,
            conid=conid,
            sectype=sectype,
            month=month,
            exchange=exchange,
            strike=strike,
            right=right,
            issuer_id=issuer_id,
            filters=filters,
        )
    ).parsed
