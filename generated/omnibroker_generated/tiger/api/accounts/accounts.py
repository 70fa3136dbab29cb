from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.account_profiles import AccountProfiles
from ...models.accounts_request import AccountsRequest
from ...models.broker_error import BrokerError
from ...types import Response, read_json


def _get_kwargs(
    *,
    body: AccountsRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/accounts",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AccountProfiles | BrokerError | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (AccountProfiles.from_dict(_value) if isinstance(_value, dict) else _value))

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
) -> Response[AccountProfiles | BrokerError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: AccountsRequest,
) -> Response[AccountProfiles | BrokerError]:
    """List the accounts of the developer id

     accountType and the form of the id prove whether an account is live or paper: PAPER has 17 digits,
    DU and digits are the demo of a global account.

    Args:
        body (AccountsRequest): An empty object lists all accounts of the developer id.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AccountProfiles | BrokerError]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: AccountsRequest,
) -> AccountProfiles | BrokerError | None:
    """List the accounts of the developer id

     accountType and the form of the id prove whether an account is live or paper: PAPER has 17 digits,
    DU and digits are the demo of a global account.

    Args:
        body (AccountsRequest): An empty object lists all accounts of the developer id.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AccountProfiles | BrokerError
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
