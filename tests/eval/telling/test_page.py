"""The page of a run: one file, nothing run or fetched, every text escaped."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

from made_runs import answered, record, refused

from eval.measuring.coverage import VITAL
from eval.measuring.headline import GROUNDED
from eval.telling.page import make_page
from eval.telling.records import Judged, LabelAgreement, Score
from eval.telling.worst import MOST, worst

SURE = [
    replace(
        answered(f"q{n}", n / 20), confidence=n / 20, values={VITAL: float(n > 8), GROUNDED: n / 20}
    )
    for n in range(20)
]
RUN = record([*SURE, refused("r1")])


class Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_element_is_closed_and_nothing_runs_or_is_fetched() -> None:
    page = make_page(RUN)
    nesting = Nesting()
    nesting.feed(page)
    assert nesting.open == []
    assert len(nesting.ids) == len({*nesting.ids})
    assert nesting.seen.isdisjoint({"script", "link", "img", "iframe", "object"})
    assert re.findall(r'(?:src|href)="(?!#)', page) == []
    assert re.findall(r"url\((?!#)", page) == []
    assert not re.search(r"https?:", page)


def test_texts_of_questions_and_documents_are_escaped() -> None:
    page = make_page(RUN)
    for text in ("<asked>", "<fathers>", "<nobody>", "<1>", "<up>"):
        assert text not in page
        assert text.replace("<", "&lt;").replace(">", "&gt;") in page


def test_drawings_have_names_and_tables_that_say_the_same() -> None:
    page = make_page(RUN)
    assert page.count("<svg") == page.count('<svg role="img"') == 3
    assert (
        len(re.findall(r'<figure class="beside"><svg.*?</svg>\s*<div[^>]*><table>', page, re.S))
        == 3
    )
    assert "<caption>Reliability</caption>" in page


def test_types_are_drawn_as_they_are_written_in_any_script_and_no_formula() -> None:
    page = make_page(replace(RUN, types={"<b> $x$ & 子供": RUN.figures}))
    drawn = re.findall(r"<text[^>]*>([^<]*)</text>", page)
    assert "&lt;b&gt; $x$ &amp; 子供" in drawn


def test_one_run_makes_one_page() -> None:
    assert make_page(RUN) == make_page(RUN)


def test_a_run_whose_headline_cannot_be_told_is_told_beside_others() -> None:
    plain = record([answered("q1", 0.5)])
    assert "always refuse" in make_page(plain)


def test_a_run_without_refusals_confidence_or_controls_is_told_too() -> None:
    plain = replace(record([answered("q1", 0.5)]), others=(), types={})
    page = make_page(plain)
    assert "cannot be told of these questions" in page
    assert "No answer of this run has a confidence" in page


def test_what_a_language_model_said_stands_with_its_agreement() -> None:
    by = ("model: made <up>",)
    agreement = LabelAgreement(by, 150, 2, 0.61, (0.5, 0.7), 0.83, (0.8, 0.9))
    scores = (
        Score("supported", RUN.figures[GROUNDED], 0.4, 3, 1, "support-1.txt", "ab" * 32, agreement),
        Score("readable", None, 0.0, 3, 3, "readable-1.txt", "cd" * 32, None),
    )
    page = make_page(replace(RUN, judged=Judged("model <m>", "localhost:1", scores)))
    assert page.count("model &lt;m&gt; at localhost:1") == len(scores)
    assert "support-1.txt, SHA-256 " + "ab" * 32 in page
    assert "kappa 0.610 (0.500 to 0.700), balanced accuracy 0.830" in page
    assert "150 statements labelled by model: made &lt;up&gt;, 2 without a verdict" in page
    assert "1; the score is 0.400 if all of them were bad" in page
    assert "no labels" in page


def test_a_language_model_that_went_away_is_told_without_scores() -> None:
    page = make_page(replace(RUN, judged=Judged("m", "h", stopped="It went <away>.")))
    assert "No scores: It went &lt;away&gt;." in page
    assert "went" not in make_page(RUN)


def test_the_worst_lost_most_and_are_no_more_than_twenty() -> None:
    rows = [answered(f"q{n}", n / 40) for n in range(30)]
    found = worst([*rows, refused("r1")])
    assert len(found) == MOST
    assert found[0].question == "q0"
    assert worst([answered("q1", 1.0), refused("r1")]) == []
