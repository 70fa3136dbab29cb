from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.gateway_error import GatewayError
from ...models.unlock_trade_answer import UnlockTradeAnswer
from ...models.unlock_trade_request import UnlockTradeRequest
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    body: UnlockTradeRequest,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/unlock-trade",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GatewayError | UnlockTradeAnswer | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (UnlockTradeAnswer.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 400:
        _value = read_json(response)
        return cast(Any, (GatewayError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 401:
        _value = read_json(response)
        return cast(Any, (GatewayError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 403:
        _value = read_json(response)
        return cast(Any, (GatewayError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 404:
        _value = read_json(response)
        return cast(Any, (GatewayError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 429:
        _value = read_json(response)
        return cast(Any, (GatewayError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 500:
        _value = read_json(response)
        return cast(Any, (GatewayError.from_dict(_value) if isinstance(_value, dict) else _value))

    _value = read_json(response)
    return cast(Any, (GatewayError.from_dict(_value) if isinstance(_value, dict) else _value))


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[GatewayError | UnlockTradeAnswer]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: UnlockTradeRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[GatewayError | UnlockTradeAnswer]:
    """Unlock or lock trading on real accounts

     A state of the gateway process for all its clients; lost on restart, on admin_reload and when the
    trade password changes. Simulated accounts never need it. Two wrong passwords cost 60 seconds, about
    ten lock the account at the broker. The body is a secret.

    Args:
        idempotency_key (str | Unset):
        body (UnlockTradeRequest): Gateways read a missing unlock as false, which locks: it has to
            be said.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GatewayError | UnlockTradeAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: UnlockTradeRequest,
    idempotency_key: str | Unset = UNSET,
) -> GatewayError | UnlockTradeAnswer | None:
    """Unlock or lock trading on real accounts

     A state of the gateway process for all its clients; lost on restart, on admin_reload and when the
    trade password changes. Simulated accounts never need it. Two wrong passwords cost 60 seconds, about
    ten lock the account at the broker. The body is a secret.

    Args:
        idempotency_key (str | Unset):
        body (UnlockTradeRequest): Gateways read a missing unlock as false, which locks: it has to
            be said.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GatewayError | UnlockTradeAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
