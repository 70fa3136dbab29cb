from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="UserInfoS2C")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "api_level",
        "avatar_url",
        "cc_qot_right",
        "cn_qot_right",
        "ec_qot_right",
        "extra",
        "has_us_option_qot_right",
        "history_kl_quota",
        "hk_future_qot_right",
        "hk_option_qot_right",
        "hk_qot_right",
        "is_app_nn_or_mm",
        "is_need_agree_disclaimer",
        "jp_future_qot_right",
        "jp_stock_qot_right",
        "my_stock_qot_right",
        "nick_name",
        "sg_future_qot_right",
        "sg_stock_qot_right",
        "sh_qot_right",
        "sub_quota",
        "sz_qot_right",
        "update_type",
        "update_whats_new",
        "us_cboe_future_qot_right",
        "us_cbot_future_qot_right",
        "us_cme_future_qot_right",
        "us_comex_future_qot_right",
        "us_future_qot_right",
        "us_index_qot_right",
        "us_nymex_future_qot_right",
        "us_option_qot_right",
        "us_otc_qot_right",
        "us_qot_right",
        "user_attribution",
        "user_id",
        "web_jump_url_head",
        "web_key",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class UserInfoS2C:
    """
    Attributes:
        api_level (None | str | Unset): Obsolete user-level text
        avatar_url (None | str | Unset):
        cc_qot_right (int | None | Unset): Crypto quote right
        cn_qot_right (int | None | Unset): A-share quote right (obsolete; see sh/sz)
        ec_qot_right (int | None | Unset): Event-contract quote right
        extra (int | None | Unset): Pass-through
        has_us_option_qot_right (bool | None | Unset): Has US option quotes
        history_kl_quota (int | None | Unset): History K-line quota
        hk_future_qot_right (int | None | Unset): HK futures quote right
        hk_option_qot_right (int | None | Unset): HK option quote right
        hk_qot_right (int | None | Unset): HK quote right
        is_app_nn_or_mm (bool | None | Unset): True for Futubull, false for moomoo
        is_need_agree_disclaimer (bool | None | Unset): Disclaimer still to be accepted
        jp_future_qot_right (int | None | Unset): JP futures quote right
        jp_stock_qot_right (int | None | Unset): JP stock quote right
        my_stock_qot_right (int | None | Unset): MY stock quote right
        nick_name (None | str | Unset):
        sg_future_qot_right (int | None | Unset): SG futures quote right
        sg_stock_qot_right (int | None | Unset): SG stock quote right
        sh_qot_right (int | None | Unset): Shanghai quote right
        sub_quota (int | None | Unset): Subscription quota
        sz_qot_right (int | None | Unset): Shenzhen quote right
        update_type (int | None | Unset): Upgrade advice
        update_whats_new (None | str | Unset): Upgrade text
        us_cboe_future_qot_right (int | None | Unset): CBOE futures quote right
        us_cbot_future_qot_right (int | None | Unset): CBOT futures quote right
        us_cme_future_qot_right (int | None | Unset): CME futures quote right
        us_comex_future_qot_right (int | None | Unset): COMEX futures quote right
        us_future_qot_right (int | None | Unset): US futures quote right (obsolete)
        us_index_qot_right (int | None | Unset): US index quote right
        us_nymex_future_qot_right (int | None | Unset): NYMEX futures quote right
        us_option_qot_right (int | None | Unset): US option quote right
        us_otc_qot_right (int | None | Unset): US OTC quote right
        us_qot_right (int | None | Unset): US stock quote right
        user_attribution (int | None | Unset): Registration region
        user_id (int | None | Unset):
        web_jump_url_head (None | str | Unset): Internal
        web_key (None | str | Unset): Internal
    """

    api_level: None | str | Unset = UNSET
    avatar_url: None | str | Unset = UNSET
    cc_qot_right: int | None | Unset = UNSET
    cn_qot_right: int | None | Unset = UNSET
    ec_qot_right: int | None | Unset = UNSET
    extra: int | None | Unset = UNSET
    has_us_option_qot_right: bool | None | Unset = UNSET
    history_kl_quota: int | None | Unset = UNSET
    hk_future_qot_right: int | None | Unset = UNSET
    hk_option_qot_right: int | None | Unset = UNSET
    hk_qot_right: int | None | Unset = UNSET
    is_app_nn_or_mm: bool | None | Unset = UNSET
    is_need_agree_disclaimer: bool | None | Unset = UNSET
    jp_future_qot_right: int | None | Unset = UNSET
    jp_stock_qot_right: int | None | Unset = UNSET
    my_stock_qot_right: int | None | Unset = UNSET
    nick_name: None | str | Unset = UNSET
    sg_future_qot_right: int | None | Unset = UNSET
    sg_stock_qot_right: int | None | Unset = UNSET
    sh_qot_right: int | None | Unset = UNSET
    sub_quota: int | None | Unset = UNSET
    sz_qot_right: int | None | Unset = UNSET
    update_type: int | None | Unset = UNSET
    update_whats_new: None | str | Unset = UNSET
    us_cboe_future_qot_right: int | None | Unset = UNSET
    us_cbot_future_qot_right: int | None | Unset = UNSET
    us_cme_future_qot_right: int | None | Unset = UNSET
    us_comex_future_qot_right: int | None | Unset = UNSET
    us_future_qot_right: int | None | Unset = UNSET
    us_index_qot_right: int | None | Unset = UNSET
    us_nymex_future_qot_right: int | None | Unset = UNSET
    us_option_qot_right: int | None | Unset = UNSET
    us_otc_qot_right: int | None | Unset = UNSET
    us_qot_right: int | None | Unset = UNSET
    user_attribution: int | None | Unset = UNSET
    user_id: int | None | Unset = UNSET
    web_jump_url_head: None | str | Unset = UNSET
    web_key: None | str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.api_level
        if _value is not UNSET:
            _object["api_level"] = _value
        _value = self.avatar_url
        if _value is not UNSET:
            _object["avatar_url"] = _value
        _value = self.cc_qot_right
        if _value is not UNSET:
            _object["cc_qot_right"] = _value
        _value = self.cn_qot_right
        if _value is not UNSET:
            _object["cn_qot_right"] = _value
        _value = self.ec_qot_right
        if _value is not UNSET:
            _object["ec_qot_right"] = _value
        _value = self.extra
        if _value is not UNSET:
            _object["extra"] = _value
        _value = self.has_us_option_qot_right
        if _value is not UNSET:
            _object["has_us_option_qot_right"] = _value
        _value = self.history_kl_quota
        if _value is not UNSET:
            _object["history_kl_quota"] = _value
        _value = self.hk_future_qot_right
        if _value is not UNSET:
            _object["hk_future_qot_right"] = _value
        _value = self.hk_option_qot_right
        if _value is not UNSET:
            _object["hk_option_qot_right"] = _value
        _value = self.hk_qot_right
        if _value is not UNSET:
            _object["hk_qot_right"] = _value
        _value = self.is_app_nn_or_mm
        if _value is not UNSET:
            _object["is_app_nn_or_mm"] = _value
        _value = self.is_need_agree_disclaimer
        if _value is not UNSET:
            _object["is_need_agree_disclaimer"] = _value
        _value = self.jp_future_qot_right
        if _value is not UNSET:
            _object["jp_future_qot_right"] = _value
        _value = self.jp_stock_qot_right
        if _value is not UNSET:
            _object["jp_stock_qot_right"] = _value
        _value = self.my_stock_qot_right
        if _value is not UNSET:
            _object["my_stock_qot_right"] = _value
        _value = self.nick_name
        if _value is not UNSET:
            _object["nick_name"] = _value
        _value = self.sg_future_qot_right
        if _value is not UNSET:
            _object["sg_future_qot_right"] = _value
        _value = self.sg_stock_qot_right
        if _value is not UNSET:
            _object["sg_stock_qot_right"] = _value
        _value = self.sh_qot_right
        if _value is not UNSET:
            _object["sh_qot_right"] = _value
        _value = self.sub_quota
        if _value is not UNSET:
            _object["sub_quota"] = _value
        _value = self.sz_qot_right
        if _value is not UNSET:
            _object["sz_qot_right"] = _value
        _value = self.update_type
        if _value is not UNSET:
            _object["update_type"] = _value
        _value = self.update_whats_new
        if _value is not UNSET:
            _object["update_whats_new"] = _value
        _value = self.us_cboe_future_qot_right
        if _value is not UNSET:
            _object["us_cboe_future_qot_right"] = _value
        _value = self.us_cbot_future_qot_right
        if _value is not UNSET:
            _object["us_cbot_future_qot_right"] = _value
        _value = self.us_cme_future_qot_right
        if _value is not UNSET:
            _object["us_cme_future_qot_right"] = _value
        _value = self.us_comex_future_qot_right
        if _value is not UNSET:
            _object["us_comex_future_qot_right"] = _value
        _value = self.us_future_qot_right
        if _value is not UNSET:
            _object["us_future_qot_right"] = _value
        _value = self.us_index_qot_right
        if _value is not UNSET:
            _object["us_index_qot_right"] = _value
        _value = self.us_nymex_future_qot_right
        if _value is not UNSET:
            _object["us_nymex_future_qot_right"] = _value
        _value = self.us_option_qot_right
        if _value is not UNSET:
            _object["us_option_qot_right"] = _value
        _value = self.us_otc_qot_right
        if _value is not UNSET:
            _object["us_otc_qot_right"] = _value
        _value = self.us_qot_right
        if _value is not UNSET:
            _object["us_qot_right"] = _value
        _value = self.user_attribution
        if _value is not UNSET:
            _object["user_attribution"] = _value
        _value = self.user_id
        if _value is not UNSET:
            _object["user_id"] = _value
        _value = self.web_jump_url_head
        if _value is not UNSET:
            _object["web_jump_url_head"] = _value
        _value = self.web_key
        if _value is not UNSET:
            _object["web_key"] = _value
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
        _model.api_level = src_dict["api_level"] if "api_level" in src_dict else UNSET
        _model.avatar_url = src_dict["avatar_url"] if "avatar_url" in src_dict else UNSET
        _model.cc_qot_right = src_dict["cc_qot_right"] if "cc_qot_right" in src_dict else UNSET
        _model.cn_qot_right = src_dict["cn_qot_right"] if "cn_qot_right" in src_dict else UNSET
        _model.ec_qot_right = src_dict["ec_qot_right"] if "ec_qot_right" in src_dict else UNSET
        _model.extra = src_dict["extra"] if "extra" in src_dict else UNSET
        _model.has_us_option_qot_right = (
            src_dict["has_us_option_qot_right"] if "has_us_option_qot_right" in src_dict else UNSET
        )
        _model.history_kl_quota = src_dict["history_kl_quota"] if "history_kl_quota" in src_dict else UNSET
        _model.hk_future_qot_right = src_dict["hk_future_qot_right"] if "hk_future_qot_right" in src_dict else UNSET
        _model.hk_option_qot_right = src_dict["hk_option_qot_right"] if "hk_option_qot_right" in src_dict else UNSET
        _model.hk_qot_right = src_dict["hk_qot_right"] if "hk_qot_right" in src_dict else UNSET
        _model.is_app_nn_or_mm = src_dict["is_app_nn_or_mm"] if "is_app_nn_or_mm" in src_dict else UNSET
        _model.is_need_agree_disclaimer = (
            src_dict["is_need_agree_disclaimer"] if "is_need_agree_disclaimer" in src_dict else UNSET
        )
        _model.jp_future_qot_right = src_dict["jp_future_qot_right"] if "jp_future_qot_right" in src_dict else UNSET
        _model.jp_stock_qot_right = src_dict["jp_stock_qot_right"] if "jp_stock_qot_right" in src_dict else UNSET
        _model.my_stock_qot_right = src_dict["my_stock_qot_right"] if "my_stock_qot_right" in src_dict else UNSET
        _model.nick_name = src_dict["nick_name"] if "nick_name" in src_dict else UNSET
        _model.sg_future_qot_right = src_dict["sg_future_qot_right"] if "sg_future_qot_right" in src_dict else UNSET
        _model.sg_stock_qot_right = src_dict["sg_stock_qot_right"] if "sg_stock_qot_right" in src_dict else UNSET
        _model.sh_qot_right = src_dict["sh_qot_right"] if "sh_qot_right" in src_dict else UNSET
        _model.sub_quota = src_dict["sub_quota"] if "sub_quota" in src_dict else UNSET
        _model.sz_qot_right = src_dict["sz_qot_right"] if "sz_qot_right" in src_dict else UNSET
        _model.update_type = src_dict["update_type"] if "update_type" in src_dict else UNSET
        _model.update_whats_new = src_dict["update_whats_new"] if "update_whats_new" in src_dict else UNSET
        _model.us_cboe_future_qot_right = (
            src_dict["us_cboe_future_qot_right"] if "us_cboe_future_qot_right" in src_dict else UNSET
        )
        _model.us_cbot_future_qot_right = (
            src_dict["us_cbot_future_qot_right"] if "us_cbot_future_qot_right" in src_dict else UNSET
        )
        _model.us_cme_future_qot_right = (
            src_dict["us_cme_future_qot_right"] if "us_cme_future_qot_right" in src_dict else UNSET
        )
        _model.us_comex_future_qot_right = (
            src_dict["us_comex_future_qot_right"] if "us_comex_future_qot_right" in src_dict else UNSET
        )
        _model.us_future_qot_right = src_dict["us_future_qot_right"] if "us_future_qot_right" in src_dict else UNSET
        _model.us_index_qot_right = src_dict["us_index_qot_right"] if "us_index_qot_right" in src_dict else UNSET
        _model.us_nymex_future_qot_right = (
            src_dict["us_nymex_future_qot_right"] if "us_nymex_future_qot_right" in src_dict else UNSET
        )
        _model.us_option_qot_right = src_dict["us_option_qot_right"] if "us_option_qot_right" in src_dict else UNSET
        _model.us_otc_qot_right = src_dict["us_otc_qot_right"] if "us_otc_qot_right" in src_dict else UNSET
        _model.us_qot_right = src_dict["us_qot_right"] if "us_qot_right" in src_dict else UNSET
        _model.user_attribution = src_dict["user_attribution"] if "user_attribution" in src_dict else UNSET
        _model.user_id = src_dict["user_id"] if "user_id" in src_dict else UNSET
        _model.web_jump_url_head = src_dict["web_jump_url_head"] if "web_jump_url_head" in src_dict else UNSET
        _model.web_key = src_dict["web_key"] if "web_key" in src_dict else UNSET
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
