# make demo   set up, convert and audit the sample archive, say where the results are
# make test   set up, then linters, types, import layers and tests
# make clean  remove what these made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out/demo

.PHONY: demo test fixtures clean

demo: $(VENV)/.ready
	$(BIN)/notat audit fixtures/archive -o $(OUT) || [ $$? -eq 2 ] # two of its files are broken
	@echo "Open $(OUT)/report.html, findings.csv and values.csv; docs/output.md says what each column is."

test: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

fixtures: $(VENV)/.ready-dev
	$(BIN)/python -m fixtures fixtures/archive

$(VENV)/.ready: pyproject.toml constraints.txt setup.sh
	PYTHON=$(PYTHON) ./setup.sh $(VENV) .
	@touch $@

$(VENV)/.ready-dev: pyproject.toml constraints.txt setup.sh
	PYTHON=$(PYTHON) ./setup.sh $(VENV) ".[dev]"
	@touch $@ $(VENV)/.ready

clean:
	rm -rf $(VENV) out build *.egg-info
