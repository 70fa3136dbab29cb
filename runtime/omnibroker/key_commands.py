"""The commands `omnibroker keys …`: create, list, revoke, expire, rotate, limits, consent."""

import argparse
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from omnibroker import bundles
from omnibroker.command_options import Commands, chosen_config, instant, printable, span, table
from omnibroker.config import ACCOUNT_ID, ConfigError, Keys
from omnibroker.security import KeyFile, KeyRecord

_NEVER = "never"
_HEADINGS = (
    "KEY", "NAME", "STATE", "SCOPES", "ACCOUNTS", "EXPIRES", "LIMITS", "CONSENTS", "LAST USED",
)  # fmt: skip


def add(commands: Commands) -> None:
    """Add `keys` to the program's commands."""
    keys = commands.add_parser("keys", help="make, change, list and end keys of the gateway")
    actions = keys.add_subparsers(required=True, metavar="ACTION")
    _add_create(actions)
    _add_list(actions)
    _add_ends(actions)
    _add_rotate(actions)
    _add_limits(actions)
    _add_consent(actions)
    for action in actions.choices.values():
        action.add_argument(
            "--config", type=Path, help="configuration file that names the key file"
        )


def _add_create(actions: Commands) -> None:
    create = actions.add_parser("create", help="draw a key; it is shown once")
    create.add_argument("name", type=_name, help="what the key is for")
    create.add_argument("--scope", action="append", required=True, help="may be repeated")
    create.add_argument(
        "--account",
        action="append",
        type=_account,
        required=True,
        help="account id, such as ibkr:DU1234567, or '*'; may be repeated",
    )
    create.add_argument(
        "--expires-at", type=_instant_to_come, help="RFC 3339, such as 2027-01-01T00:00:00Z"
    )
    create.set_defaults(run=_create)


def _add_list(actions: Commands) -> None:
    actions.add_parser("list", help="list the keys").set_defaults(run=_list)


def _add_ends(actions: Commands) -> None:
    revoke = _with_key(actions.add_parser("revoke", help="end a key at once"))
    revoke.set_defaults(run=_revoke)
    expire = _with_key(actions.add_parser("expire", help="let a key end at an instant to come"))
    expire.add_argument(
        "--at",
        type=_end,
        required=True,
        help=f"RFC 3339, such as 2027-01-01T00:00:00Z; or {_NEVER}",
    )
    expire.set_defaults(run=_expire)


def _add_rotate(actions: Commands) -> None:
    rotate = _with_key(
        actions.add_parser("rotate", help="draw a successor with the same rights; shown once")
    )
    rotate.add_argument(
        "--overlap",
        type=span,
        default="24h",
        help="how long the old key still works: 30m, 24h, 7d, 0 (default: %(default)s)",
    )
    rotate.set_defaults(run=_rotate)


def _add_limits(actions: Commands) -> None:
    limits = _with_key(actions.add_parser("limits", help="set, clear or show a key's limits"))
    limits.add_argument(
        "--set", nargs="+", action="extend", type=_pair, default=[], metavar="NAME=VALUE"
    )
    limits.add_argument("--clear", nargs="+", action="extend", default=[], metavar="NAME")
    limits.add_argument("--show", action="store_true", help="show them (also without any option)")
    limits.set_defaults(run=_limits)


def _add_consent(actions: Commands) -> None:
    consent = _with_key(
        actions.add_parser(
            "consent", help="let a key accept kinds of a broker's questions beforehand"
        )
    )
    consent.add_argument("--broker", help="whose questions, such as ibkr")
    consent.add_argument(
        "--message", nargs="+", action="extend", type=_message_id, default=[], metavar="ID"
    )
    consent.add_argument("--remove", action="store_true", help="accept them no longer")
    consent.set_defaults(run=_consent)


def _with_key(action: argparse.ArgumentParser) -> argparse.ArgumentParser:
    action.add_argument("key_id", metavar="KEY", help="as `keys list` prints it")
    return action


def _create(options: argparse.Namespace) -> int:
    token, record = _key_file(options).create(
        options.name, tuple(options.scope), tuple(options.account), options.expires_at
    )
    _tell(f"Key {_called(record)}, scopes {', '.join(record.scopes)}.")
    return _show_once(token)


def _rotate(options: argparse.Namespace) -> int:
    key_file = _key_file(options)
    token, record = key_file.rotate(options.key_id, options.overlap)
    (old,) = [each for each in key_file.records() if each.key_id == options.key_id]
    _tell(f"Key {_called(record)} replaces {old.key_id}, which ends {old.expires_at}.")
    return _show_once(token)


