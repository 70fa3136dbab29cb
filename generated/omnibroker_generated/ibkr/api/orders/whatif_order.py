from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.broker_error import BrokerError
from ...models.orders_request import OrdersRequest
from ...models.what_if import WhatIf
from ...types import Response, read_json


def _get_kwargs(
    account_id: str,
    *,
    body: OrdersRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/iserver/account/{account_id}/orders/whatif".format(
            account_id=quote(str(account_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> BrokerError | WhatIf | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (WhatIf.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 400:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 401:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 404:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 429:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 500:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 503:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    _value = read_json(response)
    return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[BrokerError | WhatIf]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


async def asyncio_detailed(
    account_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: OrdersRequest,
) -> Response[BrokerError | WhatIf]:
    """Preview the cost and margin of an order

     A snapshot of the contract has to come first. Nothing is sent to the market.

    Args:
        account_id (str):
        body (OrdersRequest): One order, a bracket or a one-cancels-all group; unrelated orders
            need a request each.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BrokerError | WhatIf]
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
    client: AuthenticatedClient | Client,
    body: OrdersRequest,
) -> BrokerError | WhatIf | None:
    """Preview the cost and margin of an order

     A snapshot of the contract has to come first. Nothing is sent to the market.

    Args:
        account_id (str):
        body (OrdersRequest): One order, a bracket or a one-cancels-all group; unrelated orders
            need a request each.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BrokerError | WhatIf
    """

    return (
        await asyncio_detailed(
            account_id=account_id,
            client=client,
            body=body,
        )
    ).parsed
