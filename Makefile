# Everything starts here: `make help` lists what there is.
# A fresh machine needs Python 3.11 or newer and make; the rest is fetched, pinned and checked by hash.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8000
TSC_SITE := --noEmit --strict --allowJs --checkJs --target es2022 --module es2022 --lib es2022,dom,dom.iterable --types ""
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export PYTHONPATH := $(CURDIR)/py

PYTHON_READY := $(VENV)/.ready
NODE_READY := $(VENV)/.node-ready
BROWSER_READY := $(VENV)/.browser-ready
NPM_READY := calculator/node_modules/.ready
SITE_READY := build/.site-ready
SOURCES := $(shell find docs py calculator mkdocs.yml -type f -not -path '*/node_modules/*' \
	-not -path '*/__pycache__/*' -not -path '*/dist/*' 2>/dev/null) $(wildcard tests/rules/cases/*.json tests/proof/results/*.json tests/*/found.json tests/bench/results.json)

.PHONY: help serve build test attack attack-sample load twice twice-sample audit lint bench proof proof-sample mutation lighthouse clean lock setup

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 16

serve: $(SITE_READY) ## build the site and serve it on http://127.0.0.1:8000/ (PORT=… for another port)
	@$(PY) -m site_build.serve --port $(PORT)

build: $(SITE_READY) ## build the whole site into site/
	@echo "site/ is ready: copy it to any static host."

test: setup ## build the site, then run every check and every test
	@status=0; \
	$(MAKE) --no-print-directory -j2 -k build lint || status=1; \
	echo "== tests: rules, site, browser"; \
	$(PY) -m pytest -n auto --dist loadfile || status=1; \
	exit $$status

lint: setup ## ruff, mypy and tsc, all strict
	@status=0; \
	echo "== ruff"; $(PY) -m ruff check . || status=1; \
	$(PY) -m ruff format --check . || status=1; \
	echo "== mypy"; $(PY) -m mypy || status=1; \
	if [ -f calculator/package.json ]; then echo "== tsc"; npm run --silent --prefix calculator check || status=1; \
		calculator/node_modules/.bin/tsc $(TSC_SITE) docs/assets/site.js docs/assets/ahead.js docs/assets/search.js docs/assets/links.js docs/assets/embed.js || status=1; fi; \
	exit $$status

attack: build ## attack the site from inside, in both browsers; open 10,000 hostile links; writes tests/attack/found.json
	@PYTHONPATH=py:. $(PY) -m tests.attack
	@PYTHONPATH=py:. $(PY) -m tests.attack.links

attack-sample: build ## the attack on nginx in Chromium only
	@PYTHONPATH=py:. $(PY) -m tests.attack --sample

load: build ## the site on real nginx under 500 connections for a minute; writes tests/load/found.json
	@PYTHONPATH=py:. $(PY) -m tests.load

twice: build ## build once more from nothing and compare every byte
	@$(PY) -m site_build.twice

twice-sample: build ## take the memory image once more and compare
	@$(PY) -m site_build.twice --sample

audit: setup ## ask the public lists of known weaknesses, where they can be reached
	@npm audit --prefix calculator || echo "npm audit found something or could not be reached; see above."
	@$(PY) -m pip install --quiet --target build/audit pip-audit && \
		PYTHONPATH=build/audit $(PY) -m pip_audit --require-hashes --disable-pip -r requirements/dev.txt || \
		echo "pip-audit found something or could not be reached; see above."

proof: build ## the long proofs: every point of the space, hostile inputs, every Python, faults put in
	@echo "== every point of the discretised space"; PYTHONPATH=py:. $(PY) -m tests.proof.exhaustive
	@echo "== an independent second opinion on every point"; PYTHONPATH=py:. $(PY) -m tests.proof.second_opinion
	@echo "== questions against brute force"; PYTHONPATH=py:. $(PY) -m tests.proof.questions
	@echo "== hostile inputs"; PYTHONPATH=py:. $(PY) -m tests.proof.hostile
	@PYTHONPATH=py:. $(PY) -m tests.proof.newest_python
	@echo "== the same answers on every Python, in Chromium and in Firefox"; PYTHONPATH=py:. $(PY) -m tests.proof.two_pythons
	@echo "== ten faults put in, each to be caught twice"; PYTHONPATH=py:. $(PY) -m tests.proof.faults

