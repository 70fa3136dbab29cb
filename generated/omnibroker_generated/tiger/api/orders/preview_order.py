from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.broker_error import BrokerError
from ...models.order_preview import OrderPreview
from ...models.place_order_request import PlaceOrderRequest
from ...types import Response, read_json


def _get_kwargs(
    *,
    body: PlaceOrderRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/preview_order",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BrokerError | OrderPreview | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (OrderPreview.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 400:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 401:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 403:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 429:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 500:
        _value = read_json(response)
        return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))

    _value = read_json(response)
    return cast(Any, (BrokerError.from_dict(_value) if isinstance(_value, dict) else _value))


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[BrokerError | OrderPreview]:
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
) -> Response[BrokerError | OrderPreview]:
    """Preview the margin and cost of an order

     Attached orders are not previewed. Nothing is sent to the market.

    Args:
        body (PlaceOrderRequest): One order. Everything but a combination needs symbol and
            currency; total_quantity or, for an order by amount, cash_amount; limit_price for LMT,
            STP_LMT and AL; aux_price for STP and STP_LMT; aux_price or trailing_percent for TRAIL;
            expire_time for GTD. What is not sent is filled in by Tiger: time_in_force DAY, and
            outside_rth true for US limit orders.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BrokerError | OrderPreview]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: PlaceOrderRequest,
) -> BrokerError | OrderPreview | None:
    """Preview the margin and cost of an order

     Attached orders are not previewed. Nothing is sent to the market.

    Args:
        body (PlaceOrderRequest): One order. Everything but a combination needs symbol and
            currency; total_quantity or, for an order by amount, cash_amount; limit_price for LMT,
            STP_LMT and AL; aux_price for STP and STP_LMT; aux_price or trailing_percent for TRAIL;
            expire_time for GTD. What is not sent is filled in by Tiger: time_in_force DAY, and
            outside_rth true for US limit orders.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BrokerError | OrderPreview
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
