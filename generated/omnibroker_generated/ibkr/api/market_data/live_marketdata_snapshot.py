from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.broker_error import BrokerError
from ...models.snapshot import Snapshot
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    conids: str,
    fields: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["conids"] = conids

    params["fields"] = fields

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/iserver/marketdata/snapshot",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BrokerError | list[Snapshot] | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(
            Any,
            (
                [(Snapshot.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
                if isinstance(_value, list)
                else _value
            ),
        )

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
) -> Response[BrokerError | list[Snapshot]]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    conids: str,
    fields: str | Unset = UNSET,
) -> Response[BrokerError | list[Snapshot]]:
    """Read quotes of up to 100 contracts

     The first call for a contract opens its stream and answers with ids only; it is polled until the
    tags have come. Derivatives need search_contract_by_symbol first.

    Args:
        conids (str):
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BrokerError | list[Snapshot]]
    """

    kwargs = _get_kwargs(
        conids=conids,
        fields=fields,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    conids: str,
    fields: str | Unset = UNSET,
) -> BrokerError | list[Snapshot] | None:
    """Read quotes of up to 100 contracts

     The first call for a contract opens its stream and answers with ids only; it is polled until the
    tags have come. Derivatives need search_contract_by_symbol first.

    Args:
        conids (str):
        fields (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BrokerError | list[Snapshot]
    """

    return (
        await asyncio_detailed(
            client=client,
            conids=conids,
            fields=fields,
        )
    ).parsed
