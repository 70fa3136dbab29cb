"""The sandbox's clock: any clock underneath, plus an offset that a test or a person may advance."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the machine's time in UTC."""
    return datetime.now(UTC)


class SandboxClock:
    """A clock that only moves forward: the base clock plus every advance so far."""

    def __init__(self, base: Clock = utc_now) -> None:
        self._base = base
        self._offset = timedelta()

    def __call__(self) -> datetime:
        """Return the sandbox's time in UTC."""
        return self._base().astimezone(UTC) + self._offset

    def advance(self, seconds: float) -> datetime:
        """Move the sandbox's time forward and return it; going back is refused."""
        if seconds < 0:
            raise ValueError("The sandbox clock only moves forward: give seconds >= 0.")
        self._offset += timedelta(seconds=seconds)
        return self()

    def milliseconds(self) -> int:
        """Return the sandbox's time as whole milliseconds since 1970."""
        return to_milliseconds(self())


def to_milliseconds(moment: datetime) -> int:
    """Return a moment as whole milliseconds since 1970."""
    return (moment - EPOCH) // timedelta(milliseconds=1)


def from_milliseconds(milliseconds: int) -> datetime:
    """Return whole milliseconds since 1970 as a moment in UTC."""
    return EPOCH + timedelta(milliseconds=milliseconds)


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
