"""The gateway's order ids: what stands at the broker as our tag, and how a stranger is named."""

import re

_TAG = re.compile(r"ob[0-9A-HJKMNP-TV-Z]{26}")


def is_tag(text: object) -> bool:
    """Say whether a broker's tag field holds one of the gateway's order ids (28 characters)."""
    return isinstance(text, str) and _TAG.fullmatch(text) is not None


def order_identity(tag: object, broker_order_id: str) -> str:
    """Return the gateway's id of an order: its tag, or `broker:<id>` for a stranger."""
    return tag if isinstance(tag, str) and is_tag(tag) else f"broker:{broker_order_id}"
