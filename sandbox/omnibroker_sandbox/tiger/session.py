"""The developer's standing: tokens that run out, and the device that holds the quote permission."""

import base64
from dataclasses import dataclass
from hashlib import blake2b

ACTIONS = ("steal", "release", "expire", "logout", "login", "daily_reset")
TOKEN_MS = 15 * 86_400_000
HEAD = 27
"""Bytes of a token that are its times: 13 digits, a comma, 13 digits."""
OTHER_DEVICE = "another device"
FIRST_TIMES = f"{0:013d},{10**13 - 1:013d}"


def first_token() -> str:
    """Return the token with which every sandbox begins; it is good until tokens are made to expire."""
    return base64.b64encode(FIRST_TIMES.encode() + _digest(FIRST_TIMES)).decode()


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=24).digest()


@dataclass(slots=True)
class Session:
    """Tokens count from `valid_from_ms` on; with `open_to_all` no device has to take the quotes first."""

    seed: int
    open_to_all: bool = False
    holder: str | None = None
    valid_from_ms: int = 0

    def token(self, now_ms: int) -> str:
        """Return a token for the next 15 days: its times, then bytes that prove it."""
        times = f"{now_ms:013d},{now_ms + TOKEN_MS:013d}"
        return base64.b64encode(times.encode() + self._proof(times)).decode()

    def accepts(self, token: str, now_ms: int) -> bool:
        """Tell whether a token is one of ours, in time, and not from before the last expiry."""
        try:
            raw = base64.b64decode(token, validate=True)
            times = raw[:HEAD].decode("ascii")
            created, expires = (int(part) for part in times.split(","))
        except ValueError:
            return False
        in_time = self.valid_from_ms <= created and now_ms < expires
        return in_time and raw[HEAD:] == self._proof(times)

    def _proof(self, times: str) -> bytes:
        return _digest(times if times == FIRST_TIMES else f"{self.seed}|{times}")

    def sees_quotes(self, device_id: str) -> bool:
        """Tell whether a device may read real-time quotes."""
        return self.open_to_all or self.holder == device_id

    def grab(self, device_id: str) -> None:
        """Give the quote permission to a device; every other one has lost it."""
        self.open_to_all, self.holder = False, device_id

    def act(self, action: str, now_ms: int) -> None:
        """Let something happen from outside: see ACTIONS; unknown actions are refused."""
        if action not in ACTIONS:
            raise ValueError(f"Unknown session action {action!r}: use one of {', '.join(ACTIONS)}.")
        if action == "steal":
            self.grab(OTHER_DEVICE)
        elif action in {"release", "daily_reset"}:
            self.open_to_all, self.holder = False, None
        if action in {"expire", "logout"}:
            self.valid_from_ms = now_ms + 1
        if action == "logout":
            self.open_to_all, self.holder = False, None
        if action == "login":
            self.valid_from_ms = min(self.valid_from_ms, now_ms)