def _show_once(token: str) -> int:
    _tell("It is shown this once; only its keyed hash is kept:")
    print(token)
    return 0


def _list(options: argparse.Namespace) -> int:
    key_file = _key_file(options)
    uses, now = key_file.last_use.read(), datetime.now(UTC)
    rows = [_row(record, uses.get(record.key_id), now) for record in key_file.records()]
    print(table(_HEADINGS, rows))
    return 0


def _row(record: KeyRecord, used: datetime | None, now: datetime) -> tuple[str, ...]:
    state = record.state(now)
    return (
        record.key_id,
        record.name,
        f"replaced by {record.replaced_by}" if state == "replaced" else state,
        ",".join(record.scopes),
        ",".join(record.accounts),
        record.expires_at or _NEVER,
        "yes" if record.limits else "no",
        str(len(record.consents) or "no"),
        used.isoformat(timespec="seconds") if used else _NEVER,
    )


def _revoke(options: argparse.Namespace) -> int:
    record = _key_file(options).revoke(options.key_id)
    print(f"Revoked {_called(record)}; a running gateway takes no more of it now.")
    return 0


def _expire(options: argparse.Namespace) -> int:
    record = _key_file(options).expire(options.key_id, options.at)
    print(f"Key {_called(record)} ends {record.expires_at or _NEVER}.")
    return 0


def _limits(options: argparse.Namespace) -> int:
    key_file, pairs = _key_file(options), dict(options.set)
    if len(pairs) < len(options.set):
        names = [name for name, _ in options.set]
        twice = next(name for name in names if names.count(name) > 1)
        raise ConfigError(f"{twice} is set twice; write it once.")
    if both := sorted(set(pairs) & set(options.clear)):
        raise ConfigError(f"{both[0]} is both set and cleared; choose one.")
    if pairs or options.clear:
        record = key_file.limit(options.key_id, pairs, options.clear)
    else:
        record = key_file.find(options.key_id)
    for name, text in record.limits.items():
        print(f"{name}={text}")
    if not record.limits:
        _tell(f"Key {_called(record)} has no limits.")
    return 0


def _consent(options: argparse.Namespace) -> int:
    key_file = _key_file(options)
    if (options.broker is None) != (not options.message) or (
        options.remove and not options.message
    ):
        raise ConfigError(
            "Name both: --broker BROKER and --message ID …; or neither, to see the list."
        )
    if options.message:
        _refuse_unasking(options.broker)
        record = key_file.consent(
            options.key_id, options.broker, options.message, remove=options.remove
        )
    else:
        record = key_file.find(options.key_id)
    for consent in record.consents:
        print(consent)
    if not record.consents:
        _tell(f"Key {_called(record)} accepts no question beforehand.")
    return 0


def _refuse_unasking(broker: str) -> None:
    asking = _confirm_operation()["x-upstream"]
    if broker not in asking:
        raise ConfigError(f"{broker} asks no questions; those that do: {', '.join(asking)}.")


def _confirm_operation() -> dict[str, Any]:
    operations = bundles.operations(bundles.load("unified"))
    return next(raw for _, _, raw in operations if raw["operationId"] == "confirm_order")


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise argparse.ArgumentTypeError(f"{text} is no NAME=VALUE, such as max_quantity=100")
    return name, value


def _message_id(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._:-]{1,64}", text):
        raise argparse.ArgumentTypeError(f"{text} is no message id, such as o163")
    return text


def _name(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("the name is empty: say what the key is for")
    return text


def _account(text: str) -> str:
    if text != "*" and not ACCOUNT_ID.fullmatch(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no account: write <connection>:<account>, such as ibkr:DU1234567, or '*' for all"
        )
    return text


def _instant_to_come(text: str) -> str:
    found = instant(text)
    if datetime.fromisoformat(found) <= datetime.now(UTC):
        raise argparse.ArgumentTypeError(
            f"{text} is past: write an instant to come, or leave it out"
        )
    return found


def _end(text: str) -> str | None:
    return None if text == _NEVER else instant(text)


def _called(record: KeyRecord) -> str:
    return f"{record.key_id} ({printable(record.name)})"


def _tell(text: str) -> None:
    """Say something beside what a program would read."""
    print(text, file=sys.stderr)


def _key_file(options: argparse.Namespace) -> KeyFile:
    config = chosen_config(options)
    return KeyFile(config.keys if config is not None else Keys())
