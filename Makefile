# Thin: each target calls a script that runs without make too. PYTHON may name another interpreter ≥ 3.11.
PYTHON ?= python3
RUN = .venv/bin/python

.PHONY: help setup demo test check generate bench fuzz reliability

help:      ## list the targets
	@grep -E '^[a-z]+: .*##' Makefile | sed 's/:.*##/ —/'
setup:     ## make .venv with the pinned packages
	$(PYTHON) tools/bootstrap.py
demo: setup ## serve the unified API over simulated brokers
	.venv/bin/omnibroker serve --sandbox
test: setup ## all checks and all tests, as in CI
	$(RUN) tools/run_tests.py
check: setup ## format, lint, types, contracts, specs, freshness, sizes
	$(RUN) tools/check.py
generate: setup ## write generated/ from openapi/
	$(RUN) tools/generate.py
bench: setup ## measure against FastAPI, Prism and nginx
	$(RUN) tools/bench/run.py
fuzz: setup ## contract fuzzing at length
	$(RUN) tools/run_tests.py --fuzz
reliability: setup ## show what docs/reliability.md promises, and write its table
	$(RUN) tools/reliability.py
