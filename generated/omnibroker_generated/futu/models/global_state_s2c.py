from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="GlobalStateS2C")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "conn_id",
        "local_time",
        "market_hk",
        "market_hk_future",
        "market_jp",
        "market_jp_future",
        "market_my",
        "market_sg",
        "market_sg_future",
        "market_sh",
        "market_sz",
        "market_us",
        "market_us_future",
        "program_status",
        "qot_logined",
        "qot_svr_ip_addr",
        "server_build_no",
        "server_ver",
        "time",
        "trd_logined",
        "trd_svr_ip_addr",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class GlobalStateS2C:
    """
    Attributes:
        conn_id (int | None | Unset): Connection id
        local_time (Decimal | None | Unset): Gateway clock, epoch seconds
        market_hk (int | Unset): 0 None, 1 Auction, 2 WaitingOpen, 3 Morning, 4 Rest, 5 Afternoon, 6 Closed, 8
            PreMarketBegin, 9 PreMarketEnd, 10 AfterHoursBegin, 11 AfterHoursEnd, 12 FUTU_SWITCH_DATE, 13 NightOpen, 14
            NightEnd, 15 FutureDayOpen, 16 FutureDayBreak, 17 FutureDayClose, 18 FutureDayWaitForOpen, 19 HkCas, 20
            FutureNightWait, 21 FutureAfternoon, 22 FutureSwitchDate, 23 FutureOpen, 24 FutureBreak, 25 FutureBreakOver, 26
            FutureClose, 27 StibAfterHoursWait or AShareAfterHoursWait, 28 StibAfterHoursBegin or AShareAfterHoursBegin, 29
            StibAfterHoursEnd or AShareAfterHoursEnd, 30 CLOSE_AUCTION, 31 AFTERNOON_END, 32 NIGHT, 33 OVERNIGHT_BEGIN, 34
            OVERNIGHT_END, 35 TRADE_AT_LAST, 36 TRADE_AUCTION, 37 OVERNIGHT. Trading goes on in 3, 5, 13, 15, 23, 25;
            extended hours in 8, 10 and 37.
        market_hk_future (int | Unset): 0 None, 1 Auction, 2 WaitingOpen, 3 Morning, 4 Rest, 5 Afternoon, 6 Closed, 8
            PreMarketBegin, 9 PreMarketEnd, 10 AfterHoursBegin, 11 AfterHoursEnd, 12 FUTU_SWITCH_DATE, 13 NightOpen, 14
            NightEnd, 15 FutureDayOpen, 16 FutureDayBreak, 17 FutureDayClose, 18 FutureDayWaitForOpen, 19 HkCas, 20
            FutureNightWait, 21 FutureAfternoon, 22 FutureSwitchDate, 23 FutureOpen, 24 FutureBreak, 25 FutureBreakOver, 26
            FutureClose, 27 StibAfterHoursWait or AShareAfterHoursWait, 28 StibAfterHoursBegin or AShareAfterHoursBegin, 29
            StibAfterHoursEnd or AShareAfterHoursEnd, 30 CLOSE_AUCTION, 31 AFTERNOON_END, 32 NIGHT, 33 OVERNIGHT_BEGIN, 34
            OVERNIGHT_END, 35 TRADE_AT_LAST, 36 TRADE_AUCTION, 37 OVERNIGHT. Trading goes on in 3, 5, 13, 15, 23, 25;
            extended hours in 8, 10 and 37.
        market_jp (int | None | Unset):
        market_jp_future (int | None | Unset): JP futures state
        market_my (int | None | Unset):
        market_sg (int | None | Unset):
        market_sg_future (int | None | Unset): SG futures state
        market_sh (int | Unset): 0 None, 1 Auction, 2 WaitingOpen, 3 Morning, 4 Rest, 5 Afternoon, 6 Closed, 8
            PreMarketBegin, 9 PreMarketEnd, 10 AfterHoursBegin, 11 AfterHoursEnd, 12 FUTU_SWITCH_DATE, 13 NightOpen, 14
            NightEnd, 15 FutureDayOpen, 16 FutureDayBreak, 17 FutureDayClose, 18 FutureDayWaitForOpen, 19 HkCas, 20
            FutureNightWait, 21 FutureAfternoon, 22 FutureSwitchDate, 23 FutureOpen, 24 FutureBreak, 25 FutureBreakOver, 26
            FutureClose, 27 StibAfterHoursWait or AShareAfterHoursWait, 28 StibAfterHoursBegin or AShareAfterHoursBegin, 29
            StibAfterHoursEnd or AShareAfterHoursEnd, 30 CLOSE_AUCTION, 31 AFTERNOON_END, 32 NIGHT, 33 OVERNIGHT_BEGIN, 34
            OVERNIGHT_END, 35 TRADE_AT_LAST, 36 TRADE_AUCTION, 37 OVERNIGHT. Trading goes on in 3, 5, 13, 15, 23, 25;
            extended hours in 8, 10 and 37.
        market_sz (int | Unset): 0 None, 1 Auction, 2 WaitingOpen, 3 Morning, 4 Rest, 5 Afternoon, 6 Closed, 8
            PreMarketBegin, 9 PreMarketEnd, 10 AfterHoursBegin, 11 AfterHoursEnd, 12 FUTU_SWITCH_DATE, 13 NightOpen, 14
            NightEnd, 15 FutureDayOpen, 16 FutureDayBreak, 17 FutureDayClose, 18 FutureDayWaitForOpen, 19 HkCas, 20
            FutureNightWait, 21 FutureAfternoon, 22 FutureSwitchDate, 23 FutureOpen, 24 FutureBreak, 25 FutureBreakOver, 26
            FutureClose, 27 StibAfterHoursWait or AShareAfterHoursWait, 28 StibAfterHoursBegin or AShareAfterHoursBegin, 29
            StibAfterHoursEnd or AShareAfterHoursEnd, 30 CLOSE_AUCTION, 31 AFTERNOON_END, 32 NIGHT, 33 OVERNIGHT_BEGIN, 34
            OVERNIGHT_END, 35 TRADE_AT_LAST, 36 TRADE_AUCTION, 37 OVERNIGHT. Trading goes on in 3, 5, 13, 15, 23, 25;
            extended hours in 8, 10 and 37.
        market_us (int | Unset): 0 None, 1 Auction, 2 WaitingOpen, 3 Morning, 4 Rest, 5 Afternoon, 6 Closed, 8
            PreMarketBegin, 9 PreMarketEnd, 10 AfterHoursBegin, 11 AfterHoursEnd, 12 FUTU_SWITCH_DATE, 13 NightOpen, 14
            NightEnd, 15 FutureDayOpen, 16 FutureDayBreak, 17 FutureDayClose, 18 FutureDayWaitForOpen, 19 HkCas, 20
            FutureNightWait, 21 FutureAfternoon, 22 FutureSwitchDate, 23 FutureOpen, 24 FutureBreak, 25 FutureBreakOver, 26
            FutureClose, 27 StibAfterHoursWait or AShareAfterHoursWait, 28 StibAfterHoursBegin or AShareAfterHoursBegin, 29
            StibAfterHoursEnd or AShareAfterHoursEnd, 30 CLOSE_AUCTION, 31 AFTERNOON_END, 32 NIGHT, 33 OVERNIGHT_BEGIN, 34
            OVERNIGHT_END, 35 TRADE_AT_LAST, 36 TRADE_AUCTION, 37 OVERNIGHT. Trading goes on in 3, 5, 13, 15, 23, 25;
            extended hours in 8, 10 and 37.
        market_us_future (int | None | Unset): US futures state
        program_status (None | ProgramStatus | Unset): Program state
        qot_logined (bool | Unset): Quote server logged in
        qot_svr_ip_addr (None | str | Unset): Quote server address
        server_build_no (int | Unset): Build number
        server_ver (int | Unset): Gateway version
        time (int | Unset): Server time, epoch seconds
        trd_logined (bool | Unset): Trade server logged in
        trd_svr_ip_addr (None | str | Unset): Trade server address
    """

    conn_id: int | None | Unset = UNSET
    local_time: Decimal | None | Unset = UNSET
    market_hk: int | Unset = UNSET
    market_hk_future: int | Unset = UNSET
    market_jp: int | None | Unset = UNSET
    market_jp_future: int | None | Unset = UNSET
    market_my: int | None | Unset = UNSET
    market_sg: int | None | Unset = UNSET
    market_sg_future: int | None | Unset = UNSET
    market_sh: int | Unset = UNSET
    market_sz: int | Unset = UNSET
    market_us: int | Unset = UNSET
    market_us_future: int | None | Unset = UNSET
    program_status: None | ProgramStatus | Unset = UNSET
    qot_logined: bool | Unset = UNSET
    qot_svr_ip_addr: None | str | Unset = UNSET
    server_build_no: int | Unset = UNSET
    server_ver: int | Unset = UNSET
    time: int | Unset = UNSET
    trd_logined: bool | Unset = UNSET
    trd_svr_ip_addr: None | str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.conn_id
        if _value is not UNSET:
            _object["conn_id"] = _value
        _value = self.local_time
        if _value is not UNSET:
            _object["local_time"] = _value
        _value = self.market_hk
        if _value is not UNSET:
            _object["market_hk"] = _value
        _value = self.market_hk_future
        if _value is not UNSET:
            _object["market_hk_future"] = _value
        _value = self.market_jp
        if _value is not UNSET:
            _object["market_jp"] = _value
        _value = self.market_jp_future
        if _value is not UNSET:
            _object["market_jp_future"] = _value
        _value = self.market_my
        if _value is not UNSET:
            _object["market_my"] = _value
        _value = self.market_sg
        if _value is not UNSET:
            _object["market_sg"] = _value
        _value = self.market_sg_future
        if _value is not UNSET:
            _object["market_sg_future"] = _value
        _value = self.market_sh
        if _value is not UNSET:
            _object["market_sh"] = _value
        _value = self.market_sz
        if _value is not UNSET:
            _object["market_sz"] = _value
        _value = self.market_us
        if _value is not UNSET:
            _object["market_us"] = _value
        _value = self.market_us_future
        if _value is not UNSET:
            _object["market_us_future"] = _value
        _value = self.program_status
        if _value is not UNSET:
            _object["program_status"] = write_value(_value)
        _value = self.qot_logined
        if _value is not UNSET:
            _object["qot_logined"] = _value
        _value = self.qot_svr_ip_addr
        if _value is not UNSET:
            _object["qot_svr_ip_addr"] = _value
        _value = self.server_build_no
        if _value is not UNSET:
            _object["server_build_no"] = _value
        _value = self.server_ver
        if _value is not UNSET:
            _object["server_ver"] = _value
        _value = self.time
        if _value is not UNSET:
            _object["time"] = _value
        _value = self.trd_logined
        if _value is not UNSET:
            _object["trd_logined"] = _value
        _value = self.trd_svr_ip_addr
        if _value is not UNSET:
            _object["trd_svr_ip_addr"] = _value
        if self._extra or self._source:
            for _key, _value in self.additional_properties.items():
                _object.setdefault(_key, write_value(_value))
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        _model.conn_id = src_dict["conn_id"] if "conn_id" in src_dict else UNSET
        _model.local_time = src_dict["local_time"] if "local_time" in src_dict else UNSET
        _model.market_hk = src_dict["market_hk"] if "market_hk" in src_dict else UNSET
        _model.market_hk_future = src_dict["market_hk_future"] if "market_hk_future" in src_dict else UNSET
        _model.market_jp = src_dict["market_jp"] if "market_jp" in src_dict else UNSET
        _model.market_jp_future = src_dict["market_jp_future"] if "market_jp_future" in src_dict else UNSET
        _model.market_my = src_dict["market_my"] if "market_my" in src_dict else UNSET
        _model.market_sg = src_dict["market_sg"] if "market_sg" in src_dict else UNSET
        _model.market_sg_future = src_dict["market_sg_future"] if "market_sg_future" in src_dict else UNSET
        _model.market_sh = src_dict["market_sh"] if "market_sh" in src_dict else UNSET
        _model.market_sz = src_dict["market_sz"] if "market_sz" in src_dict else UNSET
        _model.market_us = src_dict["market_us"] if "market_us" in src_dict else UNSET
        _model.market_us_future = src_dict["market_us_future"] if "market_us_future" in src_dict else UNSET
        _value = src_dict.get("program_status", UNSET)
        _model.program_status = ProgramStatus.from_dict(_value) if isinstance(_value, dict) else _value

        _model.qot_logined = src_dict["qot_logined"] if "qot_logined" in src_dict else UNSET
        _model.qot_svr_ip_addr = src_dict["qot_svr_ip_addr"] if "qot_svr_ip_addr" in src_dict else UNSET
        _model.server_build_no = src_dict["server_build_no"] if "server_build_no" in src_dict else UNSET
        _model.server_ver = src_dict["server_ver"] if "server_ver" in src_dict else UNSET
        _model.time = src_dict["time"] if "time" in src_dict else UNSET
        _model.trd_logined = src_dict["trd_logined"] if "trd_logined" in src_dict else UNSET
        _model.trd_svr_ip_addr = src_dict["trd_svr_ip_addr"] if "trd_svr_ip_addr" in src_dict else UNSET
        _model._extra = None
        _model._source = src_dict
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]

    @property
    def additional_properties(self) -> dict[str, Any]:
        """Properties that the document does not name, picked out of the answer when they are first asked for"""
        if self._extra is None:
            self._extra = {_key: _value for _key, _value in (self._source or {}).items() if _key not in _KNOWN}
        return self._extra

    @additional_properties.setter
    def additional_properties(self, value: dict[str, Any]) -> None:
        self._extra = value

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


from ..models.program_status import ProgramStatus
