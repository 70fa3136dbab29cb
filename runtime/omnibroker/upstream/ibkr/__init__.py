"""IBKR's Client Portal: what is odd about it, kept from the rest of the runtime."""

from omnibroker.upstream.ibkr.session import Ibkr

__all__ = ["Ibkr"]
