"""The flags that every command takes, declared once and handed over as one Settings value."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

_PANEL = "Settings"


def _setting(kind: Any, name: str, metavar: str, help_text: str) -> Any:
    told = f"{help_text} [{_variable(name)}]"
    return Annotated[kind | None, typer.Option(metavar=metavar, help=told, rich_help_panel=_PANEL)]


def _variable(name: str) -> str:
    return f"RAG_{name.upper()}"


_SETTINGS = {
    "corpus": (Path, "DIR", "Folder of the source documents."),
    "data": (Path, "DIR", "Folder of everything derived from them."),
    "chroma_url": (str, "URL", "A shared Chroma server, not the embedded store."),
    "embedding_model": (str, "NAME", "Embedding model: a local folder or a hub name."),
    "allow_host": (
        str,
        "HOST",
        "A host on this machine or its network that documents may be fetched from; several with"
        " commas.",
    ),
    "llm": (str, "MODEL", "Language model: none; no other is supported yet."),
}
_FLAGS = {
    name: _setting(kind, name, metavar, text) for name, (kind, metavar, text) in _SETTINGS.items()
}


def tell_settings() -> str:
    """A paragraph for each setting, as each command takes them all."""
    each = (
        f"--{name.replace('_', '-')} {metavar}, {_variable(name)}: {text}"
        for name, (_, metavar, text) in _SETTINGS.items()
    )
    return "\n\n".join(
        (
            "Settings of every command, as a flag behind it, an environment variable, or a line of"
            " finding-aid.toml; the first beats the next:",
            *each,
        )
    )


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
