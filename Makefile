# make demo and make test need Python 3.11 or later, git and make; make test-all and make fuzz need npm too,
# and make test-all Chromium, LibreOffice, Chinese fonts, jq and the files of Unicode, which it installs where
# apt-get can.
# Everything else goes into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := action.py src tests benchmarks docs fuzz
REPORT := sample_reports/illustrative/wuhan-east-lake-2025.yaml
FETCHED := tests/fetched/node_modules/.package-lock.json
FUZZ_SECONDS := 60
DIST := dist

# The tests start the program hundreds of times: what Python compiles once is kept.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo check test test-all spark fetched browser office unicode jq names fuzz dist pyz constraints lowest audit lint format mutation bench golden shapes schemas docs picture clean

help: ## show what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/core.done: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/test.done: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@ $(VENV)/core.done

$(VENV)/lint.done: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test,lint]'
	touch $@ $(VENV)/test.done $(VENV)/core.done

$(VENV)/bench.done: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test,bench,engines]'
	touch $@

demo: $(VENV)/core.done ## judge the East Lake sample and show the table
	$(BIN)/digecon check --fail-on never $(REPORT)

check: lint ## check what changed since main, in under a minute: lint, its tests, one golden sample
	$(BIN)/python -m tests.changed

test: $(VENV)/test.done ## run the tests, but for the heavy ones
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not heavy"

test-all: $(VENV)/test.done $(VENV)/notebook.done $(VENV)/release.done $(VENV)/engines.done fetched browser office unicode jq ## run all tests, the heavy ones too
	$(BIN)/python -m pytest -n auto --dist worksteal --hypothesis-profile large

$(VENV)/engines.done: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test,engines]'
	touch $@

SPARK := .venv-spark

# Spark's own package and its client are both called pyspark, so it has an environment of its own.
$(SPARK)/spark.done: pyproject.toml
	$(PYTHON) -m venv $(SPARK)
	$(SPARK)/bin/python -m pip install --quiet 'pyspark[connect]>=4.0' setuptools --editable '.[test]'
	touch $@

JAVA := default-jre-headless

spark: $(SPARK)/spark.done ## try Spark itself, on this machine: the tests of engines; needs Java
	@command -v java >/dev/null || { $(call install,$(JAVA),try Spark itself); }
	DIGECON_TEST_SPARK='local[2,4]' PYSPARK_PYTHON=$(CURDIR)/$(SPARK)/bin/python $(SPARK)/bin/python -m pytest tests/spark

fetched: $(FETCHED) ## fetch the collections of inputs that the heavy tests read; needs npm

$(FETCHED): tests/fetched/package.json tests/fetched/package-lock.json
	@command -v npm >/dev/null || { \
		echo "npm is needed: the heavy tests read collections of inputs that it fetches (tests/fetched)." >&2; \
		echo "It comes with Node.js. make test does without." >&2; \
		exit 1; \
	}
	npm ci --prefix tests/fetched
	touch $@

BROWSER := chromium fonts-noto-cjk fontconfig
OFFICE := libreoffice-calc libreoffice-writer python3-uno fonts-noto-cjk
UNICODE := unicode-data

# What $(1) Debian calls them, and $(2) what the heavy tests do with them.
define install
	as_root=; test "$$(id -u)" = 0 || as_root=sudo; \
	if ! { command -v apt-get && command -v $${as_root:-sh}; } >/dev/null; then \
		echo "The heavy tests $(2). Install what Debian calls $(1). make test does without." >&2; \
		exit 1; \
	fi; \
	$$as_root apt-get update --quiet && \
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes --no-install-recommends $(1)
endef

browser: ## see that Chromium and Chinese fonts are there, in which the heavy tests look at the page
	@has_all() { command -v chromium && fc-list :lang=zh | grep .; }; \
	if has_all >/dev/null 2>&1; then exit; fi; \
	$(call install,$(BROWSER),look at the HTML page in Chromium (tests/browser))

office: ## see that LibreOffice is there, in which the heavy tests fill and print workbooks and letters
	@has_all() { command -v localc && command -v lowriter && /usr/bin/python3 -c 'import uno'; }; \
	if has_all >/dev/null 2>&1; then exit; fi; \
	$(call install,$(OFFICE),fill and print workbooks and letters in LibreOffice (tests/office))

unicode: ## see that Unicode's own files are there, from which the tables of names are made
	@test -d /usr/share/unicode || { $(call install,$(UNICODE),hold the tables of names to the files of Unicode); }

jq: ## see that jq is there, with which an example of docs/programs.md reads a result
	@command -v jq >/dev/null || { $(call install,jq,run the example for jq of docs/programs.md); }

$(VENV)/fuzz.done: $(VENV)/test.done
	$(BIN)/python -m pip install --quiet --editable '.[test,fuzz]'
	touch $@

fuzz: $(VENV)/fuzz.done fetched ## try mutated inputs, guided by coverage; FUZZ_SECONDS=60 for each target
	$(BIN)/python -m fuzz $(FUZZ_SECONDS)

