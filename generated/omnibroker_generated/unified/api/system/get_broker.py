from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.broker import Broker
from ...models.problem import Problem
from ...types import Response, read_json


def _get_kwargs(
    broker: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/brokers/{broker}".format(
            broker=quote(str(broker), safe=""),
        ),
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Broker | Problem | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (Broker.from_dict(_value) if isinstance(_value, dict) else _value))

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

    if response.status_code == 429:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 500:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    _value = read_json(response)
    return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Broker | Problem]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    broker: str,
    *,
    client: AuthenticatedClient,
) -> Response[Broker | Problem]:
    """Get one broker

    Args:
        broker (str): Short name of a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Broker | Problem]
    """

    kwargs = _get_kwargs(
        broker=broker,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    broker: str,
    *,
    client: AuthenticatedClient,
) -> Broker | Problem | None:
    """Get one broker

    Args:
        broker (str): Short name of a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Broker | Problem
    """

    return sync_detailed(
        broker=broker,
        client=client,
    ).parsed


async def asyncio_detailed(
    broker: str,
    *,
    client: AuthenticatedClient,
) -> Response[Broker | Problem]:
    """Get one broker

    Args:
        broker (str): Short name of a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Broker | Problem]
    """

    kwargs = _get_kwargs(
        broker=broker,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    broker: str,
    *,
    client: AuthenticatedClient,
) -> Broker | Problem | None:
    """Get one broker

    Args:
        broker (str): Short name of a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Broker | Problem
    """

    return (
        await asyncio_detailed(
            broker=broker,
            client=client,
        )
    ).parsed
