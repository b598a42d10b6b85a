"""Everybody who is asked a question set: ours first, then the controls, then the ablations."""

from eval.asking.ablations import ablations
from eval.asking.controls import controls
from eval.asking.ours import ours
from eval.asking.systems import System
from rag.index.library import Library


def all_systems(library: Library) -> tuple[System, ...]:
    """Raises ModelUnavailable or StoreUnavailable."""
    our_own = ours(library)
    return (our_own, *controls(library, our_own.ask), *ablations(library))
