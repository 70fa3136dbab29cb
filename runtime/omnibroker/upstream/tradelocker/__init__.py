"""TradeLocker's REST API: what is odd about it, kept from the rest of the runtime."""

from omnibroker.upstream.tradelocker.session import TradeLocker

__all__ = ["TradeLocker"]
