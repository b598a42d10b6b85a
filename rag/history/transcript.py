"""A conversation in, a paper of it out: questions, answers, and a reference for each citation.

Its words are checked anew, as they are wherever a quotation is shown."""

import re
from collections.abc import Iterator, Sequence

from rag.answer import Answer, Statement
from rag.backends.word_writing import Part, write_docx
from rag.history.standing import Standing, as_it_stands
from rag.index.library import Library
from rag.quotes.citations.references import ADD_ORIGINAL, FROM_DIGEST, reference

_FOREWORD = (
    "From Finding Aid. What stands in quotation marks is word for word in the review named beside"
    " it; references stand below each answer."
)
_CHANGED = "The documents have changed since this was answered: ask again for the words as of now."
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_HEADINGS = {"title": "#", "heading": "##", "subheading": "###"}
_LINE_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)


def transcript(library: Library, title: str, answers: Sequence[Answer]) -> tuple[Part, ...]:
    parts = [Part("title", title), Part("note", _FOREWORD)]
    for answer in answers:
        parts.extend(_turn(as_it_stands(library, answer)))
    return tuple(parts)


def as_markdown(parts: Sequence[Part]) -> str:
    """Every text is escaped: none of it is read as Markdown."""
    return "\n\n".join(_as_markdown(part) for part in parts) + "\n"


def as_word(parts: Sequence[Part]) -> bytes:
    """A .docx file."""
    return write_docx(parts)


def _turn(standing: Standing) -> Iterator[Part]:
    answer = standing.answer
    yield Part("heading", answer.question)
    if standing.gone:
        yield Part("note", _CHANGED)
    for statement in answer.statements:
        yield _statement(statement)
    digests = any(citation.provenance == "digest" for citation in answer.citations)
    if digests:
        yield Part("note", FROM_DIGEST)
    for citation in answer.citations:
        yield Part("reference", reference(citation))
    if digests:
        yield Part("note", ADD_ORIGINAL)


def _statement(statement: Statement) -> Part:
    if statement.heading:
        return Part("subheading", statement.text)
    marks = [f"[{n}]" for n in statement.citations]
    return Part("quotation" if statement.verbatim else "text", " ".join([statement.shown, *marks]))


def _as_markdown(part: Part) -> str:
    text = _LINE_START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", part.text))
    if part.kind in _HEADINGS:
        return f"{_HEADINGS[part.kind]} {' '.join(text.split())}"
    if part.kind == "quotation":
        return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
    if part.kind == "note":
        return f"*{' '.join(text.split())}*"
    return f"- {text}" if part.kind == "reference" else text
