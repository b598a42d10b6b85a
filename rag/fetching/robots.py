"""What a site's robots.txt allows and how slowly it wants to be asked, read once a run."""

from collections.abc import Callable

import httpx

from rag.errors import NotFetched
from rag.fetching.robot_rules import RobotRules, read_rules

MOST_BYTES = 500 * 1024
"""What RFC 9309 asks to be read of it."""
Read = Callable[[httpx.URL], str | None]
"""The address of a robots.txt in, its text out; None where the site has none. Raises NotFetched."""


class Robots:
    def __init__(self, agent: str, read: Read) -> None:
        """`agent`: the name that rules are looked up by."""
        self._agent = agent
        self._read = read
        self._rules: dict[str, RobotRules] = {}

    def check(self, address: httpx.URL) -> float:
        """The seconds between two requests that the site asks for, 0 for none in particular.

        Raises NotFetched where it wants the address not to be fetched, or its rules cannot be
        read: then nothing is known to be allowed (RFC 9309, 2.3.1.4).
        """
        rules = self._of_site(address)
        if not rules.allow(address.raw_path.decode("ascii")):
            raise NotFetched(
                f"{address.host} asks in its robots.txt that programs do not fetch this address:"
                " download the document in a browser and add the file."
            )
        return rules.delay

    def _of_site(self, address: httpx.URL) -> RobotRules:
        place = address.copy_with(path="/robots.txt", query=None)
        site = str(place)
        if site not in self._rules:
            self._rules[site] = read_rules(self._read(place) or "", self._agent)
        return self._rules[site]
