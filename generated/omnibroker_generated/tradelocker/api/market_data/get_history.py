from typing import Any, cast

import httpx

from ...client import AuthenticatedClient, Client
from ...models.error_response import ErrorResponse
from ...models.history_response import HistoryResponse
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    *,
    resolution: str,
    from_: int,
    to: int,
    tradable_instrument_id: str,
    route_id: str,
    acc_num: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(acc_num, Unset):
        headers["accNum"] = acc_num

    params: dict[str, Any] = {}

    params["resolution"] = resolution

    params["from"] = from_

    params["to"] = to

    params["tradableInstrumentId"] = tradable_instrument_id

    params["routeId"] = route_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/trade/history",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorResponse | HistoryResponse | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (HistoryResponse.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 400:
        _value = read_json(response)
        return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 401:
        _value = read_json(response)
        return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 403:
        _value = read_json(response)
        return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 404:
        _value = read_json(response)
        return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 429:
        _value = read_json(response)
        return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 500:
        _value = read_json(response)
        return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))

    if response.status_code == 503:
        _value = read_json(response)
        return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))

    _value = read_json(response)
    return cast(Any, (ErrorResponse.from_dict(_value) if isinstance(_value, dict) else _value))


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorResponse | HistoryResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    resolution: str,
    from_: int,
    to: int,
    tradable_instrument_id: str,
    route_id: str,
    acc_num: str | Unset = UNSET,
) -> Response[ErrorResponse | HistoryResponse]:
    """Read bars of an instrument

     Both ends belong to the interval. What would give more bars than QUOTES_HISTORY_BARS is refused. An
    end in the future is cut to the newest bar.

    Args:
        resolution (str):
        from_ (int):
        to (int):
        tradable_instrument_id (str):
        route_id (str):
        acc_num (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | HistoryResponse]
    """

    kwargs = _get_kwargs(
        resolution=resolution,
        from_=from_,
        to=to,
        tradable_instrument_id=tradable_instrument_id,
        route_id=route_id,
        acc_num=acc_num,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    resolution: str,
    from_: int,
    to: int,
    tradable_instrument_id: str,
    route_id: str,
    acc_num: str | Unset = UNSET,
) -> ErrorResponse | HistoryResponse | None:
    """Read bars of an instrument

     Both ends belong to the interval. What would give more bars than QUOTES_HISTORY_BARS is refused. An
    end in the future is cut to the newest bar.

    Args:
        resolution (str):
        from_ (int):
        to (int):
        tradable_instrument_id (str):
        route_id (str):
        acc_num (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | HistoryResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            resolution=resolution,
            from_=from_,
            to=to,
            tradable_instrument_id=tradable_instrument_id,
            route_id=route_id,
            acc_num=acc_num,
        )
    ).parsed
