# Needs python3 with venv, and make. `make demo` and `make test` are the two commands to know.
PYTHON ?= python3
VENV ?= .venv
OUT ?= out/demo
JOBS ?= 2
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

SAMPLE := data/sample/dispatches.jsonl
PROGRAM := $(shell find graph ontology data/lexicon data/gazetteer -type f -not -name '*.pyc' 2>/dev/null)

.PHONY: demo test test-long lint types bench pictures assets clean

demo: $(OUT).stamp
	@$(BIN)/linimasa timeline $(OUT) --labels en
	@echo
	@$(BIN)/linimasa query $(OUT) 'SELECT ?status (COUNT(?e) AS ?events) { ?e lini:status ?status } GROUP BY ?status'
	@echo
	@echo "The graph is in $(OUT)/graph.ttl and graph.trig, the records in statements.jsonl,"
	@echo "what was left out and why in report.json. Open in a browser:"
	@echo "  $(abspath $(OUT))/story.html (all of these in one, with the sentences)"
	@echo "  $(abspath $(OUT))/actors.html"
	@echo "  $(abspath $(OUT))/events.html"
	@echo "  $(abspath $(OUT))/timeline.html"
	@echo "  $(abspath $(OUT))/map.html"
	@echo "  $(abspath $(OUT))/matrix.html"

$(OUT).stamp: $(VENV)/.installed $(SAMPLE) $(PROGRAM)
	@$(BIN)/linimasa build $(SAMPLE) -o $(OUT)
	@touch $@

$(VENV)/.installed: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $(VENV)/.installed $@

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/validate-pyproject pyproject.toml

types: $(VENV)/.installed-dev
	$(BIN)/mypy

test: lint types
	$(BIN)/python -m pytest -n $(JOBS) -m "not long"

test-long: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest -n $(JOBS) -m long || { code=$$?; test $$code -eq 5 && echo "no long tests"; }

bench: $(VENV)/.installed-dev
	@for file in tests/bench/bench_*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

pictures: $(OUT).stamp $(VENV)/.installed-dev
	$(BIN)/python docs/screenshots.py $(OUT)

# Fetches the JavaScript of pages and server anew, as their package-lock.json pin it; needs npm and a network.
assets:
	graph/linimasa/render/assets/vendor.sh
	graph/linimasa/server/assets/vendor.sh

clean:
	rm -rf $(VENV) out dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
