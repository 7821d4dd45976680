# The everyday words. Each is a line or two that could be typed by hand; `make help` lists them.

PYTHON ?= python3
PORT ?= 5000
BIN := .venv/bin
FLASK := $(BIN)/python -m flask --app wsgi
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
# What only tests need is compiled when it is first used: much of it never is.
PIP_FOR_TESTS := $(PIP) --no-compile

export PORT

# Programs that are started many times must find their modules compiled.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check lint format types migration messages clean browser attack

help: ## Say what each word does.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/.runs ## Start the service with demo data on http://127.0.0.1:$PORT (5000).
	@$(FLASK) serve --demo

# Three processes for two cores: one of them mostly waits, for a browser or a lock.
test: .venv/.tests browser ## Run every test, on SQLite and PostgreSQL, then lint and types.
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder
	@$(MAKE) --no-print-directory lint types

check: .venv/.tests ## Run the tests in one folder or file: make check IN=tests/services
	$(BIN)/python -m pytest $(IN)

lint: .venv/.tests ## Look for mistakes of style and for imports that point up.
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/lint-imports --no-cache

format: .venv/.tests ## Put the code in its usual form.
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

types: .venv/.tests ## Check the types.
	$(BIN)/python -m mypy

migration: .venv/.tests ## Draft a migration from the models: make migration NAME="add vacancy closes at"
	@$(FLASK) database upgrade
	@$(FLASK) database draft "$(NAME)"
	@$(BIN)/python -m ruff format --quiet migrations

attack: .venv/.tests .venv-attack/.ready ## Attack the service on a throw-away database, one figure per line.
	$(BIN)/python -m attack $(ONLY)

messages: .venv/.tests ## Bring the catalogues up to date with the texts of the code.
	@$(BIN)/pybabel --quiet extract -F web/translations/babel.cfg -k _l --add-location=file --sort-by-file \
		-o web/translations/messages.pot web
	@$(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date \
		--width=100 -i web/translations/messages.pot -d web/translations
	@rm web/translations/messages.pot

clean: ## Throw away what can be made again; the data in instance/ stays.
	rm -rf .venv .venv-attack .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "Python 3.11 or newer is missing: apt-get install -y python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "Python cannot make environments yet: apt-get install -y python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv

# A stamp is older than its list of requirements when something new is to be installed.
.venv/.runs: requirements.txt | .venv/bin/python
	@echo "Installing what the service needs (about a minute, only now)."
	@$(PIP) -r requirements.txt
	@touch $@

.venv/.tests: requirements-dev.txt requirements-bench.txt requirements-cluster.txt requirements.txt | .venv/bin/python
	@echo "Installing what the tests need."
	@$(PIP) -r requirements.txt
	@$(PIP_FOR_TESTS) -r requirements-dev.txt
	@touch $@ .venv/.runs

.venv-attack/.ready: requirements-attack.txt
	@$(PYTHON) -m venv .venv-attack
	@.venv-attack/bin/python -m pip install --quiet --disable-pip-version-check --no-input -r $<
	@touch $@

browser:
	@command -v chromium-headless-shell >/dev/null || .ci/install-browser
