from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.instrument_page import InstrumentPage
from ...models.instrument_type import InstrumentType
from ...models.problem import Problem
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    query: str,
    type_: InstrumentType | Unset = UNSET,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["query"] = query

    json_type_: str | Unset = UNSET
    if not isinstance(type_, Unset):
        json_type_ = type_

    params["type"] = json_type_

    params["account_id"] = account_id

    params["connection"] = connection

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/instruments",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> InstrumentPage | Problem | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (InstrumentPage.from_dict(_value) if isinstance(_value, dict) else _value))

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


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[InstrumentPage | Problem]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    query: str,
    type_: InstrumentType | Unset = UNSET,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Response[InstrumentPage | Problem]:
    """Search instruments by symbol or name

    Args:
        query (str): Text to search for, without control characters
        type_ (InstrumentType | Unset): Kind of an instrument Example: STOCK.
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InstrumentPage | Problem]
    """

    kwargs = _get_kwargs(
        query=query,
        type_=type_,
        account_id=account_id,
        connection=connection,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    query: str,
    type_: InstrumentType | Unset = UNSET,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> InstrumentPage | Problem | None:
    """Search instruments by symbol or name

    Args:
        query (str): Text to search for, without control characters
        type_ (InstrumentType | Unset): Kind of an instrument Example: STOCK.
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InstrumentPage | Problem
    """

    return sync_detailed(
        client=client,
        query=query,
        type_=type_,
        account_id=account_id,
        connection=connection,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    query: str,
    type_: InstrumentType | Unset = UNSET,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Response[InstrumentPage | Problem]:
    """Search instruments by symbol or name

    Args:
        query (str): Text to search for, without control characters
        type_ (InstrumentType | Unset): Kind of an instrument Example: STOCK.
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InstrumentPage | Problem]
    """

    kwargs = _get_kwargs(
        query=query,
        type_=type_,
        account_id=account_id,
        connection=connection,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    query: str,
    type_: InstrumentType | Unset = UNSET,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> InstrumentPage | Problem | None:
    """Search instruments by symbol or name

    Args:
        query (str): Text to search for, without control characters
        type_ (InstrumentType | Unset): Kind of an instrument Example: STOCK.
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InstrumentPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            query=query,
            type_=type_,
            account_id=account_id,
            connection=connection,
            limit=limit,
        )
    ).parsed
