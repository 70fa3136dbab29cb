"""Seeded fault schedules: drawn, run through the real stack over a simulated broker, checked, made smaller."""
