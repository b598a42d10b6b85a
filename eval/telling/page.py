"""A run as one HTML file that opens anywhere: no scripts, nothing fetched, light and dark, fit to
be printed. Every text of a document or a question is escaped."""

import html
from pathlib import Path

from eval.telling.judgements import show_judged
from eval.telling.records import Record, write_whole
from eval.telling.report import about, sections_of, tell_what_is_missing
from eval.telling.tables import Section, Table, table

_STYLE = Path(__file__).with_name("page.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_page(record: Record, path: Path) -> Path:
    """Raises BadSettings as `write_whole`."""
    return write_whole(path, make_page(record).encode())


def make_page(record: Record) -> str:
    parts = {each.title: show_section(each) for each in sections_of(record)}
    if record.judged:
        parts["Judged by a language model"] = show_judged(record.judged)
    links = "".join(f'<li><a href="#{_anchor(name)}">{name}</a></li>' for name in parts)
    body = "".join(
        f'<section id="{_anchor(name)}"><h2>{name}</h2>{text}</section>'
        for name, text in parts.items()
    )
    told = html.escape(" ".join([about(record), *tell_what_is_missing(record)]))
    contents = f'<nav aria-label="Contents"><ul>{links}</ul></nav>'
    made = record.made[:16].replace("T", " ")
    return page_of(f"Evaluation of {made} UTC", f"<p>{told}</p>{contents}", body)


def page_of(title: str, about: str, body: str) -> str:
    """A whole page; `about` and `body` are HTML, `title` is text."""
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(title)}</title><style>{_STYLE.read_text(encoding='utf-8')}</style>"
        f"</head><body><header><h1>{html.escape(title)}</h1>{about}</header><main>{body}</main>"
        "<footer><p>What each figure means, and what it cannot tell, stands in eval/README.md of "
        "the project.</p></footer></body></html>"
    )


def show_section(section: Section) -> str:
    """Without its title."""
    lead = ""
    if section.lead:
        figure, what = map(html.escape, section.lead)
        lead = f'<p class="headline"><strong>{figure}</strong> {what}</p>'
    remark = f"<p>{html.escape(section.remark)}</p>" if section.remark else ""
    return lead + remark + "".join(map(_show, section.tables))


def _show(each: Table) -> str:
    told = table(each.caption, each.heads, each.rows, prose=each.prose)
    if each.drawing:
        return f'<figure class="beside">{each.drawing()}{told}</figure>'
    if each.folded:
        return f"<details><summary>{html.escape(each.caption)}</summary>{told}</details>"
    return told


def _anchor(name: str) -> str:
    return name.casefold().replace(" ", "-")
