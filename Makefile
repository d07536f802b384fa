# make demo and make test are all a newcomer needs: Python 3.11 or newer, nothing else.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test test-all fuzz format lint bench docs fixtures clean

demo: .venv/.installed
	$(BIN)/citeaudit check fixtures/articles/russia-taliban.html --no-sources --discover named \
	  --captures fixtures/web.warc.gz --offline

test: lint
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not program and not fuzz"

# Also the tests that need programs from Debian or npm; a missing program fails instead of skipping.
test-all: lint
	REQUIRE_PROGRAMS=1 $(BIN)/python -m pytest -n auto --dist worksteal

# Hostile inputs for every room that reads what comes from outside, so many seconds for each: tests/fuzz/README.md.
SECONDS ?= 300
fuzz: .venv/.installed-dev
	$(BIN)/python -m tests.fuzz.run --seconds $(SECONDS)

lint: .venv/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/.installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix-only .

bench: .venv/.installed
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python -m benchmarks.start_up
	$(BIN)/python benchmarks/archive.py
	$(BIN)/python -m benchmarks.opening
	$(BIN)/python -m benchmarks.matching
	$(BIN)/python -m benchmarks.quotes
	$(BIN)/python -m benchmarks.page_text
	$(BIN)/python -m benchmarks.fetching
	$(BIN)/python -m benchmarks.linear

# Writes the list of rules from the rules, and what each key is into the files of languages.
docs: .venv/.installed
	$(BIN)/python -m docs.write_rules
	$(BIN)/python -m docs.write_languages
	$(BIN)/python -m docs.write_options

# Rebuilds the replayable web from the pages in fixtures/pages.
fixtures: .venv/.installed-dev
	$(BIN)/python fixtures/build_web.py

# The Python programs that judge our archives, each in an environment of its own.
.programs/.installed: tests/programs.toml tests/install_programs.py | .venv/bin/python
	$(BIN)/python tests/install_programs.py
	touch $@

clean:
	rm -rf .venv .programs .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/.installed-dev: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ .venv/.installed
