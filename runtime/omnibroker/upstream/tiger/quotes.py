"""The quote permission: it belongs to the device that took it last, so only the connection's keeper takes it."""

from typing import Any

from omnibroker.kit.errors import GatewayError
from omnibroker.observe import log
from omnibroker.upstream.tiger import answers
from omnibroker.upstream.tiger.proof import Ask


class Quotes:
    """Whether this connection takes the permission, and whether it has to do so again."""

    def __init__(self, connection: str, *, wanted: bool) -> None:
        self._connection = connection
        self._wanted = wanted
        self._due = wanted

    def refused(self) -> None:
        """Note that a read was refused: another device has it, or there is no such right."""
        self._due = self._wanted

    def forgive(self) -> None:
        """Take it again with the next proof: a person asks for a new session."""
        self._due = self._wanted

    async def take(self, ask: Ask) -> None:
        """Take the permission if it is due; a refusal is no reason to do without accounts and orders."""
        if not self._due:
            return
        # Whatever comes of it: the next try waits until a read is refused.
        self._due = False
        try:
            held = _names(await ask(answers.TAKE_QUOTES, None))
        except GatewayError as error:
            log.warning("quotes_not_taken", connection=self._connection, detail=error.detail)
        else:
            log.info("quotes_taken", connection=self._connection, permissions=held)


def _names(answer: Any) -> list[str]:
    rows = answer if isinstance(answer, list) else []
    return [str(row["name"]) for row in rows if isinstance(row, dict) and "name" in row]
