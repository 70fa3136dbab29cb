"""Contains some shared types for properties"""

import datetime
from collections.abc import Mapping, MutableMapping
from typing import IO, Any, BinaryIO, Generic, Literal, TypeVar
from uuid import UUID

from attrs import define


class Unset:
    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        """Copies and pickles are the same object: generated code asks `is UNSET`"""
        return "UNSET"


UNSET: Unset = Unset()

# The types that `httpx.Client(files=)` can accept, copied from that library.
FileContent = IO[bytes] | bytes | str
FileTypes = (
    # (filename, file (or bytes), content_type)
    tuple[str | None, FileContent, str | None]
    # (filename, file (or bytes), content_type, headers)
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
RequestFiles = list[tuple[str, FileTypes]]


@define
class File:
    """Contains information for file uploads"""

    payload: BinaryIO
    file_name: str | None = None
    mime_type: str | None = None

    def to_tuple(self) -> FileTypes:
        """Return a tuple representation that httpx will accept for multipart/form-data"""
        return self.file_name, self.payload, self.mime_type


T = TypeVar("T")


@define
class Response(Generic[T]):
    """A response from an endpoint; `parsed` is None where the body is not JSON or the status is not documented"""

    status_code: int
    content: bytes
    headers: MutableMapping[str, str]
    parsed: T | None


def read_json(response: Any) -> Any:
    """The decoded body, or None where it is no JSON: a proxy's HTML page must not hide the status"""
    try:
        return response.json()
    except Exception:
        return None


def read_datetime(value: Any) -> Any:
    """A datetime, or the value itself where it is none"""
    try:
        return datetime.datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return value


def read_date(value: Any) -> Any:
    """A date, or the value itself where it is none"""
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        return value


def read_uuid(value: Any) -> Any:
    """A UUID, or the value itself where it is none"""
    try:
        return UUID(value)
    except (TypeError, ValueError, AttributeError):
        return value


def read_first(value: Mapping[str, Any], *models: Any) -> Any:
    """Read by the first model that `value` fits; the value itself where it fits none"""
    for model in models:
        if model.fits(value):
            return model.from_dict(value)
    return value


def write_value(value: Any) -> Any:
    """What goes into JSON for a property's value, whatever was read into it"""
    if isinstance(value, list):
        return [write_value(item) for item in value]
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return value


__all__ = [
    "UNSET",
    "File",
    "FileTypes",
    "RequestFiles",
    "Response",
    "Unset",
    "read_date",
    "read_datetime",
    "read_first",
    "read_json",
    "read_uuid",
    "write_value",
]
