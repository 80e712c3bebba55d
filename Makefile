# Everything a fresh machine needs: Python 3.11 to 3.13, make, and a package index that pip reaches.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
SHARED ?= ../shared
# One BLAS thread a process: small matrices, and several processes at once.
export OMP_NUM_THREADS = 1

.PHONY: demo test lint types bench models pictures lock clean help

help:            ## list the commands
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed -E 's/: .*##/\t/' | expand -t 12

demo: $(READY)   ## set up, read the example reports and show what came out
	@BIN=$(BIN) sh examples/demo.sh

test: $(VENV)/.training  ## set up and run the tests
	$(BIN)/python -m pytest

lint: $(READY)   ## style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)  ## strict types
	$(BIN)/mypy

bench: $(VENV)/.training  ## every benchmark beside its pinned floor (needs the corpora in $(SHARED))
	$(BIN)/python -m benchmarks --all --shared $(SHARED)

models: $(VENV)/.models  ## rebuild all trained parts from the corpora in $(SHARED)
	for step in lists network assemble; do \
	  $(BIN)/python -m training $$step --corpora $(SHARED)/corpora || exit 1; done
	$(BIN)/python -m training.casing $(SHARED)/corpora
	$(BIN)/python -m training.word_classes $(SHARED)/corpora
	$(BIN)/python -m training.relevance $(SHARED)/corpora
	$(BIN)/python -m training.events $(SHARED)/gold
	$(BIN)/python -m training.tellers $(SHARED)/gold
	$(BIN)/python -m training.implied $(SHARED)/gold
	$(BIN)/python -m training.retelling $(SHARED)/gold
	$(BIN)/python -m training.chain $(SHARED)/corpora

pictures: $(READY)  ## redraw the pictures of the README
	$(BIN)/python docs/pictures/draw.py
	DATELINE_PICTURES=1 $(BIN)/python -m pytest -q tests/workbench/test_story.py

lock: $(READY)   ## renew the lock files from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group dev --extra pandas --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q -o requirements/dev.lock
	$(BIN)/uv pip compile pyproject.toml --group training -c requirements/dev.lock --universal \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q \
	  -o requirements/training.lock
	$(BIN)/uv pip compile pyproject.toml --group models -c requirements/training.lock --universal \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q \
	  -o requirements/models.lock

clean:           ## remove the environment and everything that was built
	rm -rf $(VENV) .work .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(READY): requirements/dev.lock pyproject.toml
	$(PYTHON) -c 'import sys; ok = (3, 11) <= sys.version_info < (3, 14); sys.exit(0 if ok else "dateline needs Python 3.11 to 3.13: make PYTHON=/path/to/python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.models: $(VENV)/.training requirements/models.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/models.lock
	@touch $@

$(VENV)/.training: $(READY) requirements/training.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/training.lock
	@touch $@
