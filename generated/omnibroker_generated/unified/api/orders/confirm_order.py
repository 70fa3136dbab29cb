from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.confirm_order_request import ConfirmOrderRequest
from ...models.order import Order
from ...models.problem import Problem
from ...types import Response, read_json


def _get_kwargs(
    account_id: str,
    order_id: str,
    *,
    body: ConfirmOrderRequest,
    idempotency_key: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/accounts/{account_id}/orders/{order_id}/confirm".format(
            account_id=quote(str(account_id), safe=""),
            order_id=quote(str(order_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
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
    body: ConfirmOrderRequest,
    idempotency_key: str,
) -> Response[Order | Problem]:
    """Answer the broker's questions about an order with yes

     Continues an order that is `NEEDS_CONFIRMATION`. To say no, cancel the order or let `confirm_by`
    pass.

    Args:
        account_id (str): Account on this gateway, made of the connection and the broker's own
            account id Example: ibkr:DU1234567.
        order_id (str): An order by the gateway's id, by `client:<client_order_id>` or by
            `broker:<broker_order_id>` Example: client:rebalance-2026-03-02-007.
        idempotency_key (str): The caller's own id of one write Example:
            a7f1c0de-5b1e-4c57-9c1f-2f6c1f0e9b42.
        body (ConfirmOrderRequest): The questions that the caller answers with yes

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Order | Problem]
    """

    kwargs = _get_kwargs(
        account_id=account_id,
        order_id=order_id,
        body=body,
        idempotency_key=idempotency_key,
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
    body: ConfirmOrderRequest,
    idempotency_key: str,
) -> Order | Problem | None:
    """Answer the broker's questions about an order with yes

     Continues an order that is `NEEDS_CONFIRMATION`. To say no, cancel the order or let `confirm_by`
    pass.

    Args:
        account_id (str): Account on this gateway, made of the connection and the broker's own
            account id Example: ibkr:DU1234567.
        order_id (str): An order by the gateway's id, by `client:<client_order_id>` or by
            `broker:<broker_order_id>` Example: client:rebalance-2026-03-02-007.
        idempotency_key (str): The caller's own id of one write Example:
            a7f1c0de-5b1e-4c57-9c1f-2f6c1f0e9b42.
        body (ConfirmOrderRequest): The questions that the caller answers with yes

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
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    account_id: str,
    order_id: str,
    *,
    client: AuthenticatedClient,
    body: ConfirmOrderRequest,
    idempotency_key: str,
) -> Response[Order | Problem]:
    """Answer the broker's questions about an order with yes

     Continues an order that is `NEEDS_CONFIRMATION`. To say no, cancel the order or let `confirm_by`
    pass.

    Args:
        account_id (str): Account on this gateway, made of the connection and the broker's own
            account id Example: ibkr:DU1234567.
        order_id (str): An order by the gateway's id, by `client:<client_order_id>` or by
            `broker:<broker_order_id>` Example: client:rebalance-2026-03-02-007.
        idempotency_key (str): The caller's own id of one write Example:
            a7f1c0de-5b1e-4c57-9c1f-2f6c1f0e9b42.
        body (ConfirmOrderRequest): The questions that the caller answers with yes

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Order | Problem]
    """

    kwargs = _get_kwargs(
        account_id=account_id,
        order_id=order_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    account_id: str,
    order_id: str,
    *,
    client: AuthenticatedClient,
    body: ConfirmOrderRequest,
    idempotency_key: str,
) -> Order | Problem | None:
    """Answer the broker's questions about an order with yes

     Continues an order that is `NEEDS_CONFIRMATION`. To say no, cancel the order or let `confirm_by`
    pass.

    Args:
        account_id (str): Account on this gateway, made of the connection and the broker's own
            account id Example: ibkr:DU1234567.
        order_id (str): An order by the gateway's id, by `client:<client_order_id>` or by
            `broker:<broker_order_id>` Example: client:rebalance-2026-03-02-007.
        idempotency_key (str): The caller's own id of one write Example:
            a7f1c0de-5b1e-4c57-9c1f-2f6c1f0e9b42.
        body (ConfirmOrderRequest): The questions that the caller answers with yes

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
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
