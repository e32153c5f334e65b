# One word a task. `make` alone is what a change must pass: tests, lint, types.
# On a fresh machine only make and Python 3.11 or newer are needed; everything else comes from PyPI into .venv.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:

# the first Python of these that is new enough and can make environments; choose another: make PYTHON=/path/to/python
CANDIDATES := python3.11 python3.12 python3.13 python3
USABLE := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in $(CANDIDATES); do "$$name" -c '$(USABLE)' 2>/dev/null && { command -v "$$name"; break; }; done)
BIN := .venv/bin
INSTALLED := .venv/installed-$(shell cksum < pyproject.toml | cut -d' ' -f1)
DEMO := tellings-demo

.PHONY: all demo test lint types bench format install chromium clean help

all: test lint types

help:
	@echo 'make demo    read the invented story and write $(DEMO)/story.html'
	@echo 'make test    run all tests'
	@echo 'make lint    ruff, rules and format'
	@echo 'make types   mypy --strict'
	@echo 'make bench   measure quality on the invented stories and speed on generated articles'
	@echo 'make clean   take away .venv and what was written'

demo: install
	@$(BIN)/tellings demo -o $(DEMO)
	@echo "Open $(CURDIR)/$(DEMO)/story.html in a browser."

test: install chromium
	$(BIN)/python -m pytest

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: install
	$(BIN)/mypy

bench: install
	$(BIN)/python bench/story.py
	$(BIN)/python bench/reading.py

install: $(INSTALLED)

# A new pyproject.toml is a new name, so the package is installed again; otherwise this is done once.
$(INSTALLED):
	@"$(or $(PYTHON),false)" -c '$(USABLE)' 2>/dev/null \
		|| { echo 'make: no Python 3.11 or newer that can make environments; on Debian: apt-get install python3 python3-venv' >&2; exit 1; }
	[ -x $(BIN)/python ] || "$(PYTHON)" -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@rm -f .venv/installed-*
	@touch $@

# The browser test needs Debian's chromium. Where it may not be installed, one line says so and the test is skipped.
chromium:
	@command -v chromium chromium-browser google-chrome >/dev/null 2>&1 && exit 0; \
	as=; [ "$$(id -u)" = 0 ] || as='sudo -n'; \
	command -v apt-get >/dev/null 2>&1 && $$as true 2>/dev/null \
	&& $$as apt-get update -qq >/dev/null 2>&1 \
	&& $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 \
	|| echo 'make: chromium is not here and could not be installed: the browser test is left out'

clean:
	rm -rf .venv $(DEMO)