lint: $(VENV)/lint.done ## check format, style, types, layers and the target files
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/digecon lint targets

format: $(VENV)/lint.done ## format the code
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

$(VENV)/mutation.done: $(VENV)/test.done
	$(BIN)/python -m pip install --quiet --editable '.[test,mutation]'
	touch $@

mutation: $(VENV)/mutation.done ## change the judging code in many small ways and see that the tests notice
	$(BIN)/mutmut run
	$(BIN)/mutmut results

bench: $(VENV)/bench.done ## measure start-up and throughput against peers
	$(BIN)/python -m benchmarks

golden: $(VENV)/test.done ## write the golden outputs anew; read the difference before committing it
	DIGECON_WRITE_GOLDEN=1 $(BIN)/python -m pytest -m "not heavy" tests

shapes: $(VENV)/core.done ## write the table of shapes anew from the pydantic models, and that of target files from them
	$(BIN)/python -m hubei_digecon.shapes.compiling
	$(BIN)/python -m hubei_digecon.load.shipped

SCHEMAS := report review targets weights result scoreboard trend diff listing

names: $(VENV)/core.done unicode ## write the tables of names anew from Unicode's own files
	$(BIN)/python -m hubei_digecon.domain.names.tables

schemas: $(VENV)/core.done ## write the JSON Schemas for editors anew
	mkdir -p schemas
	for name in $(SCHEMAS); do \
		$(BIN)/digecon schema --targets targets $$name > $(VENV)/schema.json || exit; \
		mv $(VENV)/schema.json schemas/$$name.schema.json; \
	done

docs: $(VENV)/core.done ## write the tables and outputs of the documents anew
	$(BIN)/python -m docs

picture: $(VENV)/core.done ## draw the README's picture of the table from a real run
	$(BIN)/python docs/picture.py $(REPORT) docs/table.svg

$(VENV)/notebook.done: $(VENV)/test.done
	$(BIN)/python -m pip install --quiet --editable '.[test,notebook]'
	touch $@

$(VENV)/release.done: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[release]'
	touch $@

# What a release is tried and packed with: what it needs, by its hashes, and itself, which no index is asked for.
PINNED := --quiet --no-deps --require-hashes --requirement constraints.txt
BUILT = --quiet --no-deps --no-index --find-links $(DIST) hubei-digecon

# The date that archives carry is that of the last commit, so that it gives the same bytes at any time.
dist pyz: export SOURCE_DATE_EPOCH = $(shell git log -1 --format=%ct 2>/dev/null || echo 315532800)

dist: $(VENV)/release.done ## build source archive and wheel, the list of what the program runs with, schemas for the store
	rm -rf $(DIST)
	$(BIN)/python -m build --outdir $(DIST)
	$(BIN)/twine check --strict $(DIST)/*
	$(BIN)/python -m docs.schema_store $(DIST)
	rm -rf $(VENV)/release && $(PYTHON) -m venv $(VENV)/release
	$(VENV)/release/bin/python -m pip install $(PINNED)
	$(VENV)/release/bin/python -m pip install $(BUILT)
	$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
		--output-file $(DIST)/digecon.cdx.json $(VENV)/release/bin/python

pyz: dist ## build the program as one file too, which runs with the Python and the system it is built with
	rm -rf $(VENV)/one
	$(BIN)/python -m pip install --no-compile --target $(VENV)/one $(PINNED)
	$(BIN)/python -m pip install --no-compile --target $(VENV)/one $(BUILT)
	rm -rf $(VENV)/one/bin # it names the Python of this machine
	$(BIN)/shiv --reproducible --site-packages $(VENV)/one --console-script digecon --output-file $(DIST)/digecon.pyz

constraints: $(VENV)/release.done ## write anew which versions, by their hashes, the program is installed with in CI
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
		--extra html --extra excel --extra docx --extra table --output-file constraints.txt pyproject.toml

lowest: $(VENV)/release.done ## run the tests with the lowest versions that the package says it works with
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(VENV)/lowest
	$(BIN)/uv pip install --quiet --python $(VENV)/lowest --resolution lowest-direct --editable '.[html,excel,docx,table]'
	$(BIN)/uv pip freeze --quiet --python $(VENV)/lowest --exclude-editable > $(VENV)/lowest.txt
	$(BIN)/uv pip install --quiet --python $(VENV)/lowest --constraint $(VENV)/lowest.txt --editable '.[test]'
	$(VENV)/lowest/bin/python -m pytest -n auto --dist worksteal -m "not heavy"

$(VENV)/audit.done: $(VENV)/test.done
	$(BIN)/python -m pip install --quiet --editable '.[test,audit]'
	touch $@

# --strict fails where the index gives no answer: nothing may look audited that was not.
audit: $(VENV)/audit.done ## look for known vulnerabilities and other licences in what the program runs with
	$(BIN)/pip-audit --strict --require-hashes --disable-pip --progress-spinner off --requirement constraints.txt
	$(BIN)/python -m pytest tests/test_licences.py

clean: ## remove everything that was made
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache benchmarks/work mutants fuzz/work tests/fetched/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
