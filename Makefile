# Everything runs in a virtual environment of its own, .venv, made from constraints.txt.
PYTHON ?= python3
ARTICLE ?= seeds/harbour.txt
BIN := .venv/bin

.PHONY: run test check format bench replay-check clean

run: .venv/.run  ## digest ARTICLE with the keyless engine
	$(BIN)/wirebrief --engine offline $(ARTICLE)

test: check  ## everything CI checks; ends with the test runner's summary
	$(BIN)/pytest

check: .venv/.dev  ## format, lint, types, import contracts, dependencies
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .

format: .venv/.dev  ## put the code into its format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/.dev  ## CPU time of the command line beside a bare interpreter
	$(BIN)/python benchmarks/startup.py

replay-check: .venv/.dev  ## which recorded replies answer an older request
	$(BIN)/python benchmarks/replay_check.py

clean:  ## remove the virtual environment and every cache of the tools
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("error: wirebrief needs Python 3.11 or newer; call make PYTHON=python3.11") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv

.venv/.run: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

.venv/.dev: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch .venv/.run $@
