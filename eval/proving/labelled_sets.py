"""The claims of every set that the support scorer is fitted and tested on, measured."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from eval.asking.bench import DIGESTS
from eval.proving.made import Made, make_claims
from eval.proving.public_sets import (
    Claim,
    Pair,
    read_begin,
    read_begin_wow,
    read_bump,
    read_wice,
)
from eval.proving.support import measure_claims
from eval.proving.weighing import Labelled

if TYPE_CHECKING:
    from rag.backends.embeddings import Embedding

BUMP, WICE, BEGIN, WOW, MADE = "BUMP", "WiCE", "BEGIN v1", "BEGIN WoW", "made"


def measure_sets(bench: Path, embedding: "Embedding") -> dict[str, Labelled]:
    """By the names above. Raises UnreadableFile."""
    claims: dict[str, tuple[Claim, ...]] = {
        BUMP: list_claims(read_bump(bench)),
        WICE: read_wice(bench),
        BEGIN: read_begin(bench),
        WOW: read_begin_wow(bench),
        MADE: tuple(made.claim for made in read_made()),
    }
    return {name: measure_set(each, embedding) for name, each in claims.items()}


def measure_set(claims: tuple[Claim, ...], embedding: "Embedding") -> Labelled:
    return Labelled(
        measure_claims(claims, embedding),
        np.array([claim.supported for claim in claims]),
        tuple(claim.source for claim in claims),
    )


def list_claims(pairs: tuple[Pair, ...]) -> tuple[Claim, ...]:
    """The faithful one of each pair, then the unfaithful one."""
    return tuple(claim for pair in pairs for claim in (pair.faithful, pair.unfaithful))


def read_made() -> tuple[Made, ...]:
    return make_claims(DIGESTS)
