"""A run as one HTML file that opens anywhere: no scripts, nothing fetched, light and dark, fit to
be printed. Every text of a document or a question is escaped."""

import html
from collections.abc import Mapping
from pathlib import Path

from eval.measuring.headline import GROUNDED
from eval.measuring.refusal import REFUSED
from eval.telling import drawings, tables
from eval.telling.hybrid import show_hybrid
from eval.telling.judgements import show_judged
from eval.telling.read import show_readings
from eval.telling.records import Record, write_whole
from eval.telling.tables import tell_what_is_missing
from eval.telling.wordings import show_wordings
from eval.telling.worst import MOST, show_worst

_STYLE = Path(__file__).with_name("page.css")
_NOTE = (
    "<p>Intervals are bootstrapped by question. One that ends where it begins says only that all "
    "questions came out alike: of n questions without a fault, up to about 3 in n of others may "
    "still have one.</p>"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_page(record: Record, path: Path) -> Path:
    """Raises BadSettings as `write_whole`."""
    return write_whole(path, make_page(record).encode())


def make_page(record: Record) -> str:
    title = f"Evaluation of {_when(record)}"
    sections = {
        "Headline": _headline(record),
        "Figures": _NOTE + tables.figures_by_family(record),
        **({"Beside a plain hybrid": show_hybrid(record)} if record.beside_hybrid else {}),
        **({"The same in other words": show_wordings(record)} if record.consistency else {}),
        **({"Read by people or a model": show_readings(record)} if record.readings else {}),
        "Beside controls and ablations": _beside(record),
        **({"Judged by a language model": show_judged(record.judged)} if record.judged else {}),
        "By type of question": _types(record),
        "Confidence": _confidence(record),
        f"The worst {MOST} questions": _worst(record),
        "What was measured": _made_of(record),
    }
    links = "".join(f'<li><a href="#{_anchor(name)}">{name}</a></li>' for name in sections)
    body = "".join(
        f'<section id="{_anchor(name)}"><h2>{name}</h2>{text}</section>'
        for name, text in sections.items()
    )
    about = f'<p>{html.escape(_about(record))}</p><nav aria-label="Contents"><ul>{links}</ul></nav>'
    return page_of(title, about, body)


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


def _anchor(name: str) -> str:
    return name.casefold().replace(" ", "-")


def _when(record: Record) -> str:
    return record.made[:16].replace("T", " ") + " UTC"


def _about(record: Record) -> str:
    asked = record.set
    part = "" if asked.part == "all" else f"; {asked.part} part"
    frozen = "frozen, and unchanged" if asked.frozen else "not frozen"
    return (
        f"{asked.questions} questions of {asked.name} ({frozen}{part}), asked of "
        f"{record.corpus['documents']} documents.{' '.join(['', *tell_what_is_missing(record)])}"
    )


def _headline(record: Record) -> str:
    figure = record.figures.get(record.headline)
    if figure is None:
        return (
            f"<p>{html.escape(record.headline)} cannot be told of these questions: it needs "
            "answerable ones and unanswerable ones.</p>"
        )
    return (
        f'<p class="headline"><strong>{figure.value:.3f}</strong> '
        f"{html.escape(record.headline)}, 95 % interval {tables.show_interval(figure)}, "
        f"n {figure.n}</p>"
        "<p>From 0 to 1. It is 0 for whoever answers everything and for whoever refuses "
        "everything.</p>"
    )


def _beside(record: Record) -> str:
    if not record.others:
        return "<p>Nothing else was asked in this run.</p>"
    return (
        "<p>Controls cost no thought, ablations are the system with parts taken away. No control "
        "may win the headline figure. Each difference is paired by question; its interval is "
        "bootstrapped, its p from a permutation test, corrected for all of them (Holm). Ablations "
        "never refuse and so have nothing in the headline figure: compare them by the other "
        "measures.</p>"
        f"{drawings.draw_systems(record)}{tables.headlines(record)}{tables.beside(record)}"
    )


def _types(record: Record) -> str:
    drawn = [drawings.draw_types(record, measure) for measure in (GROUNDED, REFUSED)]
    return "".join(drawn) + tables.figures_by_type(record)


def _confidence(record: Record) -> str:
    return (
        "<p>The system's confidence is its own chance that what it shows answers the question. "
        "Answers without one are left out.</p>"
        f"{drawings.draw_reliability(record.rows)}{drawings.draw_risk(record.rows)}"
    )


def _worst(record: Record) -> str:
    return (
        "<p>Those that add least to the headline figure, with the quotations that were shown and "
        "what of the expected was not among them.</p>"
        f"{show_worst(record.rows) or '<p>No question lost anything.</p>'}"
    )


def _made_of(record: Record) -> str:
    parts: dict[str, Mapping[str, object]] = {
        "set": {"name": record.set.name, "part": record.set.part, "sha256": record.set.sha256},
        "corpus": record.corpus,
        "index": record.index,
        "models": record.models,
        "settings": record.settings,
        "code": record.code,
        "machine": record.machine,
    }
    rows = [
        (f"{name}: {key.replace('_', ' ')}", "none" if value is None else f"{value}")
        for name, part in parts.items()
        for key, value in part.items()
    ]
    rows.append(("run", record.id))
    rows.append(("seconds", f"{record.seconds:.0f}"))
    packages = [(name, version) for name, version in record.packages.items()]
    return (
        tables.table("Fingerprints are SHA-256", ("What", "Value"), rows)
        + "<details><summary>Versions of all packages</summary>"
        + tables.table("Versions of all packages", ("Package", "Version"), packages)
        + "</details>"
    )
