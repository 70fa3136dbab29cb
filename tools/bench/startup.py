"""How long the gateway takes from its start to ready, and its memory then. Prints one JSON line."""

import json
import sys
import time
from pathlib import Path
from statistics import median

import nginx
from gateway import omnibroker
from place import CannotMeasure, require_tools
from servers import Server

ROUNDS = 5


def once(upstream: Server) -> tuple[float, float]:
    """Start the gateway once: (seconds until /ready says 200, resident megabytes then)."""
    server = omnibroker(upstream)
    begun = time.monotonic()
    server.start()
    try:
        return time.monotonic() - begun, resident_mb(server)
    finally:
        server.stop()


def resident_mb(server: Server) -> float:
    """Resident memory of the gateway's process, in MB (10^6 bytes)."""
    status = Path(f"/proc/{server.group()}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024 / 1e6


def main() -> int:
    """Print the figures as one JSON line."""
    upstream = nginx.fake_broker()
    try:
        require_tools()
        upstream.start()
        taken = [once(upstream) for _ in range(ROUNDS)]
    except CannotMeasure as problem:
        print(f"start-up cannot be measured: {problem}", file=sys.stderr)
        return 1
    finally:
        upstream.stop()
    seconds, memory = (median(values) for values in zip(*taken, strict=True))
    text = f"From start to ready {seconds:.2f} s, memory then {memory:.0f} MB, unified API and one broker."
    print(json.dumps({"ready_seconds": seconds, "rss_mb": memory, "text": text}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
