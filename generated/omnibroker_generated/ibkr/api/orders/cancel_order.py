from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.broker_error import BrokerError
from ...models.cancel_ack import CancelAck
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    account_id: str,
    order_id: str,
    *,
    manual_indicator: str | Unset = UNSET,
    ext_operator: str | Unset = UNSET,
    manual_cancel_time: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["manualIndicator"] = manual_indicator

    params["extOperator"] = ext_operator

    params["manualCancelTime"] = manual_cancel_time

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/iserver/account/{account_id}/order/{order_id}".format(
            account_id=quote(str(account_id), safe=""),
            order_id=quote(str(order_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BrokerError | CancelAck | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (CancelAck.from_dict(_value) if isinstance(_value, dict) else _value))

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
) -> Response[BrokerError | CancelAck]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


async def asyncio_detailed(
    account_id: str,
    order_id: str,
    *,
    client: AuthenticatedClient | Client,
    manual_indicator: str | Unset = UNSET,
    ext_operator: str | Unset = UNSET,
    manual_cancel_time: int | Unset = UNSET,
) -> Response[BrokerError | CancelAck]:
    """Request the cancellation of an order

     Fills may still come while the cancellation is pending. IBKR reads order id -1 as all open orders,
    which this description keeps out.

    Args:
        account_id (str):
        order_id (str):
        manual_indicator (str | Unset):
        ext_operator (str | Unset):
        manual_cancel_time (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BrokerError | CancelAck]
    """

    kwargs = _get_kwargs(
        account_id=account_id,
        order_id=order_id,
        manual_indicator=manual_indicator,
        ext_operator=ext_operator,
        manual_cancel_time=manual_cancel_time,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    account_id: str,
    order_id: str,
    *,
    client: AuthenticatedClient | Client,
    manual_indicator: str | Unset = UNSET,
    ext_operator: str | Unset = UNSET,
    manual_cancel_time: int | Unset = UNSET,
) -> BrokerError | CancelAck | None:
    """Request the cancellation of an order

     Fills may still come while the cancellation is pending. IBKR reads order id -1 as all open orders,
    which this description keeps out.

    Args:
        account_id (str):
        order_id (str):
        manual_indicator (str | Unset):
        ext_operator (str | Unset):
        manual_cancel_time (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BrokerError | CancelAck
    """

    return (
        await asyncio_detailed(
            account_id=account_id,
            order_id=order_id,
            client=client,
            manual_indicator=manual_indicator,
            ext_operator=ext_operator,
            manual_cancel_time=manual_cancel_time,
        )
    ).parsed
