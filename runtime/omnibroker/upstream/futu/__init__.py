"""Futu's REST gateway: what is odd about it, kept from the rest of the runtime."""

from omnibroker.upstream.futu.session import Futu

__all__ = ["Futu"]
