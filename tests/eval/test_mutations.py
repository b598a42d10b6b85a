"""Every corruption of a cited quotation shuts the gate, and no genuine one does.

Real citations, one for each sentence, of the bundled digests read as if they were originals, and
of made-up documents with pages; an answer of each is corrupted in one way at a time.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from corruptions import CORRUPTIONS, Corrupt, splice
from made_files import pdf_of
from made_libraries import review, write
from made_quotations import Case, Genuine, answer_of, cite_all
from made_rows import question, score

from eval.measuring.headline import passes_gates
from eval.sets.words import letters
from rag.answer import Answer, Statement
from rag.outline.draw import DIGEST_MARK

DIGESTS = Path(__file__).parents[2] / "corpus"
PAGES = (
    "1. The health visitor saw Mother twice in 2011, but nobody told the school.",
    "2. Unless a father is asked, his view is not known. Staff were rarely told why.",
    "3. All 12 agencies kept records; none was shared with the police before March.",
)
MADE_UP = (
    "The social worker visited in January (e.g. at night), although Father had not been asked.",
    "Two of the 14 referrals were late. They were never followed up by the police.",
    "Information was shared early, except with the GP, who always kept a full record.",
    "“We were not told,” said the family; the review agrees.",
)
LOOK_ALIKES = str.maketrans("aceopxyiAEOTHB", "асеорхуіАЕОТНВ")

Mutate = Callable[[Case], Answer | None]


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Genuine:
    folder = write(tmp_path_factory.mktemp("originals"), made_up=review(*MADE_UP))
    for path in sorted(DIGESTS.glob("*-*.md")):
        text = path.read_text(encoding="utf-8")
        (folder / path.name).write_text(text.replace(DIGEST_MARK, "Summary"), encoding="utf-8")
    (folder / "pages.pdf").write_bytes(pdf_of(PAGES))
    return cite_all(folder)


@pytest.fixture(scope="module")
def digests() -> Genuine:
    return cite_all(DIGESTS)


def is_caught(answer: Answer, genuine: Genuine) -> bool:
    return not passes_gates(dict(score(question(), answer, genuine.held).values))


def test_no_original_is_rejected(originals: Genuine) -> None:
    assert len(originals.cases) > 500
    caught = [case.cited.quote for case in originals.cases if is_caught(case.answer, originals)]
    assert caught == []


def test_no_digest_is_rejected(digests: Genuine) -> None:
    assert len(digests.cases) > 500
    assert all(case.cited.match is None for case in digests.cases)
    caught = [case.cited.quote for case in digests.cases if is_caught(case.answer, digests)]
    assert caught == []


def reworded(case: Case, text: str | None, *, where: str) -> Answer | None:
    """The statement, the citation's quotation, or both with other words."""
    if text is None or text == case.cited.quote:
        return None
    quote = case.cited.quote if where == "statement" else text
    said = case.cited.quote if where == "quotation" else text
    told = Statement(said, (1,), verbatim=case.cited.match is not None)
    return replace(case.answer, statements=(told,), citations=(replace(case.cited, quote=quote),))


def corrupted(case: Case, *, corrupt: Corrupt) -> str | None:
    return corrupt(case.cited.quote)


def spliced(case: Case) -> str | None:
    return splice(case.cited.quote, case.other.quote)


def look_alike(case: Case) -> str | None:
    return case.cited.quote.translate(LOOK_ALIKES)


REWORD: dict[str, Callable[[Case], str | None]] = {
    **{name: partial(corrupted, corrupt=corrupt) for name, corrupt in CORRUPTIONS.items()},
    "two sentences spliced": spliced,
    "look-alike letters": look_alike,
}


@pytest.mark.parametrize("where", ["both", "statement", "quotation"])
@pytest.mark.parametrize("name", REWORD)
def test_other_words_are_caught(originals: Genuine, name: str, where: str) -> None:
    check(originals, lambda case: reworded(case, REWORD[name](case), where=where), least=10)


@pytest.mark.parametrize("where", ["both", "statement", "quotation"])
@pytest.mark.parametrize("name", REWORD)
def test_other_words_of_a_digest_are_caught(digests: Genuine, name: str, where: str) -> None:
    check(digests, lambda case: reworded(case, REWORD[name](case), where=where), least=10)


def moved(case: Case, start: int, end: int, *, quote: str | None = None) -> Answer:
    """The citation at other offsets, everything in keeping; with the words that stand there
    unless others are given."""
    link = f"?doc={case.cited.document}&unit={case.cited.unit}&start={start}&end={end}"
    words = quote or case.document.reading.text[start:end]
    return answer_of(
        replace(case.cited, start=start, end=end, spans=((start, end),), link=link, quote=words)
    )


