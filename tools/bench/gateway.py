"""Omnibroker under measurement: its configuration, its key, its process."""

import json
import sys

from place import BENCH, ROOT, CannotMeasure, source_path, use_sources
from request import ACCOUNT, KEY
from servers import Server, free_port

CONFIG = """[server]
host = "127.0.0.1"
port = {port}

[keys]
file = "{folder}/keys.json"
pepper = {{ file = "{folder}/pepper.key" }}

[log]
level = "warning"

[connections.ibkr]
broker = "ibkr"
base_url = "{upstream}/v1/api"
environment = "paper"
pacing = "off"
"""
SERVE = "import sys; from omnibroker.cli import main; sys.exit(main())"


def omnibroker(upstream: Server) -> Server:
    """The gateway itself: keys, both validations, one upstream call, mapping."""
    if not (ROOT / "runtime" / "omnibroker" / "cli.py").exists():
        raise CannotMeasure(
            "the gateway cannot be started yet: runtime/omnibroker/cli.py is missing"
        )
    port = free_port()
    folder = BENCH / "omnibroker"
    folder.mkdir(exist_ok=True)
    config = folder / "omnibroker.toml"
    config.write_text(CONFIG.format(port=port, folder=folder, upstream=upstream.origin))
    write_key()
    command = [sys.executable, "-W", "ignore", "-c", SERVE, "serve", "--config", str(config)]
    return Server(
        "omnibroker", command, port, cpu=1, environment={"PYTHONPATH": source_path()},
        ready="/ready", ready_means_ok=True,
    )  # fmt: skip


def write_key() -> None:
    """Write the key file with the one key of the benchmark."""
    use_sources()
    from omnibroker.security import KeyStore  # noqa: PLC0415  # ours, importable after use_sources

    folder = BENCH / "omnibroker"
    pepper = "a pepper of the benchmark only"
    digest = KeyStore([], pepper.encode()).digest(KEY)
    record = {
        "key_id": digest[:12],
        "name": "bench",
        "digest": digest,
        "scopes": ["market:read", "account:read", "trade:paper"],
        "accounts": [f"ibkr:{ACCOUNT}"],
        "created_at": "2024-01-01T00:00:00+00:00",
    }
    (folder / "pepper.key").write_text(pepper)
    (folder / "keys.json").write_text(json.dumps({"keys": [record]}))
    for name in ("pepper.key", "keys.json"):
        (folder / name).chmod(0o600)
