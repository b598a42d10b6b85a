"""The flags that every command takes, declared once and handed over as one Settings value."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

_PANEL = "Settings"


def _setting(metavar: str, help_text: str) -> Any:
    return typer.Option(metavar=metavar, help=help_text, rich_help_panel=_PANEL)


_FLAGS: dict[str, Any] = {
    "corpus": Annotated[
        Path | None, _setting("DIR", "Folder of the source documents. [RAG_CORPUS]")
    ],
    "data": Annotated[
        Path | None, _setting("DIR", "Folder of everything derived from them. [RAG_DATA]")
    ],
    "chroma_url": Annotated[
        str | None,
        _setting("URL", "A shared Chroma server, not the embedded store. [RAG_CHROMA_URL]"),
    ],
    "embedding_model": Annotated[
        str | None,
        _setting("NAME", "Embedding model: a local folder or a hub name. [RAG_EMBEDDING_MODEL]"),
    ],
    "llm": Annotated[
        str | None,
        _setting("MODEL", "Language model: none; no other is supported yet. [RAG_LLM]"),
    ],
}

Json = Annotated[
    bool, typer.Option("--json", help="Print JSON on standard output, and nothing else there.")
]


def with_settings(command: Callable[..., None]) -> Callable[..., None]:
    """The command with a flag for each setting in place of its first parameter."""

    def run(**values: Any) -> None:
        from rag.settings import Settings

        given = {name: values.pop(name) for name in _FLAGS}
        command(Settings.load(**given), **values)

    _, *own = inspect.signature(command).parameters.values()
    flags = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
        for name, annotation in _FLAGS.items()
    ]
    parameters = [*own, *flags]
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return run
