from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.portfolio_page import PortfolioPage
from ...models.problem import Problem
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["account_id"] = account_id

    params["connection"] = connection

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/portfolio",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PortfolioPage | Problem | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (PortfolioPage.from_dict(_value) if isinstance(_value, dict) else _value))

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
) -> Response[PortfolioPage | Problem]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
) -> Response[PortfolioPage | Problem]:
    """Get all accounts with all that they hold

     Where one market of an account could not be read its positions are absent; where anything else could
    not, the account is. Both stand in `incomplete`.

    Args:
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PortfolioPage | Problem]
    """

    kwargs = _get_kwargs(
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
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
) -> PortfolioPage | Problem | None:
    """Get all accounts with all that they hold

     Where one market of an account could not be read its positions are absent; where anything else could
    not, the account is. Both stand in `incomplete`.

    Args:
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PortfolioPage | Problem
    """

    return sync_detailed(
        client=client,
        account_id=account_id,
        connection=connection,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
) -> Response[PortfolioPage | Problem]:
    """Get all accounts with all that they hold

     Where one market of an account could not be read its positions are absent; where anything else could
    not, the account is. Both stand in `incomplete`.

    Args:
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PortfolioPage | Problem]
    """

    kwargs = _get_kwargs(
        account_id=account_id,
        connection=connection,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
) -> PortfolioPage | Problem | None:
    """Get all accounts with all that they hold

     Where one market of an account could not be read its positions are absent; where anything else could
    not, the account is. Both stand in `incomplete`.

    Args:
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PortfolioPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            account_id=account_id,
            connection=connection,
        )
    ).parsed
