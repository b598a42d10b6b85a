"""The sets that the support scorer is fitted and tested on: their files in, claims out.

The public ones have people's judgements and are read where they lie, never copied: BUMP (Ma and
others, 2023, MIT), WiCE (Kamoi and others, 2023, ODC-BY) and BEGIN (Dziri and others, 2022). One
is of our own making and lies beside our labels. Every function raises UnreadableFile.
"""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eval.proving.labelled import LABELS, lines_of, read
from eval.proving.support import Claim, split_sentences
from eval.sets.words import letters

BENCH = Path(__file__).resolve().parents[2].parent / "shared" / "bench"
BEGIN, WOW = "BEGIN v1", "BEGIN WoW"
_BEGIN = {
    BEGIN: ("begin_v1_dev_05_24_21.tsv", "evidence", "gold label", "entailment"),
    WOW: ("begin_dev_wow.tsv", "knowledge", "begin_label", "Fully attributable"),
}
"""File, columns of the evidence and of the label, and the label that counts."""
ORIGINALS = "originals"

Line = dict[str, Any]
"""As the file has it."""


def read_bump(bench: Path) -> list[Line]:
    """Both of its tasks, 693 and 196 summaries of an article, each as it was and with one error
    put in by a person."""
    files = (bench / "bump" / f"task{number}_dataset.json" for number in (1, 2))
    return [line for file in files for line in read(file, json.loads)]


def claims_of_bump(lines: Sequence[Line]) -> list[Claim]:
    """Of each line the faithful summary, then the one with the error."""
    return [
        Claim(line[f"{kind}_summary"], evidence, kind == "reference", str(line["article_id"]))
        for line in lines
        for evidence in [split_sentences(line["article"])]
        for kind in ("reference", "edited")
    ]


def error_in(line: Line) -> str:
    """Of BUMP: intrinsic or extrinsic predicate, entity or circumstance; coreference; other."""
    error: str = line.get("corrected_error_type") or line["error_type"]
    return error.removesuffix(" Error").casefold()


def read_wice(bench: Path) -> list[Claim]:
    """349 claims of Wikipedia with the sentences of the web page they cite."""
    return [
        Claim(each["claim"], tuple(each["evidence"]), each["label"] == "supported", title)
        for each in read(bench / "wice" / "claim_dev.jsonl", lines_of)
        for title in [each["meta"]["claim_title"]]
    ]


def read_begin(bench: Path, name: str) -> list[Claim]:
    """Replies in talk about a sentence of Wikipedia: 836 of BEGIN, 430 of WOW."""
    file, evidence, label, good = _BEGIN[name]
    return [
        # The two sets print the same sentence with other capitals and spaces.
        Claim(row["response"], split_sentences(row[evidence]), row[label] == good, source)
        for row in read(bench / "begin" / file, _rows_of)
        for source in [letters(row[evidence]).casefold()]
    ]


def read_made() -> list[tuple[str, Claim]]:
    """Sentences of the bundled digests, each true beside its unit (ORIGINALS), and the same with
    one falsehood, by its kind."""
    return [
        (kind, Claim(text, tuple(unit["evidence"]), kind == ORIGINALS, unit["source"]))
        for unit in read(LABELS / "made.jsonl", lines_of)
        for sentence in unit["sentences"]
        for kind, text in sentence.items()
    ]


def _rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
