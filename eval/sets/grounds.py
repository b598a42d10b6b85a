"""Why a question cannot be answered, from what its set says of it.

A set may say itself which of its questions are near misses; where it does not, their type tells,
and of a follow-up the reasons for which it may be refused.
"""

from collections.abc import Collection

_NEAR = ("near_miss", "false_premise", "no_unit")
"""In the name of a type: its review is in the library, the fact, the event or the unit is not."""
_FOLLOW_UP = "follow_up"
_OUT = {"not_in_library", "off_topic"}
_OTHER = {"ambiguous", "live_concern", "personal_data"}


def is_near_miss(kind: str, reasons: Collection[str]) -> bool:
    """`kind` is the type of a question that cannot be answered. A follow-up speaks of what was
    spoken of before, unless it is to be refused as being about something else."""
    follows = _FOLLOW_UP in kind and not _OUT.intersection(reasons)
    return follows or any(name in kind for name in _NEAR)


def has_other_grounds(reasons: Collection[str]) -> bool:
    """Of a question that is no near miss: it is turned away whatever the documents say, because it
    may mean several things, somebody may be in danger, or it asks for personal data."""
    return bool(_OTHER.intersection(reasons))
