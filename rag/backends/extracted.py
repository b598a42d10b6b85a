"""What was taken out of an office file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extracted:
    texts: tuple[str, ...]
    """With the structure written as Markdown, without form feeds: one for each slide, or one in
    all for a file without pages."""
    properties: tuple[tuple[str, str], ...]
    """What the file says of itself: ("title", ...), ("author", ...), ("created", ISO day)."""
    warnings: tuple[str, ...]


def properties_of(
    title: str | None, author: str | None, created: str | None
) -> tuple[tuple[str, str], ...]:
    found = {"title": title, "author": author, "created": created}
    return tuple((name, value.strip()) for name, value in found.items() if value and value.strip())
