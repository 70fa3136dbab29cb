from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.order import Order
from ...models.place_order_request import PlaceOrderRequest
from ...models.problem import Problem
from ...types import Response, read_json


def _get_kwargs(
    account_id: str,
    *,
    body: PlaceOrderRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/accounts/{account_id}/orders".format(
            account_id=quote(str(account_id), safe=""),
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

    if response.status_code == 201:
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
    *,
    client: AuthenticatedClient,
    body: PlaceOrderRequest,
) -> Response[Order | Problem]:
    """Place an order

     Sent at most once for each `client_order_id`, however often the request comes. Answers 201 when the
    broker has the order, 202 when it is not there yet or asks a question first, 200 when the id is
    known, 422 `rejected_by_broker` when it refuses, and 504 `outcome_unknown` when it is not proven
    what happened.

    Args:
        account_id (str): Account on this gateway, made of the connection and the broker's own
            account id Example: ibkr:DU1234567.
        body (PlaceOrderRequest): An order to place. Nothing has a default; besides the required
            fields it takes exactly one of `quantity` and `notional`, and the prices that its type
            needs.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Order | Problem]
    """

    kwargs = _get_kwargs(
        account_id=account_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    account_id: str,
    *,
    client: AuthenticatedClient,
    body: PlaceOrderRequest,
) -> Order | Problem | None:
    """Place an order

     Sent at most once for each `client_order_id`, however often the request comes. Answers 201 when the
    broker has the order, 202 when it is not there yet or asks a question first, 200 when the id is
    known, 422 `rejected_by_broker` when it refuses, and 504 `outcome_unknown` when it is not proven
    what happened.

    Args:
        account_id (str): Account on this gateway, made of the connection and the broker's own
            account id Example: ibkr:DU1234567.
        body (PlaceOrderRequest): An order to place. Nothing has a default; besides the required
            fields it takes exactly one of `quantity` and `notional`, and the prices that its type
            needs.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Order | Problem
    """

    return sync_detailed(
        account_id=account_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    account_id: str,
    *,
    client: AuthenticatedClient,
    body: PlaceOrderRequest,
) -> Response[Order | Problem]:
    """Place an order

     Sent at most once for each `client_order_id`, however often the request comes. Answers 201 when the
    broker has the order, 202 when it is not there yet or asks a question first, 200 when the id is
    known, 422 `rejected_by_broker` when it refuses, and 504 `outcome_unknown` when it is not proven
    what happened.

    Args:
        account_id (str): Account on this gateway, made of the connection and the broker's own
            account id Example: ibkr:DU1234567.
        body (PlaceOrderRequest): An order to place. Nothing has a default; besides the required
            fields it takes exactly one of `quantity` and `notional`, and the prices that its type
            needs.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Order | Problem]
    """

    kwargs = _get_kwargs(
        account_id=account_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    account_id: str,
    *,
    client: AuthenticatedClient,
    body: PlaceOrderRequest,
) -> Order | Problem | None:
    """Place an order

     Sent at most once for each `client_order_id`, however often the request comes. Answers 201 when the
    broker has the order, 202 when it is not there yet or asks a question first, 200 when the id is
    known, 422 `rejected_by_broker` when it refuses, and 504 `outcome_unknown` when it is not proven
    what happened.

    Args:
        account_id (str): Account on this gateway, made of the connection and the broker's own
            account id Example: ibkr:DU1234567.
        body (PlaceOrderRequest): An order to place. Nothing has a default; besides the required
            fields it takes exactly one of `quantity` and `notional`, and the prices that its type
            needs.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Order | Problem
    """

    return (
        await asyncio_detailed(
            account_id=account_id,
            client=client,
            body=body,
        )
    ).parsed
