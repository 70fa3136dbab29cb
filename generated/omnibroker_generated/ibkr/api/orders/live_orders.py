from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.broker_error import BrokerError
from ...models.live_orders import LiveOrders
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    filters: str | Unset = UNSET,
    force: str | Unset = UNSET,
    account_id: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["filters"] = filters

    params["force"] = force

    params["accountId"] = account_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/iserver/account/orders",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BrokerError | LiveOrders | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (LiveOrders.from_dict(_value) if isinstance(_value, dict) else _value))

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
) -> Response[BrokerError | LiveOrders]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    filters: str | Unset = UNSET,
    force: str | Unset = UNSET,
    account_id: str | Unset = UNSET,
) -> Response[BrokerError | LiveOrders]:
    """List the orders of this session and day

     At most 1000. A filtered call mutes the order stream until a call with force; force answers with an
    empty list, and the next plain call is fresh.

    Args:
        filters (str | Unset):
        force (str | Unset):
        account_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BrokerError | LiveOrders]
    """

    kwargs = _get_kwargs(
        filters=filters,
        force=force,
        account_id=account_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    filters: str | Unset = UNSET,
    force: str | Unset = UNSET,
    account_id: str | Unset = UNSET,
) -> BrokerError | LiveOrders | None:
    """List the orders of this session and day

     At most 1000. A filtered call mutes the order stream until a call with force; force answers with an
    empty list, and the next plain call is fresh.

    Args:
        filters (str | Unset):
        force (str | Unset):
        account_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BrokerError | LiveOrders
    """

    return (
        await asyncio_detailed(
            client=client,
            filters=filters,
            force=force,
            account_id=account_id,
        )
    ).parsed
