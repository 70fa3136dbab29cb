"""The trade lock of real accounts: whether it is open, and the password that opens it."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from omnibroker.kit.errors import GatewayError, NotSent, Rejected
from omnibroker.kit.upstream import Account
from omnibroker.upstream.futu.answers import LOCKED, NOT_UNLOCKED, member, members

Send = Callable[[str, float, Any], Awaitable[Any]]
_REAL = "1"
# How long an order may wait for the look at the lock; without an answer Futu itself says what it thinks.
_LOOK_SECONDS = 2.0
# Two wrong passwords cost a minute, and about ten lock the account at the broker.
_PAUSE_SECONDS = 60.0
_UNCONFIGURED = "No trading password is configured: set `trading_password` of the connection, or unlock trading in OpenD."
_BY_HAND = "Futu asks for the code of a token: unlock trading in OpenD."


class TradeLock:
    """What is known of the lock, which belongs to the gateway's process and all its clients.

    An order for a real account goes out only after a read that needs the unlock has succeeded, once per
    epoch and account: what unlocks or locks may as well be OpenD's own window.
    """

    def __init__(self, send: Send, password: str | None) -> None:
        self._send = send
        self.digest = password and hashlib.md5(password.encode(), usedforsecurity=False).hexdigest()
        self._open: set[str] = set()
        self._unlocked_here = False
        self._paused_until = 0.0

    def forget(self) -> None:
        """Look again before the next order: the gateway may have started anew, which locks."""
        self._open.clear()

    def doubt(self, account: Account | None) -> None:
        """Look again before the account's next order: this one was refused as locked."""
        if account is not None:
            self._open.discard(account.broker_account_id)

    async def admit(self, account: Account | None, deadline: float) -> None:
        """Let an order through unless its account is known to be locked: `session_not_ready`."""
        if account is None or account.native.get("trd_env") != _REAL:
            return
        market = account.native.get("markets", "").partition(",")[0]
        if account.broker_account_id in self._open or not market:
            return
        if await self._is_open(account, int(market), deadline):
            self._open.add(account.broker_account_id)

    async def _is_open(self, account: Account, market: int, deadline: float) -> bool:
        header = {"trd_env": 1, "acc_id": int(account.broker_account_id), "trd_market": market}
        soon = min(deadline, _now() + _LOOK_SECONDS)
        try:
            await self._send("orders", soon, {"header": header})
        except NotSent as error:
            if error.code != "session_not_ready":
                return False
            if error.extra.get("broker_code") == NOT_UNLOCKED:
                raise NotSent("session_not_ready", LOCKED, broker="futu") from None
            raise
        except GatewayError:
            return False
        return True

    async def unlock(self, deadline: float) -> None:
        """Unlock trading on all real accounts with the configured password.

        Raises `session_not_ready` without a password or where Futu wants a token, `rate_limited` for a
        minute after a refusal, `rejected_by_broker`.
        """
        if self.digest is None:
            raise NotSent("session_not_ready", _UNCONFIGURED, broker="futu")
        self._refuse_haste()
        try:
            answer = await self._send(
                "unlock_trade", deadline, {"unlock": True, "pwd_md5": self.digest}
            )
        except Rejected:
            self._paused_until = _now() + _PAUSE_SECONDS
            raise
        self._open.clear()
        self._unlocked_here = True
        _check(member(answer, "s2c"))

    async def lock(self, deadline: float) -> None:
        """Lock what was unlocked here; a gateway that does not answer keeps nobody from closing."""
        if self._unlocked_here:
            self._unlocked_here = False
            with suppress(GatewayError):
                await self._send("unlock_trade", deadline, {"unlock": False})

    def _refuse_haste(self) -> None:
        wait = self._paused_until - _now()
        if wait > 0:
            raise NotSent(
                "rate_limited",
                "Futu refused this password a moment ago, and wrong ones lock the account: check it first.",
                broker="futu",
                retry_after_seconds=int(wait) + 1,
            )


def _check(s2c: dict[str, Any]) -> None:
    """Raise unless every account that the gateway lists was unlocked."""
    if s2c.get("need_otp") is True:
        raise NotSent("session_not_ready", _BY_HAND, broker="futu")
    failed = [row for row in members(s2c, "account_result_list") if row.get("success") is False]
    if failed:
        names = ", ".join(str(row.get("acc_id")) for row in failed)
        raise Rejected(f"Futu did not unlock {names}; unlock in OpenD.", broker="futu")


def _now() -> float:
    return asyncio.get_running_loop().time()
