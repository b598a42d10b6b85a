"""Blocks in, those out that count without a stop behind the number: "1 Ask the child. ..."."""

from collections.abc import Mapping, Sequence

from rag.reading.bare_counts import FEWEST, read_bare
from rag.reading.blocks import Block
from rag.reading.marks import Mark


def find_bare_counts(blocks: Sequence[Block]) -> Mapping[int, Mark]:
    """Positions and numbers of blocks that count from one, each right below the one before. Most
    end as sentences do: headings with numbers do not."""
    found: dict[int, Mark] = {}
    run: dict[int, Mark] = {}
    for i, block in enumerate(blocks):
        mark = _read(block)
        number = int(mark.number) if mark else 0
        if mark is None or number != len(run) + 1:
            found |= run if _is_list(blocks, run) else {}
            run = {}
        if mark is not None and number == len(run) + 1:
            run[i] = mark
    return found | (run if _is_list(blocks, run) else {})


def _read(block: Block) -> Mark | None:
    plain = not block.level and not block.note and block.row < 0 and not block.continues
    return read_bare(block.text) if plain else None


def _is_list(blocks: Sequence[Block], run: Mapping[int, Mark]) -> bool:
    told = sum(blocks[i].text[-1] in ".?!\"'”’" for i in run)
    return len(run) >= FEWEST and 2 * told > len(run)
