"""A run as one HTML file that opens anywhere: no scripts, nothing fetched, light and dark, fit to
be printed. Every text of a document or a question is escaped."""

import html
from pathlib import Path

from eval.telling.records import Record
from eval.telling.report import about, sections_of
from eval.telling.tables import Section, Table

_STYLE = Path(__file__).with_name("page.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def make_page(record: Record) -> str:
    sections = sections_of(record)
    links = "".join(
        f'<li><a href="#{_anchor(each)}">{html.escape(each.title)}</a></li>' for each in sections
    )
    contents = f'<nav aria-label="Contents"><ul>{links}</ul></nav>'
    told = f"<p>{html.escape(' '.join(about(record)))}</p>"
    title = f"Evaluation of {record.made[:16].replace('T', ' ')} UTC"
    return page_of(title, told + contents, "".join(map(_show, sections)))


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


def show_table(table: Table) -> str:
    told, caption = _rows(table), html.escape(table.caption)
    if table.drawing:
        return f'<figure class="beside">{table.drawing()}{told}</figure>'
    if table.folded:
        return f"<details><summary>{caption}</summary>{told}</details>"
    return told


def _show(section: Section) -> str:
    remark = f"<p>{html.escape(section.remark)}</p>" if section.remark else ""
    head = f'<section id="{_anchor(section)}"><h2>{html.escape(section.title)}</h2>'
    return head + remark + "".join(map(show_table, section.tables)) + "</section>"


def _anchor(section: Section) -> str:
    return section.title.casefold().replace(" ", "-")


def _rows(table: Table) -> str:
    caption = html.escape(table.caption)
    heads = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in table.heads)
    body = ""
    for first, *rest in table.rows:
        cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in rest)
        body += f'<tr><th scope="row">{html.escape(first)}</th>{cells}</tr>'
    return (
        f'<div class="wide{" prose" * table.prose}" role="region" tabindex="0"'
        f' aria-label="{caption}"><table><caption>{caption}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )
