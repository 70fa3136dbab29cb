from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.gateway_error import GatewayError
from ...models.place_order_request import PlaceOrderRequest
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    body: PlaceOrderRequest,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/order",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | GatewayError | None:
    if response.status_code == 200:
        return cast(Any, read_json(response))

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any | GatewayError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PlaceOrderRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[Any | GatewayError]:
    """Place an order

     trd_env 0 is simulated, 1 is real. At least 0.02 seconds apart; combined orders count too. Real
    accounts have to be unlocked. Outside trading hours some products are queued, others refused.
    Gateways list a new order at once, as a stub or only when the server has confirmed it; an order that
    is not listed is not proven absent.

    Args:
        idempotency_key (str | Unset):
        body (PlaceOrderRequest): One order. Price is needed by types 1, 5, 7, 8, 9, 11, 13,
            aux_price by 10 to 13, trail_type and trail_value by 14 and 15, trail_spread by 15.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | GatewayError]
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
    body: PlaceOrderRequest,
    idempotency_key: str | Unset = UNSET,
) -> Any | GatewayError | None:
    """Place an order

     trd_env 0 is simulated, 1 is real. At least 0.02 seconds apart; combined orders count too. Real
    accounts have to be unlocked. Outside trading hours some products are queued, others refused.
    Gateways list a new order at once, as a stub or only when the server has confirmed it; an order that
    is not listed is not proven absent.

    Args:
        idempotency_key (str | Unset):
        body (PlaceOrderRequest): One order. Price is needed by types 1, 5, 7, 8, 9, 11, 13,
            aux_price by 10 to 13, trail_type and trail_value by 14 and 15, trail_spread by 15.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | GatewayError
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
