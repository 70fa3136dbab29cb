from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.session import Session
from ...types import Response, read_json


def _get_kwargs(
    connection: str,
    *,
    idempotency_key: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/connections/{connection}/session/unlock".format(
            connection=quote(str(connection), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | Session | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (Session.from_dict(_value) if isinstance(_value, dict) else _value))

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

    if response.status_code == 409:
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

    if response.status_code == 503:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 504:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    _value = read_json(response)
    return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | Session]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    connection: str,
    *,
    client: AuthenticatedClient,
    idempotency_key: str,
) -> Response[Problem | Session]:
    """Unlock trading on a connection

     Unlocks trading with the password that the gateway's configuration names; the request carries none.
    Where the broker's trading is not locked, 422 `unsupported_by_broker`.

    Args:
        connection (str): Name that the operator gave to one credential and its session at a
            broker Example: ibkr.
        idempotency_key (str): The caller's own id of one write Example:
            a7f1c0de-5b1e-4c57-9c1f-2f6c1f0e9b42.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Session]
    """

    kwargs = _get_kwargs(
        connection=connection,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    connection: str,
    *,
    client: AuthenticatedClient,
    idempotency_key: str,
) -> Problem | Session | None:
    """Unlock trading on a connection

     Unlocks trading with the password that the gateway's configuration names; the request carries none.
    Where the broker's trading is not locked, 422 `unsupported_by_broker`.

    Args:
        connection (str): Name that the operator gave to one credential and its session at a
            broker Example: ibkr.
        idempotency_key (str): The caller's own id of one write Example:
            a7f1c0de-5b1e-4c57-9c1f-2f6c1f0e9b42.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Session
    """

    return sync_detailed(
        connection=connection,
        client=client,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    connection: str,
    *,
    client: AuthenticatedClient,
    idempotency_key: str,
) -> Response[Problem | Session]:
    """Unlock trading on a connection

     Unlocks trading with the password that the gateway's configuration names; the request carries none.
    Where the broker's trading is not locked, 422 `unsupported_by_broker`.

    Args:
        connection (str): Name that the operator gave to one credential and its session at a
            broker Example: ibkr.
        idempotency_key (str): The caller's own id of one write Example:
            a7f1c0de-5b1e-4c57-9c1f-2f6c1f0e9b42.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Session]
    """

    kwargs = _get_kwargs(
        connection=connection,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    connection: str,
    *,
    client: AuthenticatedClient,
    idempotency_key: str,
) -> Problem | Session | None:
    """Unlock trading on a connection

     Unlocks trading with the password that the gateway's configuration names; the request carries none.
    Where the broker's trading is not locked, 422 `unsupported_by_broker`.

    Args:
        connection (str): Name that the operator gave to one credential and its session at a
            broker Example: ibkr.
        idempotency_key (str): The caller's own id of one write Example:
            a7f1c0de-5b1e-4c57-9c1f-2f6c1f0e9b42.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Session
    """

    return (
        await asyncio_detailed(
            connection=connection,
            client=client,
            idempotency_key=idempotency_key,
        )
    ).parsed
