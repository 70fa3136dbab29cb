from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.order_page import OrderPage
from ...models.order_status import OrderStatus
from ...models.problem import Problem
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    status: list[OrderStatus] | Unset = UNSET,
    client_order_id: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["account_id"] = account_id

    params["connection"] = connection

    json_status: list[str] | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = []
        for status_item_data in status:
            status_item: str = status_item_data
            json_status.append(status_item)

    params["status"] = json_status

    params["client_order_id"] = client_order_id

    params["cursor"] = cursor

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/orders",
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> OrderPage | Problem | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (OrderPage.from_dict(_value) if isinstance(_value, dict) else _value))

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[OrderPage | Problem]:
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
    status: list[OrderStatus] | Unset = UNSET,
    client_order_id: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Response[OrderPage | Problem]:
    """List the orders

     Open orders, and those that ended as far back as the broker and the journal reach. How far that is
    differs by broker and is not told: `coverage.complete` is false.

    Args:
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        status (list[OrderStatus] | Unset): States
        client_order_id (str | Unset): The caller's own id of an order, unique in the account for
            ever. Sent again with the same body it is answered from the journal until 7 days after the
            order ended, then with 409 `client_order_id_expired`; with another body it is 422
            `idempotency_key_reused`. Example: rebalance-2026-03-02-007.
        cursor (str | Unset): Opaque place in a list; absent on the last page
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrderPage | Problem]
    """

    kwargs = _get_kwargs(
        account_id=account_id,
        connection=connection,
        status=status,
        client_order_id=client_order_id,
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
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    status: list[OrderStatus] | Unset = UNSET,
    client_order_id: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> OrderPage | Problem | None:
    """List the orders

     Open orders, and those that ended as far back as the broker and the journal reach. How far that is
    differs by broker and is not told: `coverage.complete` is false.

    Args:
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        status (list[OrderStatus] | Unset): States
        client_order_id (str | Unset): The caller's own id of an order, unique in the account for
            ever. Sent again with the same body it is answered from the journal until 7 days after the
            order ended, then with 409 `client_order_id_expired`; with another body it is 422
            `idempotency_key_reused`. Example: rebalance-2026-03-02-007.
        cursor (str | Unset): Opaque place in a list; absent on the last page
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrderPage | Problem
    """

    return sync_detailed(
        client=client,
        account_id=account_id,
        connection=connection,
        status=status,
        client_order_id=client_order_id,
        cursor=cursor,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    status: list[OrderStatus] | Unset = UNSET,
    client_order_id: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Response[OrderPage | Problem]:
    """List the orders

     Open orders, and those that ended as far back as the broker and the journal reach. How far that is
    differs by broker and is not told: `coverage.complete` is false.

    Args:
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        status (list[OrderStatus] | Unset): States
        client_order_id (str | Unset): The caller's own id of an order, unique in the account for
            ever. Sent again with the same body it is answered from the journal until 7 days after the
            order ended, then with 409 `client_order_id_expired`; with another body it is 422
            `idempotency_key_reused`. Example: rebalance-2026-03-02-007.
        cursor (str | Unset): Opaque place in a list; absent on the last page
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrderPage | Problem]
    """

    kwargs = _get_kwargs(
        account_id=account_id,
        connection=connection,
        status=status,
        client_order_id=client_order_id,
        cursor=cursor,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    status: list[OrderStatus] | Unset = UNSET,
    client_order_id: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> OrderPage | Problem | None:
    """List the orders

     Open orders, and those that ended as far back as the broker and the journal reach. How far that is
    differs by broker and is not told: `coverage.complete` is false.

    Args:
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        status (list[OrderStatus] | Unset): States
        client_order_id (str | Unset): The caller's own id of an order, unique in the account for
            ever. Sent again with the same body it is answered from the journal until 7 days after the
            order ended, then with 409 `client_order_id_expired`; with another body it is 422
            `idempotency_key_reused`. Example: rebalance-2026-03-02-007.
        cursor (str | Unset): Opaque place in a list; absent on the last page
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrderPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            account_id=account_id,
            connection=connection,
            status=status,
            client_order_id=client_order_id,
            cursor=cursor,
            limit=limit,
        )
    ).parsed
