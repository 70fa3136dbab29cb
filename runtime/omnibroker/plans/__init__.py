"""Each operation of a served spec, compiled once: route, security, validators, endpoint, encoder."""

from omnibroker.plans.calls import Call, Endpoint, Reply
from omnibroker.plans.compiled import Plan, compile_plans
from omnibroker.plans.surface import Surface

__all__ = ["Call", "Endpoint", "Plan", "Reply", "Surface", "compile_plans"]
