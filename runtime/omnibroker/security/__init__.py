"""Gateway keys: drawn once, kept as keyed hashes, compared in constant time; principals and scopes."""

from omnibroker.security.authenticator import Authenticator
from omnibroker.security.key_file import KeyFile
from omnibroker.security.records import SCOPES, KeyRecord, Principal, expand_scopes
from omnibroker.security.store import KeyStore, sandbox_store
from omnibroker.security.tokens import draw_key

__all__ = [
    "SCOPES",
    "Authenticator",
    "KeyFile",
    "KeyRecord",
    "KeyStore",
    "Principal",
    "draw_key",
    "expand_scopes",
    "sandbox_store",
]
