# One door to everything. `make` alone lists what it can do.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# pip compiles on one core; this takes all. What cannot be compiled says so when it is imported.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile
COMPILE := $(BIN)/python -m compileall -qq -j 0 $(VENV)/lib || true
export PIP_NO_INPUT = 1

.DEFAULT_GOAL := help
.PHONY: help setup run test types tests fix lock schema bench

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

# The pip that comes with Python reads the list of all versions of each package; a newer one does not.
$(VENV)/.pip: requirements-pip.lock
	$(PYTHON) -m venv $(VENV)
	@$(PIP) --require-hashes -r requirements-pip.lock
	@touch $@

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/.pip
	@echo "Installing Disposisi into $(VENV) (once; about a minute) ..."
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@$(COMPILE)
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@echo "Installing the test tools ..."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@$(COMPILE)
	@touch $@

$(VENV)/.bench: requirements-bench.lock $(VENV)/.runtime
	@echo "Installing what the measurements stand beside ..."
	@$(PIP) --require-hashes -r requirements-bench.lock
	@$(COMPILE)
	@touch $@

setup: $(VENV)/.runtime  ## .venv with the product in it: .venv/bin/disposisi

run: setup  ## the sandbox on one address; FRESH=1 forgets what happened
	@$(BIN)/disposisi sandbox $(if $(FRESH),--fresh)

test: setup $(VENV)/.dev  ## format, lint, types, contracts and all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/python tests/support/bot_api_schema.py $(VENV)/bot-api-schema.json
	@$(MAKE) --no-print-directory -j 2 types tests

types: setup $(VENV)/.dev
	$(BIN)/mypy

# Every worker, and every process that a test starts, imports the product: it is compiled once,
# even where the machine forbids Python to keep what it has compiled. Files are handed out in
# their own order, the journeys early; those with the most tests first would leave them for last.
tests: export PYTHONDONTWRITEBYTECODE =
tests: setup $(VENV)/.dev
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

fix: $(VENV)/.dev  ## format, and mend what can be mended safely
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

schema: setup  ## the JSON Schemas that editors read
	@$(BIN)/disposisi sop schema --out workflow/procedures

bench: setup $(VENV)/.bench  ## how fast it is; ONLY=drain takes one part, JSON=1 prints JSON
	@$(BIN)/python -m tests.bench.main $(if $(JSON),--json) $(ONLY)

lock:  ## write the lock files anew from pyproject.toml
	echo pip | uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate - -o requirements-pip.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml requirements-build.in -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements.lock pyproject.toml --group dev -o requirements-dev.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements-dev.lock pyproject.toml --group bench -o requirements-bench.lock