proof-sample: build ## a sample of the proofs, for every change
	@echo "== every ninetieth point"; PYTHONPATH=py:. $(PY) -m tests.proof.exhaustive --every 90
	@echo "== the second opinion, a sample"; PYTHONPATH=py:. $(PY) -m tests.proof.second_opinion --every 90
	@echo "== questions against brute force, a sample"; PYTHONPATH=py:. $(PY) -m tests.proof.questions --each 45
	@echo "== hostile inputs, a sample"; PYTHONPATH=py:. $(PY) -m tests.proof.hostile --count 2000
	@echo "== the same answers on every Python here and in the browsers, a sample"; PYTHONPATH=py:. $(PY) -m tests.proof.two_pythons --count 200
	@echo "== small changes of the rules, a sample"; PYTHONPATH=py:. $(PY) -m tests.mutation.run --sample 30

mutation: setup ## small changes of the rules, of which the tests must notice 95 in a hundred (an hour; see tests/mutation/run.py)
	@PYTHONPATH=py:. $(PY) -m tests.mutation.run

BENCH_READY := tests/bench/node_modules/.ready

bench: build $(BENCH_READY) ## measure this page beside others in Chromium and Firefox; writes tests/bench/results.json
	@PYTHONPATH=py:. $(PY) -m tests.proof.newest_python
	@PYTHONPATH=py:. $(PY) -m tests.bench $(BENCH)

$(BENCH_READY): tests/bench/package-lock.json $(NODE_READY)
	@echo "== packages of the bench (npm ci)"
	@npm ci --prefix tests/bench --no-audit --no-fund --loglevel=error && touch $@

LIGHTHOUSE_READY := tests/lighthouse/node_modules/.ready

lighthouse: build $(LIGHTHOUSE_READY) ## Lighthouse for phones on the main pages; writes build/lighthouse.json
	@PYTHONPATH=py:. $(PY) -m tests.lighthouse

$(LIGHTHOUSE_READY): tests/lighthouse/package-lock.json $(NODE_READY)
	@echo "== packages of Lighthouse (npm ci)"
	@npm ci --prefix tests/lighthouse --ignore-scripts --no-audit --no-fund --loglevel=error && touch $@

clean: ## remove everything that was built (not what was fetched)
	@rm -rf build site .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@echo "Removed build/, site/ and the caches."

lock: $(PYTHON_READY) ## pin the Python packages anew from requirements/*.in
	@$(PY) -m pip install --quiet uv
	@for name in dev node; do \
		echo "== pinning requirements/$$name.in"; \
		$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
			--no-header --no-emit-index-url --no-emit-find-links --no-annotate \
			requirements/$$name.in -o requirements/$$name.txt || exit 1; \
	done

setup: $(PYTHON_READY) $(NODE_READY) $(NPM_READY) $(BROWSER_READY)

$(PYTHON_READY): requirements/dev.txt
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer found. Install one, or name it: make PYTHON=/path/to/python3"; exit 1; }
	@echo "== Python environment in $(VENV) ($(PYTHON), packages from requirements/dev.txt)"
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "This Python can't make virtual environments. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(NODE_READY): requirements/node.txt $(PYTHON_READY)
	@$(PY) py/site_build/machine.py node >/dev/null || { \
		echo "== Node (none of version 20 or newer here, so from a pinned wheel)"; \
		$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/node.txt && \
		$(PY) py/site_build/node_from_wheel.py; }
	@touch $@

$(NPM_READY): $(wildcard calculator/package-lock.json) $(NODE_READY)
	@if [ -f calculator/package-lock.json ]; then \
		echo "== packages of the calculator (npm ci)"; \
		npm ci --prefix calculator --no-audit --no-fund --loglevel=error && touch $@; \
	fi

$(BROWSER_READY): $(PYTHON_READY)
	@$(PY) py/site_build/machine.py browser >/dev/null || { \
		echo "== browser for the tests (none here, so Playwright's Chromium)"; \
		$(PY) -m playwright install chromium && $(PY) py/site_build/machine.py browser >/dev/null; } || { \
		echo "No Chromium found, and Playwright could not fetch one."; \
		echo "On Debian and Ubuntu: apt-get install chromium fonts-noto-cjk"; exit 1; }
	@touch $@

$(SITE_READY): $(SOURCES) $(PYTHON_READY) $(NODE_READY) $(NPM_READY)
	@echo "== building the site"
	@$(PY) -m site_build
	@touch $@
