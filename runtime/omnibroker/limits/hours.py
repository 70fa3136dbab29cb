"""The hours of a day in which orders may be placed, in the zone of a place."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from omnibroker.config import ConfigError

_WINDOW = re.compile(r"([0-2][0-9]):([0-5][0-9])-([0-2][0-9]):([0-5][0-9]) ([A-Za-z0-9_+/-]+)")
_DAY_MINUTES = 24 * 60


class Hours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A window of every day: minutes after midnight in an IANA zone, the start in it, the end not.

    A window whose end is before its start goes over midnight.
    """

    start: int
    end: int
    zone: str

    @classmethod
    def parse(cls, text: str) -> "Hours":
        """Return the window of `09:30-16:00 America/New_York`; raises ConfigError for anything else."""
        found = _WINDOW.fullmatch(text.strip())
        if found is None:
            raise ConfigError(f"hours {text!r}: write it like `09:30-16:00 America/New_York`.")
        start = int(found[1]) * 60 + int(found[2])
        end = int(found[3]) * 60 + int(found[4])
        if start >= _DAY_MINUTES or end > _DAY_MINUTES or start == end:
            raise ConfigError(f"hours {text!r}: begin at 00:00 to 23:59, end at another time.")
        if not _is_zone(found[5]):
            raise ConfigError(f"hours {text!r}: {found[5]} is no IANA time zone; UTC is one.")
        return cls(start, end, found[5])

    def text(self) -> str:
        """Return the window as `parse` reads it."""
        return f"{_clock_time(self.start)}-{_clock_time(self.end)} {self.zone}"

    def include(self, instant: datetime) -> bool:
        """Say whether an instant (with its zone) is in the window."""
        local = instant.astimezone(ZoneInfo(self.zone))
        minute = local.hour * 60 + local.minute
        if self.start < self.end:
            return self.start <= minute < self.end
        return minute >= self.start or minute < self.end


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # no such zone; no such form; a folder of zones
        return False
    return True


def _clock_time(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
