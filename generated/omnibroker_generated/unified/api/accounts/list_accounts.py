from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.account_page import AccountPage
from ...models.problem import Problem
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    connection: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["connection"] = connection

    params["cursor"] = cursor

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/accounts",
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> AccountPage | Problem | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (AccountPage.from_dict(_value) if isinstance(_value, dict) else _value))

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
) -> Response[AccountPage | Problem]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    connection: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Response[AccountPage | Problem]:
    """List the accounts

    Args:
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        cursor (str | Unset): Opaque place in a list; absent on the last page
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AccountPage | Problem]
    """

    kwargs = _get_kwargs(
        connection=connection,
        cursor=cursor,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    connection: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> AccountPage | Problem | None:
    """List the accounts

    Args:
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        cursor (str | Unset): Opaque place in a list; absent on the last page
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AccountPage | Problem
    """

    return sync_detailed(
        client=client,
        connection=connection,
        cursor=cursor,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    connection: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Response[AccountPage | Problem]:
    """List the accounts

    Args:
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        cursor (str | Unset): Opaque place in a list; absent on the last page
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AccountPage | Problem]
    """

    kwargs = _get_kwargs(
        connection=connection,
        cursor=cursor,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    connection: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> AccountPage | Problem | None:
    """List the accounts

    Args:
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        cursor (str | Unset): Opaque place in a list; absent on the last page
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AccountPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            connection=connection,
            cursor=cursor,
            limit=limit,
        )
    ).parsed
