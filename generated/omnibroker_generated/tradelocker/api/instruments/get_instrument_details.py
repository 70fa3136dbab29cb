from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...models.error_response import ErrorResponse
from ...models.instrument_details_response import InstrumentDetailsResponse
from ...types import UNSET, Response, Unset, read_json


def _get_kwargs(
    tradable_instrument_id: str,
    *,
    route_id: str,
    locale: str | Unset = UNSET,
    acc_num: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(acc_num, Unset):
        headers["accNum"] = acc_num

    params: dict[str, Any] = {}

    params["routeId"] = route_id

    params["locale"] = locale

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/trade/instruments/{tradable_instrument_id}".format(
            tradable_instrument_id=quote(str(tradable_instrument_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorResponse | InstrumentDetailsResponse | None:
    if response.status_code == 200:
        _value = read_json(response)
        return cast(Any, (InstrumentDetailsResponse.from_dict(_value) if isinstance(_value, dict) else _value))

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
) -> Response[ErrorResponse | InstrumentDetailsResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


async def asyncio_detailed(
    tradable_instrument_id: str,
    *,
    client: AuthenticatedClient | Client,
    route_id: str,
    locale: str | Unset = UNSET,
    acc_num: str | Unset = UNSET,
) -> Response[ErrorResponse | InstrumentDetailsResponse]:
    """Read lot sizes, tick sizes and status of an instrument

    Args:
        tradable_instrument_id (str):
        route_id (str):
        locale (str | Unset):
        acc_num (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | InstrumentDetailsResponse]
    """

    kwargs = _get_kwargs(
        tradable_instrument_id=tradable_instrument_id,
        route_id=route_id,
        locale=locale,
        acc_num=acc_num,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    tradable_instrument_id: str,
    *,
    client: AuthenticatedClient | Client,
    route_id: str,
    locale: str | Unset = UNSET,
    acc_num: str | Unset = UNSET,
) -> ErrorResponse | InstrumentDetailsResponse | None:
    """Read lot sizes, tick sizes and status of an instrument

    Args:
        tradable_instrument_id (str):
        route_id (str):
        locale (str | Unset):
        acc_num (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | InstrumentDetailsResponse
    """

    return (
        await asyncio_detailed(
            tradable_instrument_id=tradable_instrument_id,
            client=client,
            route_id=route_id,
            locale=locale,
            acc_num=acc_num,
        )
    ).parsed
