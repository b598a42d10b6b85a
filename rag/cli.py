"""The command line: which commands there are, and how an error reaches the person who typed one."""

import sys
from collections.abc import Callable

import typer

from rag.commands import chat, doctor, documents, forget, indexing, outline, questions, quotes
from rag.commands.beside import Commands
from rag.commands.flags import tell_settings, with_settings
from rag.commands.streams import fail, speak_utf8
from rag.errors import RagError

app = typer.Typer(
    name="rag",
    cls=Commands,
    help="Ask published child-safeguarding reviews, and see where every answer stands. Nothing is"
    " fetched from the web but the addresses that you give to rag index or type in the window.",
    epilog=tell_settings(),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

_COMMANDS: dict[str, Callable[..., None]] = {
    "index": indexing.index,
    "list": documents.list_documents,
    "show": documents.show,
    "remove": documents.remove,
    "outline": outline.outline,
    "search": questions.search,
    "ask": questions.ask,
    "quote": quotes.quote,
    "chat": chat.chat,
    "doctor": doctor.doctor,
    "forget": forget.forget,
}
_INTERRUPTED = 130
"""Exit status that shells give for Ctrl-C."""
for _name, _command in _COMMANDS.items():
    app.command(_name)(with_settings(_command))


def main() -> None:
    speak_utf8()
    try:
        app()
    except RagError as error:
        sys.exit(fail(error))
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
