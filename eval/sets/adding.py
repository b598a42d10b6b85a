"""`rag eval add`: an answer that somebody found no good becomes a question of a set of one's own.

The line is written with its gold still to be filled in: what a good answer says is for a person
to decide, never for the system that failed.
"""

import hashlib
import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from eval.sets.opening import is_frozen
from rag.commands.flags import Json
from rag.commands.streams import notice, output, print_json, words
from rag.errors import ChangedQuestions, UnreadableFile

if TYPE_CHECKING:
    from rag.history.store import History
    from rag.settings import Settings

OWN_SET = "questions.jsonl"
"""In the data folder."""
TO_FILL_IN = (
    "gold is null until you write nuggets: two to six of {text, vital, document, unit, phrase}, "
    "the phrase as the document says it (rag outline FILE prints the units)"
)


@dataclass(frozen=True, slots=True)
class Complaint:
    id: str
    """Of the question that it would become; tells nothing of the conversation."""
    given: str
    reason: str | None
    turns: tuple[str, ...]
    """Up to the answer that was found no good, personal identifiers masked."""


def list_complaints(history: "History", *, without: Collection[str] = ()) -> list[Complaint]:
    """Oldest first, those left out whose id is in `without`."""
    # Here, as it takes a tenth of a second that rag --help does not need.
    from rag.history.conversations import Conversation

    found = []
    for conversation, position, given, verdict, reason, *_ in history.feedback.all():
        id_ = "f" + hashlib.sha256(f"{conversation} {position}".encode()).hexdigest()[:8]
        if verdict == "down" and id_ not in without:
            answers = history.conversations.answers(Conversation(conversation, "", ""))
            turns = tuple(answer.question for answer in answers[: position + 1])
            found.append(Complaint(id_, given, reason, turns))
    return found


def ids_in(path: Path) -> frozenset[str]:
    """Of the questions of a set that may have gold still to be filled in; none where there is no
    such file. Raises UnreadableFile."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        return frozenset(str(json.loads(line)["id"]) for line in lines if line.strip())
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableFile(
            f"{path} cannot be read as a question set ({error!r}): it needs one JSON object with "
            "an id on each line; correct it, or name another file."
        ) from error


def add_question(complaint: Complaint, path: Path, *, answerable: bool) -> None:
    """Appends one line; makes the file and its folder. Raises ChangedQuestions for one of our
    own sets, UnreadableFile where it cannot be written."""
    if is_frozen(path):
        raise ChangedQuestions(
            f"{path.name} is frozen and takes no question by itself: expected a set of your own; "
            "name another file, or write the line there by hand and run rag eval freeze."
        )
    fields: dict[str, Any] = {
        "id": complaint.id, "turns": complaint.turns, "type": "feedback",
        "answerable": answerable, "reference": "", "complaint": complaint.reason,
        "gold": None if answerable else [],
        **({"to fill in": TO_FILL_IN} if answerable else {"reason": "not_stated"}),
    }  # fmt: skip
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = path.read_text(encoding="utf-8") if path.exists() else ""
        with path.open("a", encoding="utf-8", newline="\n") as file:
            border = "\n" * (bool(kept) and not kept.endswith("\n"))
            file.write(border + json.dumps(fields, ensure_ascii=False) + "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            f"{path} cannot be added to: {error}; name a file that you may write."
        ) from error


def add(
    settings: "Settings",
    complaint: Annotated[str | None, typer.Argument(
        metavar="ID", help="Which one; without it, all are listed.")] = None,
    *,
    answerable: Annotated[bool | None, typer.Option(
        "--answerable/--unanswerable", help="Whether the documents say what was asked.")] = None,
    to: Annotated[Path | None, typer.Option(
        metavar="FILE", help="A set of your own; questions.jsonl of the data folder.")] = None,
    json: Json = False,
) -> None:  # fmt: skip
    """Make a question of an answer that was given a thumbs-down in the window."""
    from rag.wiring import open_history

    path = to or settings.data / OWN_SET
    with open_history(settings) as history:
        left = list_complaints(history, without=ids_in(path))
    if complaint is None:
        _list(left, json=json)
        return
    chosen = next((each for each in left if each.id == complaint), None)
    if chosen is None:
        raise typer.BadParameter(f"no thumbs-down {complaint} is left; rag eval add lists them.")
    if answerable is None:
        raise typer.BadParameter("say --answerable or --unanswerable: that is for you to judge.")
    add_question(chosen, path, answerable=answerable)
    if json:
        print_json({"added": chosen.id, "file": str(path)})
    notice(f"Added to {path}." + f" Still to do: {TO_FILL_IN}." * answerable)


def _list(left: list[Complaint], *, json: bool) -> None:
    if json:
        print_json({"complaints": [asdict(each) for each in left]})
        return
    for each in left:
        said = " > ".join(each.turns)
        output().print(words(f"{each.id}  {each.given[:10]}  {each.reason or '-'}  {said}"))
    if not left:
        notice("No thumbs-down is left that is not a question already.")
