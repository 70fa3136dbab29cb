"""Omnibroker: one OpenAPI contract over four brokers."""

__version__ = "0.1.0"
__all__ = ["__version__", "create_app"]


def __getattr__(name: str) -> object:
    """Return `create_app` when it is asked for: importing a submodule must not build the gateway's world."""
    if name == "create_app":
        from omnibroker.gateway import create_app  # noqa: PLC0415 - asked for, then loaded

        return create_app
    raise AttributeError(f"module 'omnibroker' has no attribute {name!r}")