def off_by_one(case: Case, *, start: int, end: int) -> Answer:
    begins, ends = case.cited.start + start, case.cited.end + end
    return moved(case, begins, ends, quote=case.cited.quote)


def cut_end(case: Case, *, words: int) -> Answer | None:
    """The last words go; offsets, link and statement are those of what is left."""
    kept = case.cited.quote.rsplit(None, words)[0]
    stops = kept.endswith((".", "!", "?", "”"))
    if stops or len(case.cited.spans) > 1 or kept == case.cited.quote:
        return None
    return moved(case, case.cited.start, case.cited.start + len(kept))


def cut_start(case: Case) -> Answer | None:
    first, *rest = case.cited.quote.split(None, 1)
    if not rest or not letters(first) or first.endswith((".", "!", "?", "”")):
        return None
    return moved(case, case.cited.end - len(rest[0]), case.cited.end)


def cut_letter(case: Case) -> Answer | None:
    if not case.cited.quote[0].isalpha():
        return None
    return moved(case, case.cited.start + 1, case.cited.end)


def cut_before_qualifier(case: Case) -> Answer | None:
    kept = CORRUPTIONS["dropped qualifier"](case.cited.quote)
    if kept is None or not case.cited.quote.startswith(kept[:-1]):
        return None
    return moved(case, case.cited.start, case.cited.start + len(kept) - 1)


def wrong_document(case: Case) -> Answer:
    record = case.elsewhere.record
    taken = {
        name: getattr(record, name)
        for name in ("title", "subject", "publisher", "area", "published", "source_url")
    }
    link = case.cited.link.replace(case.cited.document, record.id)
    return answer_of(replace(case.cited, document=record.id, link=link, **taken))


def wrong_unit(case: Case) -> Answer | None:
    """All of another unit's description, with the words and the place of this one."""
    if case.other.document != case.cited.document:
        return None
    link = case.cited.link.replace(f"unit={case.cited.unit}&", f"unit={case.other.unit}&")
    names = ("unit", "kind", "label", "path", "agency", "page", "page_label")
    taken = {name: getattr(case.other, name) for name in names}
    return answer_of(replace(case.cited, link=link, **taken))


def wrong_place(case: Case) -> Answer | None:
    """Another citation in all, with the words of this one."""
    if case.other.quote == case.cited.quote:
        return None
    return answer_of(replace(case.other, quote=case.cited.quote))


def wrong_page(case: Case, *, by: int) -> Answer:
    return answer_of(replace(case.cited, page=(case.cited.page or 0) + by))


def uncited(case: Case) -> Answer:
    told = replace(case.answer.statements[0], citations=())
    return replace(case.answer, statements=(told,))


def without_citation(case: Case) -> Answer:
    return replace(uncited(case), citations=())


MISCITE: dict[str, Mutate] = {
    "right words, wrong document": wrong_document,
    "right words, wrong unit": wrong_unit,
    "right words, wrong place": wrong_place,
    "statement without its number": uncited,
    "citation dropped": without_citation,
    "next page": partial(wrong_page, by=1),
    "page before": partial(wrong_page, by=-1),
    "begins one early": partial(off_by_one, start=-1, end=0),
    "begins one late": partial(off_by_one, start=1, end=0),
    "ends one early": partial(off_by_one, start=0, end=-1),
    "ends one late": partial(off_by_one, start=0, end=1),
    "all one late": partial(off_by_one, start=1, end=1),
    "first letter lost": cut_letter,
    "last word cut": partial(cut_end, words=1),
    "last three words cut": partial(cut_end, words=3),
    "first word cut": cut_start,
    "cut before the qualifier": cut_before_qualifier,
}


@pytest.mark.parametrize("name", MISCITE)
def test_other_places_are_caught(originals: Genuine, name: str) -> None:
    check(originals, MISCITE[name], least=30)


def test_one_bad_citation_spoils_an_answer(originals: Genuine) -> None:
    one, other = originals.cases[0].cited, replace(originals.cases[-1].cited, n=2)
    assert not is_caught(answer_of(one, other), originals)
    assert is_caught(answer_of(one, replace(other, quote=f"{other.quote} not")), originals)


def check(genuine: Genuine, mutate: Mutate, *, least: int) -> None:
    """All are caught, of at least so many."""
    mutants = [(c, mutant) for c in genuine.cases if (mutant := mutate(c)) is not None]
    assert len(mutants) >= least
    missed = [case.cited.quote for case, mutant in mutants if not is_caught(mutant, genuine)]
    assert missed == []
