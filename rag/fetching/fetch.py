"""An address in, the document that stands there out, or the reason why there is none."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version

import httpx

from rag.backends.web import PATIENCE, Choose, Patience, ask
from rag.errors import NotFetched
from rag.fetching.addresses import follow
from rag.fetching.body import read_body
from rag.fetching.hosts import Resolve, choose_addresses, look_up
from rag.fetching.pace import Clock, Pace, Tell
from rag.fetching.proxies import refuse_proxy
from rag.fetching.robots import MOST_BYTES, Robots
from rag.fetching.statuses import refused, retry_after, too_many, unsaid_rules
from rag.fetching.taking import Fetched, Version, Visit, take

AGENT = "finding-aid"
_WANTED = (
    "application/pdf, application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
    " text/html;q=0.8, */*;q=0.5"
)
_LEADS_ON = frozenset({301, 302, 303, 307, 308})
_LATER = frozenset({429, 503})
_UNCHANGED = 304


@dataclass(frozen=True, slots=True)
class Limits:
    most_bytes: int = 100_000_000
    """Of a document, unpacked."""
    redirects: int = 5
    pause: float = 1.0
    """Seconds between two requests to one host, where it asks for none in particular."""
    longer_pause: float = 10.0
    """Seconds where a host has said that it gets too many requests, and not what it wants."""
    longest_pause: float = 60.0
    """Seconds that are waited where a host asks for it."""
    patience: Patience = PATIENCE


LIMITS = Limits()
_CLOCK = Clock()


class Fetcher:
    """Of one run: it remembers the rules of each site and when each was last asked."""

    def __init__(
        self,
        *,
        allowed: Collection[str] = (),
        limits: Limits = LIMITS,
        clock: Clock = _CLOCK,
        resolve: Resolve = look_up,
    ) -> None:
        """`allowed`: hosts, in lower case, that may be on this machine or its network."""
        self._limits = limits
        self._clock = clock
        self._choose: Choose = partial(
            choose_addresses, allowed=frozenset(allowed), resolve=resolve
        )
        self._pace = Pace(limits.pause, limits.longest_pause, clock)
        self._robots = Robots(AGENT, self._read_rules)

    @property
    def today(self) -> str:
        """ISO day, where the machine stands."""
        return self._clock.now().astimezone().date().isoformat()

    def fetch(
        self, address: httpx.URL, tell: Tell = lambda _: None, *, known: Version | None = None
    ) -> Fetched | None:
        """None where the site says that it still has the `known` version. `tell` hears in a few
        words what is being done. Raises NotFetched."""
        visit = self._follow(address, tell, _asking_for(known))
        if visit.status == _UNCHANGED and known:
            return None
        if visit.status != 200:
            raise refused(visit.address.host, visit.status)
        return take(address, visit)

    def _follow(self, address: httpx.URL, tell: Tell, headers: Mapping[str, str]) -> Visit:
        at = address
        for _ in range(self._limits.redirects + 1):
            self._pace.slow_down(_host(at), self._robots.check(at))
            visit = self._visit_patiently(at, tell, headers)
            if visit.status not in _LEADS_ON or "location" not in visit.headers:
                return visit
            at = follow(at, visit.headers["location"])
        raise self._astray()

    def _read_rules(self, place: httpx.URL) -> str | None:
        at = place
        for _ in range(self._limits.redirects + 1):
            visit = self._visit(at, lambda _: None, {}, most=MOST_BYTES)
            if visit.status in _LEADS_ON and "location" in visit.headers:
                at = follow(at, visit.headers["location"])
            elif visit.status == 200:
                return visit.body.decode("utf-8-sig", "replace")
            elif 400 <= visit.status < 500 and visit.status not in _LATER:
                return None
            else:
                raise unsaid_rules(place.host, visit.status)
        raise self._astray()

    def _visit_patiently(self, at: httpx.URL, tell: Tell, headers: Mapping[str, str]) -> Visit:
        """Waits once where the site asks to be asked later, if that is soon."""
        visit = self._visit(at, tell, headers, most=self._limits.most_bytes)
        seconds = retry_after(visit.headers, self._clock.now())
        if visit.status not in _LATER or (visit.status == 503 and seconds is None):
            return visit
        if seconds is not None and seconds <= self._limits.longest_pause:
            tell(f"waiting {seconds:.0f} seconds, as {at.host} asks")
            self._clock.pause(seconds)
            visit = self._visit(at, tell, headers, most=self._limits.most_bytes)
            if visit.status not in _LATER:
                return visit
            seconds = retry_after(visit.headers, self._clock.now())
        if seconds:
            self._pace.stay_away(_host(at), seconds)
        else:
            self._pace.slow_down(_host(at), self._limits.longer_pause)
        raise too_many(at.host, visit.status, seconds)

    def _visit(self, at: httpx.URL, tell: Tell, headers: Mapping[str, str], *, most: int) -> Visit:
        refuse_proxy(at)
        host = _host(at)
        self._pace.wait(host, tell)
        tell(f"asking {at.host}")
        sent = {"user-agent": _agent(), "accept": _WANTED, "accept-encoding": "identity", **headers}
        request = ask(
            str(at), sent, choose=self._choose, patience=self._limits.patience,
            clock=self._clock.seconds,
        )  # fmt: skip
        try:
            with request as answer:
                body = b""
                if answer.status == 200:
                    body = read_body(answer, most, lambda share: tell(_received(at.host, share)))
                return Visit(at, answer.status, answer.headers, body)
        finally:
            self._pace.note(host)

    def _astray(self) -> NotFetched:
        return NotFetched(
            f"it leads on from address to address, more than {self._limits.redirects} times: open"
            " it in a browser and give the address that it ends at."
        )


def _asking_for(known: Version | None) -> dict[str, str]:
    headers = {}
    if known and known.etag:
        headers["if-none-match"] = known.etag
    if known and known.modified:
        headers["if-modified-since"] = known.modified
    return headers


def _received(host: str, share: float) -> str:
    return f"receiving from {host}, {share:.0%}" if share else f"receiving from {host}"


def _host(address: httpx.URL) -> str:
    return address.netloc.decode("ascii")


@cache
def _agent() -> str:
    """Names the tool; no page of its own stands behind it that could be named as well."""
    try:
        number = version("finding-aid")
    except PackageNotFoundError:
        number = "0"
    return f"{AGENT}/{number} (fetches single documents that a person asks for)"
