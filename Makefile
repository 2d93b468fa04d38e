# One door to everything. `make` alone lists what it can do.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile
# uv takes a third of pip's time. It does not read pip's settings, so where those name an index of
# their own, or uv fails, pip installs. What cannot be compiled says so when it is imported.
UV := $(BIN)/uv pip install --quiet --python $(BIN)/python --link-mode copy --compile-bytecode
HAS_OWN_INDEX := $(BIN)/python -m pip config list | grep -q '\.index-url'
define install
@{ ! $(HAS_OWN_INDEX) && $(UV) $(1); } || { $(PIP) $(1) && { $(BIN)/python -m compileall -qq -j 0 $(VENV)/lib || true; }; }
endef
export PIP_NO_INPUT = 1

.DEFAULT_GOAL := help
.PHONY: help setup run test types tests soak fix lock schema bench release

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

# The pip that comes with Python reads the list of all versions of each package; a newer one does not.
# Where neither it nor uv can be had, the old one does it all.
$(VENV)/.installer: requirements-installer.lock
	$(PYTHON) -m venv $(VENV)
	@$(PIP) --only-binary :all: --require-hashes -r requirements-installer.lock || true
	@touch $@

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/.installer
	@echo "Installing Disposisi into $(VENV) (once; about a minute) ..."
	$(call install,--require-hashes -r requirements.lock)
	$(call install,--no-deps --no-build-isolation -e .)
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@echo "Installing the test tools ..."
	$(call install,--require-hashes -r requirements-dev.lock)
	@touch $@

$(VENV)/.bench: requirements-bench.lock $(VENV)/.runtime
	@echo "Installing what the measurements stand beside ..."
	$(call install,--require-hashes -r requirements-bench.lock)
	@touch $@

setup: $(VENV)/.runtime  ## .venv with the product in it: .venv/bin/disposisi

run: setup  ## the sandbox on one address; FRESH=1 forgets what happened
	@$(BIN)/disposisi sandbox $(if $(FRESH),--fresh)

# The definition that every request and answer of the tests is checked against.
$(VENV)/bot-api-schema.json: requirements.lock $(VENV)/.runtime
	@$(BIN)/python tests/support/bot_api_schema.py $@
	@touch $@

test: setup  ## format, lint, types, contracts and all tests
	@$(MAKE) --no-print-directory -j 2 $(VENV)/.dev $(VENV)/bot-api-schema.json
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory -j 2 types tests

types: setup $(VENV)/.dev
	$(BIN)/mypy

# Every worker, and every process that a test starts, imports the product: it is compiled once,
# even where the machine forbids Python to keep what it has compiled. Files are handed out in
# their own order, the journeys early; those with the most tests first would leave them for last.
# What they write has to outlive no power cut: it lies in memory, where that has two gigabytes.
tests: export PYTHONDONTWRITEBYTECODE =
tests: setup $(VENV)/.dev
	$(if $(ROOM_IN_MEMORY),TMPDIR=/dev/shm) $(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

# What takes long, and every law with twenty times as many examples.
soak: export PYTHONDONTWRITEBYTECODE =
soak: setup $(VENV)/.dev $(VENV)/bot-api-schema.json  ## the long runs: kills, every path, a year, all laws
	$(if $(ROOM_IN_MEMORY),TMPDIR=/dev/shm) SOAK=1 $(BIN)/pytest -m 'soak or hypothesis' --timeout 3600 \
		-n 2 --dist loadfile --no-loadscope-reorder

ROOM_IN_MEMORY = $(shell grep -qE '^[^ ]+ /dev/shm [^ ]+ rw' /proc/mounts 2>/dev/null \
	&& ! grep -qE '^[^ ]+ /dev/shm [^ ]+ [^ ]*noexec' /proc/mounts \
	&& df -Pk /dev/shm | awk 'NR == 2 && $$4 > 2000000 {print "yes"}')

fix: $(VENV)/.dev  ## format, and mend what can be mended safely
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

schema: setup  ## the JSON Schemas that editors read
	@$(BIN)/disposisi sop schema --out workflow/procedures

bench: setup $(VENV)/.bench  ## how fast it is; ONLY=drain takes one part, JSON=1 prints JSON
	@$(BIN)/python -m tests.bench.main $(if $(JSON),--json) $(ONLY)

release: setup $(VENV)/.dev  ## dist/: a wheel of what is committed, with its bill of materials
	@$(BIN)/python -m tests.support.release

lock:  ## write the lock files anew from pyproject.toml
	printf 'pip\nuv\n' | uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate - -o requirements-installer.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml requirements-build.in -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements.lock pyproject.toml --group dev -o requirements-dev.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements-dev.lock pyproject.toml --group bench -o requirements-bench.lock
