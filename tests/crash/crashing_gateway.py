"""Run `omnibroker` with the arguments after the first three, and kill this process at one step of one write."""

import os
import signal
import sys

from omnibroker.cli import main
from omnibroker.journal import Journal


def kill_at(operation_id: str, method: str, moment: str) -> None:
    """Let the journal's method kill the process before or after it has run for a write of the operation."""
    original = getattr(Journal, method)

    async def step(self, write, *rest, **options):
        if write.operation_id != operation_id:
            return await original(self, write, *rest, **options)
        if moment == "after":
            await original(self, write, *rest, **options)
        os.kill(os.getpid(), signal.SIGKILL)
        return None

    setattr(Journal, method, step)


if __name__ == "__main__":
    kill_at(*sys.argv[1:4])
    main(sys.argv[4:])
