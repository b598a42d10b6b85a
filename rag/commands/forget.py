"""`rag forget`: what was asked in the window is deleted."""

from typing import TYPE_CHECKING, Annotated

import typer

from rag.commands.flags import Json
from rag.commands.streams import notice, output, print_json, words

if TYPE_CHECKING:
    from rag.settings import Settings


def forget(
    settings: "Settings",
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    json: Json = False,
) -> None:
    """Delete all conversations and feedback; the documents stay."""
    from rag.wiring import open_history

    with open_history(settings) as history:
        kept = {
            "conversations": history.conversations.count(),
            "feedback": history.feedback.count(),
        }
        told = _told(**kept)
        if any(kept.values()):
            if not yes:
                typer.confirm(f"Delete {told}?", abort=True, err=True)
            history.forget()
    if json:
        print_json({"forgotten": kept})
    elif any(kept.values()):
        output().print(words(f"Deleted {told}."))
    else:
        notice("There are no conversations to delete.")


def _told(*, conversations: int, feedback: int) -> str:
    """ "1 conversation and 2 notes of feedback" """
    return (
        f"{conversations} conversation{'' if conversations == 1 else 's'} and"
        f" {feedback} note{'' if feedback == 1 else 's'} of feedback"
    )
