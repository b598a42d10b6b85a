"""The rules of the tree: who may import whom, how long a file may be, what it may not contain."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("rag", "ui", "eval")
FORBIDDEN = {"rag": {"ui", "eval"}, "ui": {"eval"}, "eval": {"ui"}}
BEHIND_SEAMS = {
    "Stemmer", "bm25s", "chromadb", "docx", "httpcore", "justhtml", "llama_index", "lxml", "openai",
    "openpyxl", "pptx", "py3langid", "pypdf", "pypdfium2", "sentence_transformers", "striprtf",
    "tinycss2", "torch", "webencodings", "yaml",
}  # fmt: skip
SEAMS = ("rag/backends/", "rag/query_engine.py", "eval/")
NOT_IMPORTED_HERE = {
    "sentence-transformers": "llama-index-embeddings-huggingface loads models through it",
    "torch": "sentence-transformers runs on it; named so that the Makefile can choose its build",
}
SLOW_TO_IMPORT = ("torch", "chromadb", "llama_index", "streamlit", "sentence_transformers")
MOST_LINES = 250
HERE = "|".join(("home", "Users", "work", "tmp"))
ABSOLUTE = re.compile(rf"(?<![\w.:/~])/(?:{HERE})/[\w.-]+")
INDEX_ADDRESS = re.compile(
    r"--(?:extra-)?index-url|--find[-]links|https?://[\w./-]*/(?:simple|whl)\b"
)

DATA_PATH = (
    ("reading",), ("outline",), ("documents",), ("fetching",), ("index",), ("language",),
    ("safety",), ("quotes", "questions"), ("evidence",), ("telling",), ("conversation",),
    ("answers",), ("commands",),
)  # fmt: skip
"""Steps of `rag` in their order: none knows anything of a later one, and those of one line know
each other."""

AFTER_READING = ("evidence", "telling", "answers")
"""Steps that see what a question asks for, and not its words."""
REQUESTS = {"request", "told"}
"""Names that a request goes by."""
PATTERN_METHODS = {
    "search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "compile"
}  # fmt: skip

MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Every module that the file imports, also inside functions; own packages in full."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} has a relative import"
            yield node.module or ""


def foreign_imports(*packages: str) -> dict[str, set[str]]:
    """Top names of all that is not in the standard library and not ours, with the files of these
    packages of ours, or of all."""
    found: dict[str, set[str]] = {}
    for path in MODULES:
        if packages and path.relative_to(ROOT).parts[0] not in packages:
            continue
        for module in imports(path):
            top = module.split(".")[0]
            if top not in sys.stdlib_module_names and top not in PACKAGES:
                found.setdefault(top, set()).add(name_of(path))
    return found


def declared(*extras: str) -> set[str]:
    """Names of what the tool depends on, with these extras; one extra may name another."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = (project["optional-dependencies"][extra] for extra in extras)
    lines = [*project["dependencies"], *(line for lines in optional for line in lines)]
    names = {re.split(r"[\[<>=~! ]", line)[0].lower().replace("_", "-") for line in lines}
    return names - {project["name"]}


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("needs a git checkout to know the project's files")
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_packages_import_in_one_direction(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    tops = {module.split(".")[0] for module in imports(path)}
    assert tops.isdisjoint(FORBIDDEN[package])


@pytest.mark.parametrize("place", range(len(DATA_PATH)))
def test_no_step_imports_a_later_one(place: int) -> None:
    later = tuple(f"rag.{step}." for steps in DATA_PATH[place + 1 :] for step in steps)
    found = {
        f"{name_of(path)}: {module}"
        for step in DATA_PATH[place]
        for path in (ROOT / "rag" / step).rglob("*.py")
        for module in imports(path)
        if f"{module}.".startswith(later)
    }
    assert found == set()


@pytest.mark.parametrize("step", AFTER_READING)
def test_the_words_of_a_question_are_read_once(step: str) -> None:
    """What comes after the reading takes the values of a request, and never its words; patterns
    are for what documents say."""
    found = {
        f"{name_of(path)}:{line}"
        for path in (ROOT / "rag" / step).rglob("*.py")
        for line in reads_of_wording(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found == set()


def reads_of_wording(tree: ast.AST) -> Iterator[int]:
    """Lines in which the words of a request are taken, or a pattern runs over what it holds."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "wording":
            yield node.lineno
        if isinstance(node, ast.Call) and runs_pattern(node.func):
            names = (each.id for each in ast.walk(node) if isinstance(each, ast.Name))
            if not REQUESTS.isdisjoint(names):
                yield node.lineno


def runs_pattern(called: ast.expr) -> bool:
    return isinstance(called, ast.Attribute) and called.attr in PATTERN_METHODS


@pytest.mark.parametrize(
    "line",
    ["x = request.wording.text", "_ASKS.search(request.meaning)", "re.split(' ', told.search)"],
)
def test_a_second_reading_is_found(line: str) -> None:
    assert list(reads_of_wording(ast.parse(line))) == [1]


@pytest.mark.parametrize(
    "line", ["look(request.search)", "_SAYS.search(text)", "request.said.facts"]
)
def test_values_and_documents_may_be_read(line: str) -> None:
    assert list(reads_of_wording(ast.parse(line))) == []


@pytest.mark.parametrize("library", sorted(BEHIND_SEAMS))
def test_foreign_libraries_stay_behind_their_seams(library: str) -> None:
    outside = {file for file in foreign_imports().get(library, set()) if not file.startswith(SEAMS)}
    assert outside == set()


def distributions(imported: Iterable[str]) -> set[str]:
    """What has to be installed for these top names; LlamaIndex has one for each of its parts."""
    known = packages_distributions()
    missing = {top for top in imported if top not in known}
    assert missing == set(), "imported, but not installed"
    return {
        name.lower().replace("_", "-")
        for top in imported
        for name in known[top]
        if top != "llama_index" or name.startswith("llama-index-")
    }


def test_every_import_is_declared_and_nothing_declared_is_idle() -> None:
    """The evaluation alone may import what the tests bring, for it drives a browser with what
    the tests do, and what asks a language model."""
    for packages, allowed in ((("rag", "ui"), declared()), (("eval",), declared("llm", "dev"))):
        used = distributions(foreign_imports(*packages))
        needed = {name for name in used if not name.startswith("llama-index-")}
        assert needed <= allowed, "imported, but not in pyproject.toml"
    idle = declared("llm") - distributions(foreign_imports()) - set(NOT_IMPORTED_HERE)
    assert idle == set(), "in pyproject.toml, but nothing imports it"


def test_constraints_pin_every_dependency_exactly() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    assert "torch==2.13.0" in pins
    pinned = {pin.split("==")[0].lower().replace("_", "-") for pin in pins}
    assert declared("llm", "dev") <= pinned


def test_the_command_line_starts_without_the_slow_libraries() -> None:
    code = f"import sys, rag.cli; print([m for m in {SLOW_TO_IMPORT} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_rules_catch_what_they_are_for() -> None:
    assert ABSOLUTE.search('open("' + "/" + 'home/somebody/notes.txt")')
    assert ABSOLUTE.search("/" + "tmp/x")
    assert not ABSOLUTE.search("https://example.org/home/paper")
    assert INDEX_ADDRESS.search("pip install --" + "index-url x")
    assert INDEX_ADDRESS.search("https" + "://pypi.example/simple/")


def test_no_file_names_a_folder_of_one_machine_or_a_package_index() -> None:
    offending = []
    for path in tracked_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for pattern in (ABSOLUTE, INDEX_ADDRESS):
            offending += [f"{name_of(path)}: {found[0]}" for found in pattern.finditer(text)]
    assert offending == []
