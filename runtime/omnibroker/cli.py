"""The command `omnibroker`: serve, sandbox, doctor, matrix; keys, journal and audit have modules of their own."""

import argparse
import asyncio
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from omnibroker import __version__, audit_commands, bundles, journal_commands, key_commands
from omnibroker.command_options import DEFAULT_CONFIG, Commands, chosen_config, port
from omnibroker.config import Config, ConfigError
from omnibroker.matrix import matrix_text


class _Simulated(Collection[str]):
    """The simulated brokers, looked up when they are asked for: other commands start without the server's world."""

    def __contains__(self, name: object) -> bool:
        return name in self._names()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __len__(self) -> int:
        return len(self._names())

    @staticmethod
    def _names() -> list[str]:
        from omnibroker.simulated import BASE_PATHS  # noqa: PLC0415 - see the class

        return sorted(BASE_PATHS)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command; exit status 0 done, 1 failed, 2 unusable arguments or configuration."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except ConfigError as error:
        print(f"omnibroker: {error}", file=sys.stderr)
        status = 2
    sys.exit(status)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="omnibroker", description="One OpenAPI contract over several brokers."
    )
    parser.add_argument("--version", action="version", version=f"omnibroker {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_serve(commands)
    _add_sandbox(commands)
    _add_doctor(commands)
    _add_matrix(commands)
    key_commands.add(commands)
    journal_commands.add(commands)
    audit_commands.add(commands)
    return parser


def _add_serve(commands: Commands) -> None:
    serve = commands.add_parser("serve", help="serve the gateway")
    serve.add_argument(
        "--config", type=Path, help=f"configuration file (default: {DEFAULT_CONFIG}, if there)"
    )
    serve.add_argument(
        "--sandbox", action="store_true", help="serve over simulated brokers, on this machine only"
    )
    serve.add_argument("--host", help="address to listen on")
    serve.add_argument("--port", type=port, help="port to listen on")
    serve.add_argument("--only", metavar="API", help="serve one spec alone at /")
    serve.add_argument(
        "--seed", type=int, default=1, help="the simulated market's seed (default: 1)"
    )
    serve.add_argument("--workers", type=int, default=1, help=argparse.SUPPRESS)
    serve.set_defaults(run=_serve)


def _add_sandbox(commands: Commands) -> None:
    sandbox = commands.add_parser(
        "sandbox", help="run one simulated broker alone, for vendors' clients"
    )
    sandbox.add_argument(
        "broker", choices=_Simulated(), metavar="BROKER", help="one of: %(choices)s"
    )
    sandbox.add_argument("--port", type=port, default=0, help="port (default: a free one)")
    sandbox.add_argument("--seed", type=int, default=1, help="the market's seed (default: 1)")
    sandbox.add_argument("--tls", action="store_true", help="https with a self-signed certificate")
    sandbox.add_argument(
        "--cert-out", type=Path, help="with --tls: write the certificate (PEM) here"
    )
    sandbox.set_defaults(run=_sandbox)


def _add_doctor(commands: Commands) -> None:
    doctor = commands.add_parser(
        "doctor", help="try a configuration step by step; no order is sent"
    )
    doctor.add_argument(
        "--config", type=Path, help=f"configuration file (default: {DEFAULT_CONFIG})"
    )
    doctor.add_argument(
        "--connection", action="append", help="this connection alone; may be repeated"
    )
    doctor.add_argument("--instrument", help="whose quote is read (default: a well-known one)")
    doctor.set_defaults(run=_doctor)


def _add_matrix(commands: Commands) -> None:
    matrix = commands.add_parser("matrix", help="print operations × brokers")
    matrix.set_defaults(run=_matrix)


def _serve(options: argparse.Namespace) -> int:
    from omnibroker import serving  # noqa: PLC0415 - the server's world, loaded when it is needed

    if options.workers != 1:
        raise ConfigError(
            "--workers must be 1: one process owns the broker sessions. Several would be several logins "
            "and several request budgets."
        )
    if options.only not in {None, "unified"}:
        raise ConfigError(f"--only {options.only}: this version serves the spec `unified`.")
    config = chosen_config(options)
    if options.sandbox:
        if config is not None and config.connections:
            raise ConfigError(
                "--sandbox refuses a configuration with connections: it would trade for real."
            )
        return serving.serve_sandbox(config or Config(), options.host, options.port, options.seed)
    if config is None:
        raise ConfigError(
            f"There is nothing to serve: write {DEFAULT_CONFIG} (see docs/configuration.md), name another with "
            "--config FILE, or try it without any broker: --sandbox."
        )
    return serving.serve(config, options.host, options.port)


def _sandbox(options: argparse.Namespace) -> int:
    from omnibroker import serving  # noqa: PLC0415 - the server's world, loaded when it is needed

    return serving.serve_simulated(
        options.broker,
        options.port,
        options.seed,
        tls=options.tls,
        certificate_out=options.cert_out,
    )


def _doctor(options: argparse.Namespace) -> int:
    config = chosen_config(options)
    if config is None or not config.connections:
        raise ConfigError(
            f"There is no connection to examine: write {DEFAULT_CONFIG} (see docs/configuration.md)."
        )
    names = options.connection or list(config.connections)
    unknown = [name for name in names if name not in config.connections]
    if unknown:
        raise ConfigError(
            f"There is no [connections.{unknown[0]}]; there are {', '.join(config.connections)}."
        )
    return asyncio.run(_examined(config, names, options.instrument))


async def _examined(config: Config, names: list[str], instrument: str | None) -> int:
    from omnibroker import doctor  # noqa: PLC0415 - the world of connections, loaded when it is needed
    from omnibroker.observe import configure_logging  # noqa: PLC0415

    # What the steps say is enough; a warning of the log would say it twice.
    configure_logging("error")
    status, shown = 0, ""
    async for finding in doctor.examine(config, names, instrument):
        if finding.connection != shown:
            shown = finding.connection
            print(doctor.heading(shown, config.connections[shown]), flush=True)
        print(f"  {finding.mark} {finding.step:<12} {finding.detail}", flush=True)
        status = max(status, int(finding.mark == doctor.FAILED))
    return status


def _matrix(_options: argparse.Namespace) -> int:
    print(matrix_text(bundles.load("unified")), end="")
    return 0
