# "make chat" opens the chat, "make test" runs every test, "make screenshots" takes pictures of the
# window (screenshots/), "make speed" tells how long the system takes and "make window-speed" what the
# window adds to an answer; each sets everything up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: chat test check screenshots speed window-speed clean

chat: $(INSTALLED)
	$(BIN)/rag index
	$(BIN)/rag chat

test: check
	$(BIN)/python -m pytest

check: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

screenshots: $(INSTALLED)
	$(BIN)/python tests/screenshots.py

speed: $(INSTALLED)
	$(BIN)/python tests/speed.py

window-speed: $(INSTALLED)
	$(BIN)/python tests/window_speed.py

# torch goes first: a build already chosen, such as PyTorch's own CPU build, is then kept.
$(INSTALLED): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -c constraints.txt torch==2.13.0
	$(BIN)/python -m pip install -c constraints.txt -e '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) .data .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find rag ui eval tests -name __pycache__ -type d -prune -exec rm -rf {} +
