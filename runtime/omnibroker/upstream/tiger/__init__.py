"""Tiger's Open API: what is odd about it, kept from the rest of the runtime."""

from omnibroker.upstream.tiger.session import Tiger

__all__ = ["Tiger"]
