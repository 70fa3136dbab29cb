from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.broker_error import BrokerError
from ...models.contract_search_result import ContractSearchResult
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    symbol: str,
    name: str | Unset = UNSET,
    sec_type: str | Unset = UNSET,
    more: str | Unset = UNSET,
    fund: str | Unset = UNSET,
    fund_family_conid_ex: str | Unset = UNSET,
    pattern: str | Unset = UNSET,
    referrer: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["symbol"] = symbol

    params["name"] = name

    params["secType"] = sec_type

    params["more"] = more

    params["fund"] = fund

    params["fundFamilyConidEx"] = fund_family_conid_ex

    params["pattern"] = pattern

    params["referrer"] = referrer

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/iserver/secdef/search",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BrokerError | list[ContractSearchResult] | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(
            Any,
            (
                [(ContractSearchResult.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
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
) -> Response[BrokerError | list[ContractSearchResult]]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    symbol: str,
    name: str | Unset = UNSET,
    sec_type: str | Unset = UNSET,
    more: str | Unset = UNSET,
    fund: str | Unset = UNSET,
    fund_family_conid_ex: str | Unset = UNSET,
    pattern: str | Unset = UNSET,
    referrer: str | Unset = UNSET,
) -> Response[BrokerError | list[ContractSearchResult]]:
    """Search contracts by symbol or name

     Has to precede search_strikes_by_conid and search_secdef_info_by_conid for the same underlying in
    the same session, without name; a cached answer would not count, so none is declared.

    Args:
        symbol (str):
        name (str | Unset):
        sec_type (str | Unset):
        more (str | Unset):
        fund (str | Unset):
        fund_family_conid_ex (str | Unset):
        pattern (str | Unset):
        referrer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BrokerError | list[ContractSearchResult]]
    """

    kwargs = _get_kwargs(
        symbol=symbol,
        name=name,
        sec_type=sec_type,
        more=more,
        fund=fund,
        fund_family_conid_ex=fund_family_conid_ex,
        pattern=pattern,
        referrer=referrer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    symbol: str,
    name: str | Unset = UNSET,
    sec_type: str | Unset = UNSET,
    more: str | Unset = UNSET,
    fund: str | Unset = UNSET,
    fund_family_conid_ex: str | Unset = UNSET,
    pattern: str | Unset = UNSET,
    referrer: str | Unset = UNSET,
) -> BrokerError | list[ContractSearchResult] | None:
    """Search contracts by symbol or name

     Has to precede search_strikes_by_conid and search_secdef_info_by_conid for the same underlying in
    the same session, without name; a cached answer would not count, so none is declared.

    Args:
        symbol (str):
        name (str | Unset):
        sec_type (str | Unset):
        more (str | Unset):
        fund (str | Unset):
        fund_family_conid_ex (str | Unset):
        pattern (str | Unset):
        referrer (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BrokerError | list[ContractSearchResult]
    """

    return (
        await asyncio_detailed(
            client=client,
            symbol=symbol,
            name=name,
            sec_type=sec_type,
            more=more,
            fund=fund,
            fund_family_conid_ex=fund_family_conid_ex,
            pattern=pattern,
            referrer=referrer,
        )
    ).parsed
