"""The packet_id of changes: the gateway answers a pair that it has seen with its first answer."""

import secrets
from typing import Any

_SERIALS = 2**32


class Packets:
    """Pairs of a connection's number and a serial number that grows.

    A pair that comes again within 90 seconds would hide a new order behind an older one: so the first
    serial number is drawn anew with each start.
    """

    def __init__(self) -> None:
        # Stands in where the gateway does not say which connection it takes us for.
        self._connection = secrets.randbelow(_SERIALS - 1) + 1
        self._serial = secrets.randbelow(_SERIALS // 2)

    def learn(self, connection: Any) -> None:
        """Take over the number of the connection, as the gateway says it."""
        if isinstance(connection, int) and not isinstance(connection, bool) and connection > 0:
            self._connection = connection

    def draw(self) -> dict[str, int]:
        """Return the packet_id of the next change."""
        self._serial = (self._serial + 1) % _SERIALS
        return {"conn_id": self._connection, "serial_no": self._serial}
