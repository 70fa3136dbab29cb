from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.halt_request import HaltRequest
from ...models.problem import Problem
from ...models.trading_halt import TradingHalt
from ...types import Response, read_json


def _get_kwargs(
    *,
    body: HaltRequest,
    idempotency_key: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/admin/halt",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | TradingHalt | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (TradingHalt.from_dict(_value) if isinstance(_value, dict) else _value))

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

    if response.status_code == 408:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 409:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 413:
        _value = read_json(response)
        return cast(Any, (Problem.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 415:
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


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | TradingHalt]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: HaltRequest,
    idempotency_key: str,
) -> Response[Problem | TradingHalt]:
    """Halt trading

     The kill switch of the whole gateway, a broker, a connection or an account: from the next request on
    everything that places or changes an order is refused there with `trading_halted`; cancels pass. It
    outlives a restart. Open orders stay as they are. Anything wider than an account needs a key that
    names every account. Draw a new `Idempotency-Key` each time: one whose halt was resumed since is 422
    `idempotency_key_reused`, and halts nothing. Repeat a 503 until it is 200; the scope may be halted
    already.

    Args:
        idempotency_key (str): The caller's own id of one write Example:
            a7f1c0de-5b1e-4c57-9c1f-2f6c1f0e9b42.
        body (HaltRequest): What is to be halted or resumed, and why

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TradingHalt]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: HaltRequest,
    idempotency_key: str,
) -> Problem | TradingHalt | None:
    """Halt trading

     The kill switch of the whole gateway, a broker, a connection or an account: from the next request on
    everything that places or changes an order is refused there with `trading_halted`; cancels pass. It
    outlives a restart. Open orders stay as they are. Anything wider than an account needs a key that
    names every account. Draw a new `Idempotency-Key` each time: one whose halt was resumed since is 422
    `idempotency_key_reused`, and halts nothing. Repeat a 503 until it is 200; the scope may be halted
    already.

    Args:
        idempotency_key (str): The caller's own id of one write Example:
            a7f1c0de-5b1e-4c57-9c1f-2f6c1f0e9b42.
        body (HaltRequest): What is to be halted or resumed, and why

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TradingHalt
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: HaltRequest,
    idempotency_key: str,
) -> Response[Problem | TradingHalt]:
    """Halt trading

     The kill switch of the whole gateway, a broker, a connection or an account: from the next request on
    everything that places or changes an order is refused there with `trading_halted`; cancels pass. It
    outlives a restart. Open orders stay as they are. Anything wider than an account needs a key that
    names every account. Draw a new `Idempotency-Key` each time: one whose halt was resumed since is 422
    `idempotency_key_reused`, and halts nothing. Repeat a 503 until it is 200; the scope may be halted
    already.

    Args:
        idempotency_key (str): The caller's own id of one write Example:
            a7f1c0de-5b1e-4c57-9c1f-2f6c1f0e9b42.
        body (HaltRequest): What is to be halted or resumed, and why

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TradingHalt]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: HaltRequest,
    idempotency_key: str,
) -> Problem | TradingHalt | None:
    """Halt trading

     The kill switch of the whole gateway, a broker, a connection or an account: from the next request on
    everything that places or changes an order is refused there with `trading_halted`; cancels pass. It
    outlives a restart. Open orders stay as they are. Anything wider than an account needs a key that
    names every account. Draw a new `Idempotency-Key` each time: one whose halt was resumed since is 422
    `idempotency_key_reused`, and halts nothing. Repeat a 503 until it is 200; the scope may be halted
    already.

    Args:
        idempotency_key (str): The caller's own id of one write Example:
            a7f1c0de-5b1e-4c57-9c1f-2f6c1f0e9b42.
        body (HaltRequest): What is to be halted or resumed, and why

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TradingHalt
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
