"""Simulated brokers over one deterministic simulated market: the other side of the wire."""
