from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.quote_page import QuotePage
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    instrument: list[str],
    allow_delayed: bool | Unset = UNSET,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_instrument = instrument

    params["instrument"] = json_instrument

    params["allow_delayed"] = allow_delayed

    params["account_id"] = account_id

    params["connection"] = connection

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/quotes",
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | QuotePage | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (QuotePage.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 400:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 401:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 403:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 404:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 422:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 429:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 500:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 502:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 503:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    _value = read_json(response)
    return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | QuotePage]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    instrument: list[str],
    allow_delayed: bool | Unset = UNSET,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
) -> Response[Problem | QuotePage]:
    """Get quotes

     Prices that are not in real time need `allow_delayed`, else they are 403 `not_entitled`. A read
    never takes a quote permission over from another session.

    Args:
        instrument (list[str]): Canonical keys
        allow_delayed (bool | Unset): True takes prices of any quality
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | QuotePage]
    """

    kwargs = _get_kwargs(
        instrument=instrument,
        allow_delayed=allow_delayed,
        account_id=account_id,
        connection=connection,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    instrument: list[str],
    allow_delayed: bool | Unset = UNSET,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
) -> Problem | QuotePage | None:
    """Get quotes

     Prices that are not in real time need `allow_delayed`, else they are 403 `not_entitled`. A read
    never takes a quote permission over from another session.

    Args:
        instrument (list[str]): Canonical keys
        allow_delayed (bool | Unset): True takes prices of any quality
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | QuotePage
    """

    return sync_detailed(
        client=client,
        instrument=instrument,
        allow_delayed=allow_delayed,
        account_id=account_id,
        connection=connection,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    instrument: list[str],
    allow_delayed: bool | Unset = UNSET,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
) -> Response[Problem | QuotePage]:
    """Get quotes

     Prices that are not in real time need `allow_delayed`, else they are 403 `not_entitled`. A read
    never takes a quote permission over from another session.

    Args:
        instrument (list[str]): Canonical keys
        allow_delayed (bool | Unset): True takes prices of any quality
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | QuotePage]
    """

    kwargs = _get_kwargs(
        instrument=instrument,
        allow_delayed=allow_delayed,
        account_id=account_id,
        connection=connection,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    instrument: list[str],
    allow_delayed: bool | Unset = UNSET,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
) -> Problem | QuotePage | None:
    """Get quotes

     Prices that are not in real time need `allow_delayed`, else they are 403 `not_entitled`. A read
    never takes a quote permission over from another session.

    Args:
        instrument (list[str]): Canonical keys
        allow_delayed (bool | Unset): True takes prices of any quality
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | QuotePage
    """

    return (
        await asyncio_detailed(
            client=client,
            instrument=instrument,
            allow_delayed=allow_delayed,
            account_id=account_id,
            connection=connection,
        )
    ).parsed
