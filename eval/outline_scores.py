"""How well a parsed outline agrees with a gold outline: counts, shares, and what is wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby

from eval.alignment import Piece, align

JOINED_KINDS = ("title", "contents")


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of units; those of optional gold units are in none of them."""

    units: int = 0
    """Gold units that have to be there."""
    found: int = 0
    kind: int = 0
    """Found, and of an acceptable kind; likewise `number`, `agency`."""
    number: int = 0
    agency: int = 0
    right: int = 0
    """Found, and kind, number and agency all right."""
    parsed: int = 0
    """Parsed units, less those that stand for an optional gold unit."""

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def figures(self) -> dict[str, float]:
        """Shares from 0 to 1: `found` and `right` of the gold units, `kind`, `number` and
        `agency` of the found ones, `precision` of the parsed ones; `f1` of found and precision."""
        recall, precision = _share(self.found, self.units), _share(self.found, self.parsed)
        return {
            "found": recall,
            "kind": _share(self.kind, self.found),
            "number": _share(self.number, self.found),
            "agency": _share(self.agency, self.found),
            "right": _share(self.right, self.units),
            "precision": precision,
            "f1": _share(2 * self.found, self.units + self.parsed),
        }


def score_pieces(gold: Sequence[Piece], parsed: Sequence[Piece]) -> tuple[Counts, tuple[str, ...]]:
    """Counts, and a remark for each unit that is missed, extra or wrongly labelled."""
    gold, parsed = join_neighbours(gold), join_neighbours(parsed)
    pairs = align(gold, parsed)
    counts = Counts(
        units=sum(not piece.optional for piece in gold),
        parsed=len(parsed) - sum(gold[g].optional for g, _ in pairs),
    )
    for g, p in pairs:
        if not gold[g].optional:
            counts += _judge(gold[g], parsed[p])
    return counts, tuple(_remarks(gold, parsed, pairs))


def join_neighbours(pieces: Sequence[Piece]) -> list[Piece]:
    """Runs of required `title` or `contents` units as one unit without number and agency."""
    joined: list[Piece] = []
    for kind, run in groupby(pieces, key=lambda p: None if p.optional else p.kinds[0]):
        members = list(run)
        joined += [_join(members)] if kind in JOINED_KINDS else members
    return joined


def _join(members: list[Piece]) -> Piece:
    whole = " ".join(piece.texts[0] for piece in members)
    texts = (whole, *(text for piece in members for text in piece.texts[1:]))
    return replace(members[0], numbers=(None,), agencies=(None,), label="", texts=texts)


def _plain(value: str | None) -> str | None:
    return " ".join(value.casefold().split()).rstrip(": ") if value else None


def _accepts(acceptable: Iterable[str | None], given: str | None) -> bool:
    return _plain(given) in {_plain(value) for value in acceptable}


def _judge(gold: Piece, parsed: Piece) -> Counts:
    kind = parsed.kinds[0] in gold.kinds
    number = _accepts(gold.numbers, parsed.numbers[0])
    agency = _accepts(gold.agencies, parsed.agencies[0])
    return Counts(
        found=1, kind=kind, number=number, agency=agency, right=kind and number and agency
    )


def _remarks(
    gold: Sequence[Piece], parsed: Sequence[Piece], pairs: Sequence[tuple[int, int]]
) -> Iterable[str]:
    partner, matched = dict(pairs), {p for _, p in pairs}
    for g, piece in enumerate(gold):
        if g not in partner:
            if not piece.optional:
                yield f"missed  {_describe(piece)}"
        elif not piece.optional and not _judge(piece, parsed[partner[g]]).right:
            yield f"wrong   {_describe(parsed[partner[g]])}\n   gold {_describe(piece)}"
    yield from (f"extra   {_describe(p)}" for i, p in enumerate(parsed) if i not in matched)


def _describe(piece: Piece) -> str:
    agency = f" [{piece.agencies[0]}]" if piece.agencies[0] else ""
    return f"{piece.kinds[0]} {piece.numbers[0] or '-'}{agency} | {piece.texts[0][:90]}"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
