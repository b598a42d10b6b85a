"""The public sets with people's judgements: their files in, claims, compared answers and a search
task out.

They are read where they lie and never copied: BUMP (Ma and others, 2023, MIT), WiCE (Kamoi and
others, 2023, ODC-BY), BEGIN (Dziri and others, 2022), the meta-evaluation of RAGChecker (Ru and
others, 2024, Apache-2.0) and XQuAD's English (Artetxe and others, 2020, CC BY-SA).
"""

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from eval.sets.words import letters
from rag.errors import UnreadableFile
from rag.reading.sentences import sentence_spans

BENCH = Path(__file__).resolve().parents[2].parent / "shared" / "bench"

PUBLISHED_FOR_BUMP = ("SummaC", "QAFactEval", "BARTScore")
"""An entailment model over sentences, one that asks and answers questions, and the one that orders
most pairs rightly."""


@dataclass(frozen=True, slots=True)
class Claim:
    text: str
    evidence: tuple[str, ...]
    """Sentences, in their order."""
    supported: bool
    """By the set's own label; "partially supported" is not."""
    source: str
    """Claims of one source are never split between fitting and testing."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A faithful summary and the same with one error put in by a person."""

    faithful: Claim
    unfaithful: Claim
    error: str
    """Intrinsic or extrinsic predicate, entity or circumstance; coreference; other."""
    published: Mapping[str, float]
    """By metric, what the set's authors had it give the faithful one less the unfaithful one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two answers to one question, judged by two people."""

    question: str
    reference: str
    answers: tuple[str, str]
    completeness: tuple[int, int]
    """By each person, -2 (the first answer is much more complete) to 2 (the second is)."""
    model: float
    """Difference of the claim recall that RAGChecker with Llama-3-70B gives the two answers."""


@dataclass(frozen=True, slots=True)
class SearchTask:
    passages: tuple[str, ...]
    questions: tuple[str, ...]
    relevant: tuple[int, ...]
    """For each question, the place of its passage."""


def read_bump(bench: Path) -> tuple[Pair, ...]:
    """Both of its tasks, 693 and 196 pairs. Raises UnreadableFile."""
    lines = [
        line
        for name in ("task1_dataset.json", "task2_dataset.json")
        for line in _read(bench / "bump" / name, json.loads)
    ]
    return tuple(map(_pair, lines))


def read_wice(bench: Path) -> tuple[Claim, ...]:
    """349 claims of Wikipedia with the sentences of the web page they cite. Raises
    UnreadableFile."""
    lines = _read(bench / "wice" / "claim_dev.jsonl", _parse_lines)
    return tuple(
        Claim(
            line["claim"],
            tuple(line["evidence"]),
            line["label"] == "supported",
            line["meta"]["claim_title"],
        )
        for line in lines
    )


def read_begin(bench: Path) -> tuple[Claim, ...]:
    """BEGIN v1: 836 replies in talk about a sentence of Wikipedia. Raises UnreadableFile."""
    rows = _read(bench / "begin" / "begin_v1_dev_05_24_21.tsv", _parse_table)
    return tuple(
        _reply(row["response"], row["evidence"], supported=row["gold label"] == "entailment")
        for row in rows
    )


def read_begin_wow(bench: Path) -> tuple[Claim, ...]:
    """BEGIN on Wizard of Wikipedia: 430 replies. Raises UnreadableFile."""
    rows = _read(bench / "begin" / "begin_dev_wow.tsv", _parse_table)
    return tuple(
        _reply(
            row["response"],
            row["knowledge"],
            supported=row["begin_label"] == "Fully attributable",
        )
        for row in rows
    )


def read_ragchecker(bench: Path) -> tuple[Comparison, ...]:
    """280 comparisons. Raises UnreadableFile."""
    people = _read(bench / "ragchecker" / "human_labeled_data.json", json.loads)
    model = _read(bench / "ragchecker" / "baseline_ragchecker.json", json.loads)
    judged = [list(both) for _, both in groupby(people, key=lambda line: line["instance_id"])]
    return tuple(
        Comparison(
            question=first["query"],
            reference=first["gt_answer"],
            answers=(first["model1"]["response"], first["model2"]["response"]),
            completeness=(first["completeness_label"], second["completeness_label"]),
            model=_recall(line["model2"]) - _recall(line["model1"]),
        )
        for (first, second), line in zip(judged, model, strict=True)
    )


def read_xquad(bench: Path) -> SearchTask:
    """1,190 questions over 240 paragraphs. Raises UnreadableFile."""
    articles = _read(bench / "xquad" / "xquad.en.json", json.loads)["data"]
    paragraphs = [paragraph for article in articles for paragraph in article["paragraphs"]]
    asked = [
        (asking["question"], place)
        for place, paragraph in enumerate(paragraphs)
        for asking in paragraph["qas"]
    ]
    return SearchTask(
        tuple(paragraph["context"] for paragraph in paragraphs),
        tuple(question for question, _ in asked),
        tuple(place for _, place in asked),
    )


def split_sentences(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in sentence_spans(text))


def _pair(line: Mapping[str, Any]) -> Pair:
    evidence, source = split_sentences(line["article"]), str(line["article_id"])
    error = line.get("corrected_error_type") or line["error_type"]
    return Pair(
        Claim(line["reference_summary"], evidence, supported=True, source=source),
        Claim(line["edited_summary"], evidence, supported=False, source=source),
        error.removesuffix(" Error").casefold(),
        {
            name: line["scores"][f"{name}_reference"] - line["scores"][f"{name}_edited"]
            for name in PUBLISHED_FOR_BUMP
        },
    )


def _reply(text: str, evidence: str, *, supported: bool) -> Claim:
    # The two sets print the same sentence with other capitals and spaces.
    return Claim(text, split_sentences(evidence), supported, letters(evidence).casefold())


def _recall(answer: Mapping[str, Any]) -> float:
    return float(answer["ragchecker"]["completeness_label"])


def _parse_lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _parse_table(text: str) -> list[Any]:
    lines: Sequence[str] = text.splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _read(path: Path, parse: Callable[[str], Any]) -> Any:
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            f"{path} cannot be read ({error}): expected a folder with the public sets bump, wice, "
            "begin, ragchecker and xquad; name it with --bench."
        ) from error
