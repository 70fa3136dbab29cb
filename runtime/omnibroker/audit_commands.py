"""The command `omnibroker audit verify`: the whole chain read again, outside the gateway."""

import argparse
import asyncio
import json
from pathlib import Path

from omnibroker.audit.keys import Keyring
from omnibroker.audit.verify import Verdict, verify
from omnibroker.command_options import DEFAULT_CONFIG, Commands, chosen_config, printable
from omnibroker.config import Config, ConfigError, is_there
from omnibroker.kit.errors import NotSent
from omnibroker.storage.store import Store


def add(commands: Commands) -> None:
    """Add `audit` to the program's commands."""
    audit = commands.add_parser("audit", help="verify the chain of audit records")
    actions = audit.add_subparsers(required=True, metavar="ACTION")
    action = actions.add_parser(
        "verify", help="read every record again; exit status 1 if one is bad"
    )
    action.add_argument(
        "--config", type=Path, help=f"configuration file (default: {DEFAULT_CONFIG}, if there)"
    )
    action.add_argument(
        "--checkpoints",
        type=Path,
        metavar="FILE",
        help="another checkpoint file, or a log in JSON lines that has them",
    )
    action.add_argument("--json", action="store_true", help="print the result as JSON")
    action.set_defaults(run=_verify)


def _verify(options: argparse.Namespace) -> int:
    config = chosen_config(options) or Config()
    settings = config.audit
    path: Path | None = options.checkpoints
    if path is not None and not is_there(path):
        raise ConfigError(f"There is no file {path}.")
    if path is None and settings.checkpoint_file:
        path = Path(settings.checkpoint_file).expanduser()
    url = config.journal.existing()
    try:
        verdict = asyncio.run(_verified(url, Keyring.read(settings), path))
    except NotSent as error:
        raise ConfigError(f"[journal] {error.detail}") from None
    except FileNotFoundError:
        raise ConfigError(
            f"[audit] checkpoint_file: there is no file {path}, and the chain has records: it was taken away, "
            "or this is not where the gateway writes it. Name a copy by --checkpoints."
        ) from None
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {error.strerror}.") from None
    if verdict.unproven:
        raise ConfigError(printable(f"Record {verdict.first_bad:,}: {verdict.reason}."))
    print(_json(verdict) if options.json else _words(verdict, path))
    return 0 if verdict.intact else 1


async def _verified(url: str, keys: Keyring, path: Path | None) -> Verdict:
    store = Store.existing(url)
    try:
        return await verify(store, keys, path)
    finally:
        await store.close()


def _json(verdict: Verdict) -> str:
    names = ("intact", "records", "anchored", "unanchored", "checkpoints", "first_bad", "reason")
    members = {name: getattr(verdict, name) for name in names}
    return json.dumps({name: value for name, value in members.items() if value is not None})


def _words(verdict: Verdict, path: Path | None) -> str:
    lines = []
    if verdict.intact:
        lines.append(f"The audit chain is intact: {verdict.records:,} records.")
    else:
        lines.append(f"The audit chain is NOT intact. First bad record: {verdict.first_bad:,}.")
        lines.append(printable(f"Reason: {verdict.reason}."))
        lines.append(f"The {verdict.records:,} records before it hold.")
    if path is None or not is_there(path):
        lines.append(f"Checkpoints: none ({path or 'no checkpoint_file is configured'}).")
    else:
        lines.append(f"Checkpoints: {verdict.checkpoints:,} compared, from {path}.")
    lines.append(f"Anchored up to record {verdict.anchored:,}.")
    if verdict.unanchored:
        lines.append(
            f"{verdict.unanchored:,} later records are unanchored: a cut among them would not show."
        )
    return "\n".join(lines)
