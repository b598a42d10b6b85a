"""Lines of conversations in, lines of answers out, in the same order and one by one."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rag.assistant import ask
from rag.errors import BadBatchLine, RagError
from rag.index.library import Library
from rag.interchange import of_answer

_EXPECTED = 'expected {"id": .., "turns": ["..", ..]}'


def answer_lines(
    library: Library, lines: Iterable[bytes], *, explain: bool = False
) -> Iterator[dict[str, Any]]:
    """Lines count from 1; an empty one is passed over."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _answer_line(library, number, line, explain=explain)


def _answer_line(library: Library, number: int, line: bytes, *, explain: bool) -> dict[str, Any]:
    id_ = None
    try:
        value = _parse(line)
        id_ = value.get("id")
        answer = ask(library, _turns(value), explain=explain)
    except RagError as error:
        return {"id": id_, "line": number, "error": str(error)}
    return {"id": id_, **of_answer(answer)}


def _parse(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # not UTF-8, not JSON, or nested without end
        raise BadBatchLine(f"The line is not JSON in UTF-8: {_EXPECTED}.") from error
    if not isinstance(value, dict):
        raise BadBatchLine(f"The line is no JSON object: {_EXPECTED}.")
    return value


def _turns(value: dict[str, Any]) -> list[str]:
    turns = value.get("turns")
    if not isinstance(turns, list) or not turns or not all(isinstance(t, str) for t in turns):
        raise BadBatchLine(f"The line has no list of turns: {_EXPECTED}.")
    return turns
