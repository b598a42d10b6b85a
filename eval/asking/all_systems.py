"""Everybody who is asked a question set: ours first, then the baselines, controls and ablations."""

from dataclasses import dataclass

from eval.asking.baselines import HYBRID, LLAMA_DEFAULTS, Cut, baselines
from eval.asking.controls import CONTROLS, controls
from eval.asking.ours import NAME, ours
from eval.asking.plain import ABLATIONS, ablations
from eval.asking.systems import Kind, System
from rag.index.library import Library

KINDS: dict[str, Kind] = {
    NAME: "system",
    HYBRID: "baseline",
    LLAMA_DEFAULTS: "baseline",
    **dict.fromkeys(CONTROLS, "control"),
    **dict.fromkeys(ABLATIONS, "ablation"),
}
"""By name, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Who is asked beside our own system."""

    baselines: bool = True
    """The plain hybrid; with the ablations, LlamaIndex's defaults too."""
    controls: bool = True
    ablations: bool = True
    llama_defaults: bool = False
    """Also without the ablations."""


def all_systems(library: Library, beside: Beside, cut: Cut | None) -> tuple[System, ...]:
    """`cut`: what eval/asking/baselines.py makes; None where no baseline is asked. Raises
    ModelUnavailable or StoreUnavailable."""
    our_own = ours(library)
    return (
        our_own,
        *(baselines(library, cut) if cut else ()),
        *(controls(library, our_own.again or our_own.ask) if beside.controls else ()),
        *(ablations(library) if beside.ablations else ()),
    )
