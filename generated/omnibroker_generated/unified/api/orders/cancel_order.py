from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.order import Order
from ...models.problem import Problem
from ...types import Response, read_json


def _get_kwargs(
    account_id: str,
    order_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/accounts/{account_id}/orders/{order_id}/cancel".format(
            account_id=quote(str(account_id), safe=""),
            order_id=quote(str(order_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Order | Problem | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (Order.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 202:
        _value = read_json(response)
        return cast(Any, (Order.from_dict(_value) if isinstance(_value, dict) else _value))

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Order | Problem]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    account_id: str,
    order_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[Order | Problem]:
    """Cancel an order

     Safe to repeat. A cancel asked for is not a cancel done: fills may still come until the order is
    `CANCELLED`. On an order that needs confirmation it declines the broker's questions.

    Args:
        account_id (str): Account on this gateway, made of the connection and the broker's own
            account id Example: ibkr:DU1234567.
        order_id (str): An order by the gateway's id, by `client:<client_order_id>` or by
            `broker:<broker_order_id>` Example: client:rebalance-2026-03-02-007.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Order | Problem]
    """

    kwargs = _get_kwargs(
        account_id=account_id,
        order_id=order_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    account_id: str,
    order_id: str,
    *,
    client: AuthenticatedClient,
) -> Order | Problem | None:
    """Cancel an order

     Safe to repeat. A cancel asked for is not a cancel done: fills may still come until the order is
    `CANCELLED`. On an order that needs confirmation it declines the broker's questions.

    Args:
        account_id (str): Account on this gateway, made of the connection and the broker's own
            account id Example: ibkr:DU1234567.
        order_id (str): An order by the gateway's id, by `client:<client_order_id>` or by
            `broker:<broker_order_id>` Example: client:rebalance-2026-03-02-007.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Order | Problem
    """

    return sync_detailed(
        account_id=account_id,
        order_id=order_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    account_id: str,
    order_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[Order | Problem]:
    """Cancel an order

     Safe to repeat. A cancel asked for is not a cancel done: fills may still come until the order is
    `CANCELLED`. On an order that needs confirmation it declines the broker's questions.

    Args:
        account_id (str): Account on this gateway, made of the connection and the broker's own
            account id Example: ibkr:DU1234567.
        order_id (str): An order by the gateway's id, by `client:<client_order_id>` or by
            `broker:<broker_order_id>` Example: client:rebalance-2026-03-02-007.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Order | Problem]
    """

    kwargs = _get_kwargs(
        account_id=account_id,
        order_id=order_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    account_id: str,
    order_id: str,
    *,
    client: AuthenticatedClient,
) -> Order | Problem | None:
    """Cancel an order

     Safe to repeat. A cancel asked for is not a cancel done: fills may still come until the order is
    `CANCELLED`. On an order that needs confirmation it declines the broker's questions.

    Args:
        account_id (str): Account on this gateway, made of the connection and the broker's own
            account id Example: ibkr:DU1234567.
        order_id (str): An order by the gateway's id, by `client:<client_order_id>` or by
            `broker:<broker_order_id>` Example: client:rebalance-2026-03-02-007.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Order | Problem
    """

    return (
        await asyncio_detailed(
            account_id=account_id,
            order_id=order_id,
            client=client,
        )
    ).parsed
