from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.bar_adjustment import BarAdjustment
from ...models.bar_interval import BarInterval
from ...models.bar_series_page import BarSeriesPage
from ...models.problem import Problem
from ...models.trading_session import TradingSession
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    instrument: str,
    interval: BarInterval,
    adjustment: BarAdjustment,
    session: TradingSession,
    start_at: str | Unset = UNSET,
    end_at: str | Unset = UNSET,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["instrument"] = instrument

    json_interval: str = interval
    params["interval"] = json_interval

    json_adjustment: str = adjustment
    params["adjustment"] = json_adjustment

    json_session: str = session
    params["session"] = json_session

    params["start_at"] = start_at

    params["end_at"] = end_at

    params["account_id"] = account_id

    params["connection"] = connection

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/bars",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BarSeriesPage | Problem | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (BarSeriesPage.from_dict(_value) if isinstance(_value, dict) else _value))

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
) -> Response[BarSeriesPage | Problem]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    instrument: str,
    interval: BarInterval,
    adjustment: BarAdjustment,
    session: TradingSession,
    start_at: str | Unset = UNSET,
    end_at: str | Unset = UNSET,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Response[BarSeriesPage | Problem]:
    """List the bars of an instrument

    Args:
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`,
            `OPT:AAPL.US:20251219:C:200`, `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native
            id>` where no key exists. A form that is not canonical is 422 and the problem names the
            canonical one. Example: AAPL.US.
        interval (BarInterval): Length of a bar Example: 1DAY.
        adjustment (BarAdjustment): What past prices are adjusted for. `NONE`, nothing; `SPLIT`,
            splits only; `FORWARD`, splits and dividends with the newest price as it is; `BACKWARD`,
            the same with the oldest price as it is. Example: SPLIT.
        session (TradingSession): When it may trade. `REGULAR`, regular hours only; `EXTENDED`,
            also before and after them; `OVERNIGHT`, the overnight session only; `ALL`, every session.
            Example: REGULAR.
        start_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        end_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BarSeriesPage | Problem]
    """

    kwargs = _get_kwargs(
        instrument=instrument,
        interval=interval,
        adjustment=adjustment,
        session=session,
        start_at=start_at,
        end_at=end_at,
        account_id=account_id,
        connection=connection,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    instrument: str,
    interval: BarInterval,
    adjustment: BarAdjustment,
    session: TradingSession,
    start_at: str | Unset = UNSET,
    end_at: str | Unset = UNSET,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> BarSeriesPage | Problem | None:
    """List the bars of an instrument

    Args:
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`,
            `OPT:AAPL.US:20251219:C:200`, `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native
            id>` where no key exists. A form that is not canonical is 422 and the problem names the
            canonical one. Example: AAPL.US.
        interval (BarInterval): Length of a bar Example: 1DAY.
        adjustment (BarAdjustment): What past prices are adjusted for. `NONE`, nothing; `SPLIT`,
            splits only; `FORWARD`, splits and dividends with the newest price as it is; `BACKWARD`,
            the same with the oldest price as it is. Example: SPLIT.
        session (TradingSession): When it may trade. `REGULAR`, regular hours only; `EXTENDED`,
            also before and after them; `OVERNIGHT`, the overnight session only; `ALL`, every session.
            Example: REGULAR.
        start_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        end_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BarSeriesPage | Problem
    """

    return sync_detailed(
        client=client,
        instrument=instrument,
        interval=interval,
        adjustment=adjustment,
        session=session,
        start_at=start_at,
        end_at=end_at,
        account_id=account_id,
        connection=connection,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    instrument: str,
    interval: BarInterval,
    adjustment: BarAdjustment,
    session: TradingSession,
    start_at: str | Unset = UNSET,
    end_at: str | Unset = UNSET,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Response[BarSeriesPage | Problem]:
    """List the bars of an instrument

    Args:
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`,
            `OPT:AAPL.US:20251219:C:200`, `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native
            id>` where no key exists. A form that is not canonical is 422 and the problem names the
            canonical one. Example: AAPL.US.
        interval (BarInterval): Length of a bar Example: 1DAY.
        adjustment (BarAdjustment): What past prices are adjusted for. `NONE`, nothing; `SPLIT`,
            splits only; `FORWARD`, splits and dividends with the newest price as it is; `BACKWARD`,
            the same with the oldest price as it is. Example: SPLIT.
        session (TradingSession): When it may trade. `REGULAR`, regular hours only; `EXTENDED`,
            also before and after them; `OVERNIGHT`, the overnight session only; `ALL`, every session.
            Example: REGULAR.
        start_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        end_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BarSeriesPage | Problem]
    """

    kwargs = _get_kwargs(
        instrument=instrument,
        interval=interval,
        adjustment=adjustment,
        session=session,
        start_at=start_at,
        end_at=end_at,
        account_id=account_id,
        connection=connection,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    instrument: str,
    interval: BarInterval,
    adjustment: BarAdjustment,
    session: TradingSession,
    start_at: str | Unset = UNSET,
    end_at: str | Unset = UNSET,
    account_id: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> BarSeriesPage | Problem | None:
    """List the bars of an instrument

    Args:
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`,
            `OPT:AAPL.US:20251219:C:200`, `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native
            id>` where no key exists. A form that is not canonical is 422 and the problem names the
            canonical one. Example: AAPL.US.
        interval (BarInterval): Length of a bar Example: 1DAY.
        adjustment (BarAdjustment): What past prices are adjusted for. `NONE`, nothing; `SPLIT`,
            splits only; `FORWARD`, splits and dividends with the newest price as it is; `BACKWARD`,
            the same with the oldest price as it is. Example: SPLIT.
        session (TradingSession): When it may trade. `REGULAR`, regular hours only; `EXTENDED`,
            also before and after them; `OVERNIGHT`, the overnight session only; `ALL`, every session.
            Example: REGULAR.
        start_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        end_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        account_id (str | Unset): Account on this gateway, made of the connection and the broker's
            own account id Example: ibkr:DU1234567.
        connection (str | Unset): Name that the operator gave to one credential and its session at
            a broker Example: ibkr.
        limit (int | Unset): Number of rows

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BarSeriesPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            instrument=instrument,
            interval=interval,
            adjustment=adjustment,
            session=session,
            start_at=start_at,
            end_at=end_at,
            account_id=account_id,
            connection=connection,
            limit=limit,
        )
    ).parsed
