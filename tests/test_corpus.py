"""The digests that come along: our own words, and known to the register as they are."""

import hashlib
import re
from pathlib import Path

import pytest

from rag.documents.document import DIGEST_MARK
from rag.documents.register import load_register

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
REVIEWS = ROOT.parent / "shared" / "reviews"
DIGESTS = sorted(path for path in CORPUS.glob("*.md") if path.name != "README.md")
MOST_SHARED = 11
"""Words in a row."""


def runs(text: str) -> set[tuple[str, ...]]:
    """Of the words alone: no tags, targets of links or signs inside a word."""
    bare = re.sub(r"<[^>]{1,200}>|(?<=\])\([^)]*\)", " ", text.lower())
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)['’](?=\w)", "", bare))
    length = MOST_SHARED + 1
    return {tuple(words[i : i + length]) for i in range(len(words) - MOST_SHARED)}


@pytest.mark.parametrize("digest", DIGESTS, ids=lambda path: path.stem)
def test_a_digest_is_in_our_own_words(digest: Path) -> None:
    if not REVIEWS.is_dir():
        pytest.skip("needs the original reviews in ../shared/reviews")
    theirs = {run for path in REVIEWS.glob("*.txt") for run in runs(path.read_text("utf-8"))}
    assert theirs
    text = digest.read_text("utf-8")
    assert DIGEST_MARK in text
    assert {" ".join(run) for run in runs(text) & theirs} == set()


@pytest.mark.parametrize("digest", DIGESTS, ids=lambda path: path.stem)
def test_the_register_knows_each_digest_as_it_is(digest: Path) -> None:
    entry = load_register(CORPUS).by_file(digest.name)
    assert entry is not None
    assert entry.checksum == hashlib.sha256(digest.read_bytes()).hexdigest()
