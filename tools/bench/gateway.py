"""Omnibroker under measurement: its configuration, its key, its process, and with all brokers behind it."""

import http.client
import json
import sys
from dataclasses import dataclass

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
OTHERS = """
[connections.tiger]
broker = "tiger"
base_url = "{tiger}/gateway"
environment = "paper"
tiger_id = "{tiger_id}"
private_key = {{ env = "BENCH_PRIVATE_KEY" }}
tiger_public_key = {{ env = "BENCH_TIGER_PUBLIC_KEY" }}

[connections.futu]
broker = "futu"
base_url = "{futu}"
environment = "paper"
key = {{ env = "BENCH_FUTU_KEY" }}

[connections.tradelocker]
broker = "tradelocker"
base_url = "{tradelocker}/backend-api"
environment = "paper"
email = "bench@example.com"
password = {{ env = "BENCH_PASSWORD" }}
server = "SANDBOX"
"""
SERVE = "import sys; from omnibroker.cli import main; sys.exit(main())"


def omnibroker(upstream: Server) -> Server:
    """The gateway itself: keys, both validations, one upstream call, mapping."""
    if not (ROOT / "runtime" / "omnibroker" / "cli.py").exists():
        raise CannotMeasure(
            "the gateway cannot be started yet: runtime/omnibroker/cli.py is missing"
        )
    port = free_port()
    config = write_config("omnibroker", port, upstream)
    return Server(
        "omnibroker", command("serve", "--config", config), port, cpu=1,
        environment={"PYTHONPATH": source_path()}, ready="/ready", ready_means_ok=True,
    )  # fmt: skip


@dataclass(kw_only=True)
class _OverFour(Server):
    """The gateway with the simulated brokers that it is logged in to, which idle on the other CPU."""

    upstream: Server
    others: dict[str, Server]

    def start(self) -> None:
        """Start the brokers, write the configuration with their log-ins, then start the gateway."""
        for other in self.others.values():
            other.start()
        origins = {name: other.origin for name, other in self.others.items()}
        login = logged_in(self.others["tiger"].port)
        self.environment |= {
            "BENCH_PRIVATE_KEY": login["private_key"],
            "BENCH_TIGER_PUBLIC_KEY": login["tiger_public_key"],
            "BENCH_FUTU_KEY": "fc_" + "a110" * 16,
            "BENCH_PASSWORD": "sandbox",
        }
        others = OTHERS.format(**origins, tiger_id=login["tiger_id"])
        write_config(self.name, self.port, self.upstream, others)
        super().start()

    def stop(self) -> None:
        """End the gateway, then the brokers."""
        super().stop()
        for other in self.others.values():
            other.stop()


def omnibroker_four(upstream: Server) -> Server:
    """The same gateway and request, with three more brokers connected."""
    name, port = "omnibroker-four", free_port()
    environment = {"PYTHONPATH": source_path()}
    others = {}
    for broker in ("tiger", "futu", "tradelocker"):
        its_port = free_port()
        others[broker] = Server(
            f"sandbox-{broker}", command("sandbox", broker, "--port", str(its_port)), its_port,
            cpu=0, environment=environment, ready="/sandbox/book", ready_means_ok=True,
        )  # fmt: skip
    config = str(BENCH / name / "omnibroker.toml")
    return _OverFour(
        name, command("serve", "--config", config), port, cpu=1, environment=dict(environment),
        ready="/ready", ready_means_ok=True, upstream=upstream, others=others,
    )  # fmt: skip


def command(*arguments: str) -> list[str]:
    """The command line of the program from its sources."""
    return [sys.executable, "-W", "ignore", "-c", SERVE, *arguments]


def write_config(name: str, port: int, upstream: Server, others: str = "") -> str:
    """Write configuration and key of a gateway; return the configuration's path."""
    folder = BENCH / name
    folder.mkdir(exist_ok=True)
    text = CONFIG.format(port=port, folder=BENCH / "omnibroker", upstream=upstream.origin)
    (folder / "omnibroker.toml").write_text(text + others)
    write_key()
    return str(folder / "omnibroker.toml")


def logged_in(port: int) -> dict[str, str]:
    """Ask a simulated Tiger for the keys of this run."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("POST", "/sandbox/session", '{"action": "login"}')
    found: dict[str, str] = json.load(connection.getresponse())
    connection.close()
    return found


def write_key() -> None:
    """Write the key file with the one key of the benchmark."""
    use_sources()
    from omnibroker.security import KeyStore  # noqa: PLC0415  # ours, importable after use_sources

    folder = BENCH / "omnibroker"
    folder.mkdir(exist_ok=True)
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
