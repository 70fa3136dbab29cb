from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.instrument_page import InstrumentPage
from ...models.problem import Problem
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    instrument: str,
    *,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["account_id"] = account_id

    params["connection"] = connection

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/instruments/{instrument}".format(
            instrument=quote(str(instrument), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> InstrumentPage | Problem | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (InstrumentPage.from_dict(_value) if isinstance(_value, dict) else _value))

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


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[InstrumentPage | Problem]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    instrument: str,
    *,
    client: AuthenticatedClient,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
) -> Response[InstrumentPage | Problem]:
    """Get an instrument with its trading rules

     One row for each connection that trades it, because rules differ; 404 `unknown_instrument` when none
    does.

    Args:
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`,
            `OPT:AAPL.US:20251219:C:200`, `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native
            id>` where no key exists. A form that is not canonical is 422 and the problem names the
            canonical one. Example: AAPL.US.
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InstrumentPage | Problem]
    """

    kwargs = _get_kwargs(
        instrument=instrument,
        account_id=account_id,
        connection=connection,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    instrument: str,
    *,
    client: AuthenticatedClient,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
) -> InstrumentPage | Problem | None:
    """Get an instrument with its trading rules

     One row for each connection that trades it, because rules differ; 404 `unknown_instrument` when none
    does.

    Args:
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`,
            `OPT:AAPL.US:20251219:C:200`, `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native
            id>` where no key exists. A form that is not canonical is 422 and the problem names the
            canonical one. Example: AAPL.US.
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InstrumentPage | Problem
    """

    return sync_detailed(
        instrument=instrument,
        client=client,
        account_id=account_id,
        connection=connection,
    ).parsed


async def asyncio_detailed(
    instrument: str,
    *,
    client: AuthenticatedClient,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
) -> Response[InstrumentPage | Problem]:
    """Get an instrument with its trading rules

     One row for each connection that trades it, because rules differ; 404 `unknown_instrument` when none
    does.

    Args:
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`,
            `OPT:AAPL.US:20251219:C:200`, `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native
            id>` where no key exists. A form that is not canonical is 422 and the problem names the
            canonical one. Example: AAPL.US.
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[InstrumentPage | Problem]
    """

    kwargs = _get_kwargs(
        instrument=instrument,
        account_id=account_id,
        connection=connection,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    instrument: str,
    *,
    client: AuthenticatedClient,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
) -> InstrumentPage | Problem | None:
    """Get an instrument with its trading rules

     One row for each connection that trades it, because rules differ; 404 `unknown_instrument` when none
    does.

    Args:
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`,
            `OPT:AAPL.US:20251219:C:200`, `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native
            id>` where no key exists. A form that is not canonical is 422 and the problem names the
            canonical one. Example: AAPL.US.
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        InstrumentPage | Problem
    """

    return (
        await asyncio_detailed(
            instrument=instrument,
            client=client,
            account_id=account_id,
            connection=connection,
        )
    ).parsed
