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

T = TypeVar("T", bound="SsoValidation")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "AUTH_TIME",
        "CREDENTIAL",
        "EXPIRES",
        "IP",
        "IS_FREE_TRIAL",
        "IS_MASTER",
        "LANDING_APP",
        "LOGIN_TYPE",
        "PAPER_USER_NAME",
        "QUALIFIED_FOR_MOBILE_AUTH",
        "RESULT",
        "SF_ENABLED",
        "USER_ID",
        "USER_NAME",
        "features",
        "lastAccessed",
        "loginType",
        "region",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class SsoValidation:
    """The outer login as the single sign-on server sees it.

    Attributes:
        auth_time (int | Unset): Epoch milliseconds
        credential (str | Unset):
        expires (int | Unset): Milliseconds until expiry
        ip (str | Unset):
        is_free_trial (bool | Unset):
        is_master (bool | Unset):
        landing_app (str | Unset):
        LOGIN_TYPE (Any | Unset): 1 live, 2 paper; some servers spell it loginType; number, or number as text
        paper_user_name (str | Unset):
        qualified_for_mobile_auth (bool | None | Unset):
        result (bool | Unset):
        sf_enabled (bool | Unset):
        user_id (int | Unset):
        user_name (str | Unset):
        features (SsoFeatures | Unset):
        last_accessed (int | Unset): Epoch milliseconds
        loginType (Any | Unset): 1 live, 2 paper; some servers spell it LOGIN_TYPE; number, or number as text
        region (str | Unset):
    """

    auth_time: int | Unset = UNSET
    credential: str | Unset = UNSET
    expires: int | Unset = UNSET
    ip: str | Unset = UNSET
    is_free_trial: bool | Unset = UNSET
    is_master: bool | Unset = UNSET
    landing_app: str | Unset = UNSET
    LOGIN_TYPE: Any | Unset = UNSET
    paper_user_name: str | Unset = UNSET
    qualified_for_mobile_auth: bool | None | Unset = UNSET
    result: bool | Unset = UNSET
    sf_enabled: bool | Unset = UNSET
    user_id: int | Unset = UNSET
    user_name: str | Unset = UNSET
    features: SsoFeatures | Unset = UNSET
    last_accessed: int | Unset = UNSET
    loginType: Any | Unset = UNSET
    region: str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.auth_time
        if _value is not UNSET:
            _object["AUTH_TIME"] = _value
        _value = self.credential
        if _value is not UNSET:
            _object["CREDENTIAL"] = _value
        _value = self.expires
        if _value is not UNSET:
            _object["EXPIRES"] = _value
        _value = self.ip
        if _value is not UNSET:
            _object["IP"] = _value
        _value = self.is_free_trial
        if _value is not UNSET:
            _object["IS_FREE_TRIAL"] = _value
        _value = self.is_master
        if _value is not UNSET:
            _object["IS_MASTER"] = _value
        _value = self.landing_app
        if _value is not UNSET:
            _object["LANDING_APP"] = _value
        _value = self.LOGIN_TYPE
        if _value is not UNSET:
            _object["LOGIN_TYPE"] = write_value(_value)
        _value = self.paper_user_name
        if _value is not UNSET:
            _object["PAPER_USER_NAME"] = _value
        _value = self.qualified_for_mobile_auth
        if _value is not UNSET:
            _object["QUALIFIED_FOR_MOBILE_AUTH"] = _value
        _value = self.result
        if _value is not UNSET:
            _object["RESULT"] = _value
        _value = self.sf_enabled
        if _value is not UNSET:
            _object["SF_ENABLED"] = _value
        _value = self.user_id
        if _value is not UNSET:
            _object["USER_ID"] = _value
        _value = self.user_name
        if _value is not UNSET:
            _object["USER_NAME"] = _value
        _value = self.features
        if _value is not UNSET:
            _object["features"] = _value.to_dict() if isinstance(_value, SsoFeatures) else write_value(_value)
        _value = self.last_accessed
        if _value is not UNSET:
            _object["lastAccessed"] = _value
        _value = self.loginType
        if _value is not UNSET:
            _object["loginType"] = write_value(_value)
        _value = self.region
        if _value is not UNSET:
            _object["region"] = _value
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
        _model.auth_time = src_dict["AUTH_TIME"] if "AUTH_TIME" in src_dict else UNSET
        _model.credential = src_dict["CREDENTIAL"] if "CREDENTIAL" in src_dict else UNSET
        _model.expires = src_dict["EXPIRES"] if "EXPIRES" in src_dict else UNSET
        _model.ip = src_dict["IP"] if "IP" in src_dict else UNSET
        _model.is_free_trial = src_dict["IS_FREE_TRIAL"] if "IS_FREE_TRIAL" in src_dict else UNSET
        _model.is_master = src_dict["IS_MASTER"] if "IS_MASTER" in src_dict else UNSET
        _model.landing_app = src_dict["LANDING_APP"] if "LANDING_APP" in src_dict else UNSET
        _model.LOGIN_TYPE = src_dict["LOGIN_TYPE"] if "LOGIN_TYPE" in src_dict else UNSET
        _model.paper_user_name = src_dict["PAPER_USER_NAME"] if "PAPER_USER_NAME" in src_dict else UNSET
        _model.qualified_for_mobile_auth = (
            src_dict["QUALIFIED_FOR_MOBILE_AUTH"] if "QUALIFIED_FOR_MOBILE_AUTH" in src_dict else UNSET
        )
        _model.result = src_dict["RESULT"] if "RESULT" in src_dict else UNSET
        _model.sf_enabled = src_dict["SF_ENABLED"] if "SF_ENABLED" in src_dict else UNSET
        _model.user_id = src_dict["USER_ID"] if "USER_ID" in src_dict else UNSET
        _model.user_name = src_dict["USER_NAME"] if "USER_NAME" in src_dict else UNSET
        _value = src_dict.get("features", UNSET)
        _model.features = SsoFeatures.from_dict(_value) if isinstance(_value, dict) else _value
        _model.last_accessed = src_dict["lastAccessed"] if "lastAccessed" in src_dict else UNSET
        _model.loginType = src_dict["loginType"] if "loginType" in src_dict else UNSET
        _model.region = src_dict["region"] if "region" in src_dict else UNSET
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


from ..models.sso_features import SsoFeatures
