# Needs make and Python 3.11 or newer with venv; `make run` and `make test` install the rest.

PYTHON ?= python3
PY = .venv/bin/python
TESTS ?= tests
export PYTHONUTF8 = 1
export PORT
# glibc gives memory back to the system after a large answer: a worker holds 10 MB less.
export MALLOC_TRIM_THRESHOLD_ := 131072

.PHONY: run install install-dev schemas test check format messages lock bench

run: install
	@exec $(PY) -m journal.quickstart.serve

install:
	@$(PYTHON) -m journal.quickstart.install requirements.txt

install-dev: install
	@$(PYTHON) -m journal.quickstart.install requirements-dev.txt

test: schemas
	$(PY) -m pytest -n auto $(TESTS)

# The published schemas that exports are validated by; once.
schemas: install-dev
	@$(PY) -m tests.schema_wheels

check: install-dev
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	find templates -name '*.html' | xargs -r .venv/bin/djade --target-version 5.2 --check
	$(PY) -m mypy
	$(PY) -c 'import sys; from importlinter.cli import lint_imports_command; lint_imports_command()' --no-cache
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) -m journal.messages --check
	$(PY) -m tests.licences

format: install-dev
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .
	find templates -name '*.html' | xargs -r .venv/bin/djade --target-version 5.2

messages: install-dev
	$(PY) -m journal.messages

bench: install
	$(PY) -m tests.bench

# Writes the hashed requirements from pyproject.toml; needs uv. No line names an index.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --no-emit-index-url --no-emit-find-links pyproject.toml

lock:
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group dev --constraints requirements.txt --output-file requirements-dev.txt
	$(LOCK) --group several --constraints requirements.txt --output-file requirements-several.txt
	$(LOCK) --group sentry --constraints requirements.txt --output-file requirements-sentry.txt
