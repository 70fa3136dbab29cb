"""Clients and models generated from the bundles in specs/; written by tools/generate.py only."""
