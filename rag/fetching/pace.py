"""The pauses between two requests to one host, longer where it asks for longer ones."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from rag.errors import NotFetched

Tell = Callable[[str], None]
"""Hears in a few words what is being done."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """Time as the fetching has it; tests have another."""

    seconds: Callable[[], float] = time.monotonic
    """From any moment on."""
    now: Callable[[], datetime] = _now
    """In UTC."""
    pause: Callable[[float], None] = time.sleep


@dataclass(slots=True)
class Pace:
    """Of one run; hosts in lower case, with their port."""

    pause: float
    """Seconds from the end of one request to a host to the next."""
    longest: float
    """Seconds that are waited for a host at most; one that asks for more is left alone."""
    clock: Clock
    _last: dict[str, float] = field(default_factory=dict)
    _asked_for: dict[str, float] = field(default_factory=dict)
    _opens_at: dict[str, float] = field(default_factory=dict)

    def slow_down(self, host: str, seconds: float) -> None:
        """As a Crawl-delay in robots.txt asks. Raises NotFetched where that is too slow."""
        if seconds > self.longest:
            raise NotFetched(
                f"{host} asks in its robots.txt for {seconds:.0f} seconds between two requests,"
                f" more than the {self.longest:.0f} that are waited: download the document in a"
                " browser and add the file."
            )
        self._asked_for[host] = max(seconds, self._asked_for.get(host, 0.0))

    def wait(self, host: str, tell: Tell) -> None:
        """Until the host may be asked. Raises NotFetched where it asked to be left alone for
        longer than is waited."""
        left = self._opens(host) - self.clock.seconds()
        if left > self.longest:
            raise NotFetched(
                f"{host} has asked for no more requests for a while: try again in"
                f" {spell_seconds(left)}."
            )
        if left > 0:
            if left > self.pause:
                tell(f"waiting {left:.0f} seconds, as {host} asks")
            self.clock.pause(left)

    def note(self, host: str) -> None:
        """That a request to the host has just ended."""
        self._last[host] = self.clock.seconds()

    def stay_away(self, host: str, seconds: float) -> None:
        """The host is not asked again for so long."""
        self._opens_at[host] = self.clock.seconds() + seconds

    def _opens(self, host: str) -> float:
        """When the host may be asked next; now at the earliest."""
        moments = [self.clock.seconds()]
        if host in self._last:
            moments.append(self._last[host] + max(self.pause, self._asked_for.get(host, 0.0)))
        return max(*moments, self._opens_at.get(host, moments[0]))


def spell_seconds(seconds: float) -> str:
    if seconds < 120:
        return f"{max(seconds, 1):.0f} seconds"
    if seconds < 7200:
        return f"{seconds / 60:.0f} minutes"
    return f"{seconds / 3600:.0f} hours"
