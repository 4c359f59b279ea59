# The two commands: make run, make test. The rest is for those who change the code.
VENV := .venv
PYTHON := $(VENV)/bin/python
BASE_PYTHON ?= python3
PORT ?= 8000
TESTS ?= tests
# One more than there are cores: tests of processes wait more than they work.
WORKERS ?= $(shell $(BASE_PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')
# A file stays with one worker, which then loads what all its tests read once.
PYTEST = $(PYTHON) -m pytest $(TESTS) -n $(WORKERS) --dist loadfile --no-loadscope-reorder -q

.PHONY: run test check format lint types migrations-check deploy-check test-sqlite test-postgres soak editor clean install install-dev

run: install  ## set up everything that is missing and serve on 127.0.0.1:$(PORT)
	@$(PYTHON) manage.py prepare
	@$(PYTHON) manage.py serve --port $(PORT)

test: install-dev test-sqlite test-postgres  ## the whole suite, on SQLite and, where there is one, on PostgreSQL

check: install-dev lint migrations-check deploy-check test  ## all that must be green before a change lands

editor: install  ## make another editor account: make editor EMAIL=you@example.org
	@$(PYTHON) manage.py make_editor $(EMAIL)

format: install-dev
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

lint:
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .

migrations-check:
	$(PYTHON) manage.py makemigrations --check --dry-run

deploy-check:
	ARCHIVE_MODE=production ALLOWED_HOSTS=archive.example.org SECRET_KEY=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(60))') \
		$(PYTHON) -W error::DeprecationWarning:articles manage.py check --deploy --fail-level WARNING

test-sqlite:
	DATABASE_URL= $(PYTEST)

test-postgres:  ## all that may differ there; the rest has been tested on SQLite
	$(PYTHON) -m tests.on_postgres $(PYTEST) --only-with-database

soak: install-dev  ## the long forms of the tests, by hand
	SOAK=1 DATABASE_URL= $(PYTHON) -m pytest $(TESTS) -q -m "processes or soak"
	SOAK=1 $(PYTHON) -m tests.on_postgres $(PYTHON) -m pytest $(TESTS) -q -m "processes or soak" --only-with-database

install: $(VENV)/.installed
install-dev: $(VENV)/.installed-dev

$(VENV)/bin/python:
	@$(BASE_PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: set BASE_PYTHON=/path/to/python3.11")'
	$(BASE_PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt requirements.txt | $(VENV)/bin/python
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/.installed

clean:  ## remove the environment and caches; never the data in var/
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis
