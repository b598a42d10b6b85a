"""Everybody who is asked a question set: ours first, then the controls, then the ablations."""

from eval.asking.ablations import ablations
from eval.asking.controls import controls
from eval.asking.ours import ours
from eval.asking.systems import System
from rag.index.library import Library


def all_systems(
    library: Library, *, with_controls: bool = True, with_ablations: bool = True
) -> tuple[System, ...]:
    """Raises ModelUnavailable or StoreUnavailable."""
    our_own = ours(library)
    others = controls(library, our_own.ask) if with_controls else ()
    return (our_own, *others, *(ablations(library) if with_ablations else ()))
