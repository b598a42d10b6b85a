"""What the fits have in common: the questions of several libraries, the leaving out of one library
at a time, and the TOML that the engine reads the weights from."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from eval.asking.bench import open_bench
from eval.measuring.goals import Goals, choose_askable
from eval.measuring.held import hold
from eval.sets.opening import load_questions
from eval.sets.questions import Question
from rag.errors import BadSettings
from rag.index.library import Library

Sets = Annotated[
    list[str],
    typer.Argument(metavar="SET=DATA", help="Questions, and the data folder of their library."),
]
Write = Annotated[bool, typer.Option("--write", help="Keep what was fitted.")]


def read_sets(sets: Sequence[str]) -> Iterator[tuple[Path, Library, Question, Goals]]:
    """Every question that its library can be asked, with the data folder of that library. Raises
    BadSettings for what is no SET=DATA, and as `load_questions` and `choose_askable`."""
    for file, data in map(_read_pair, sets):
        with open_bench(None, data) as library:
            chosen = choose_askable(load_questions(file), hold(library))
            for question, goals in zip(chosen.questions, chosen.goals, strict=True):
                yield data, library, question, goals


def _read_pair(typed: str) -> tuple[Path, Path]:
    file, _, data = typed.rpartition("=")
    if not file or not data or not Path(data).is_dir():
        raise BadSettings(
            f"{typed} does not name a set and its library: expected SET=DATA, a file of questions"
            " and an existing data folder, such as questions.jsonl=.data; correct it."
        )
    return Path(file), Path(data)


def leave_each_out(examples: Sequence[Any]) -> Iterator[tuple[Path, list[Any], list[Any]]]:
    """Each `library` of the examples with its own, and those of all others; none where there is but
    one. Raises BadSettings without examples."""
    if not examples:
        raise BadSettings(
            "No question of the sets can be fitted on: expected questions that their libraries"
            " answer; name others."
        )
    for library in dict.fromkeys(each.library for each in examples):
        own = [each for each in examples if each.library == library]
        if others := [each for each in examples if each.library != library]:
            yield library, own, others


def keep_fitted(path: Path, head: str, weights: Mapping[str, Any]) -> None:
    """Numbers, lists of numbers and, behind these, tables of numbers; to three decimals. `head` is
    the comment on top."""
    tables = {name: of for name, of in weights.items() if isinstance(of, Mapping)}
    plain = {name: value for name, value in weights.items() if name not in tables}
    parts = [_lines(plain), *(f"[{name}]\n{_lines(of)}" for name, of in tables.items())]
    text = textwrap.indent(textwrap.fill(head, 98), "# ") + "\n" + "\n".join(parts)
    path.write_text(text, encoding="utf-8", newline="\n")


def _lines(of: Mapping[str, Any]) -> str:
    return "".join(f"{name} = {_show(value)}\n" for name, value in of.items())


def _show(value: Any) -> str:
    if isinstance(value, int | float):
        return f"{round(value, 3)}"
    rows = textwrap.fill(", ".join(map(_show, value)), 96)
    return "[\n" + textwrap.indent(rows, "    ") + ",\n]"
