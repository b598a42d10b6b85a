"""One address at a time, from a site on this machine: what is taken, and each way to fail."""

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from datetime import timedelta
from email.utils import format_datetime
from itertools import repeat

import docx
import pytest
from web_site import BEGAN, HERE, PDF, MadeTime, Sent, Site, fetcher_of

from rag.backends.web import Patience
from rag.errors import NotFetched
from rag.fetching.addresses import parse_address
from rag.fetching.fetch import Fetcher, Limits
from rag.fetching.taking import Fetched, Version

PAGE = "<html><head><title>{}</title></head><body><h1>{}</h1><p>{}</p></body></html>"
SMALL = Limits(most_bytes=2_000_000)


def fetch(site: Site, path: str, fetcher: Fetcher | None = None) -> Fetched:
    found = (fetcher or fetcher_of()).fetch(parse_address(site.at(path)))
    assert found is not None
    return found


def refusal(site: Site, path: str, fetcher: Fetcher | None = None) -> str:
    with pytest.raises(NotFetched) as refused:
        fetch(site, path, fetcher)
    return str(refused.value)


def page(title: str, *, words: str = "", heading: str = "") -> bytes:
    return PAGE.format(title, heading, words).encode()


def word_file() -> bytes:
    made = docx.Document()
    made.add_paragraph("The father was not seen.")
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def test_a_document_comes_with_its_name_and_the_tool_says_who_asks(site: Site) -> None:
    site.pages["/reviews/Child%20Pea.pdf"] = Sent(PDF, headers={"etag": '"one"'})
    found = fetch(site, "/reviews/Child Pea.pdf#page=2")
    assert (found.content, found.name, found.is_page) == (PDF, "Child Pea.pdf", False)
    assert found.version == Version(etag='"one"')
    assert site.asked == ["/robots.txt", "/reviews/Child%20Pea.pdf"]
    assert all(headers["user-agent"].startswith("finding-aid/") for headers in site.headers)
    assert not any({"cookie", "authorization", "referer"} & set(h) for h in site.headers)


@pytest.mark.parametrize("kind", ["", "text/html", "application/octet-stream", "nonsense;;"])
def test_the_content_decides_whatever_the_site_calls_it(site: Site, kind: str) -> None:
    site.pages["/download.aspx?id=7"] = Sent(PDF, headers={"content-type": kind})
    assert fetch(site, "/download.aspx?id=7").name == "download.pdf"
    site.pages["/report.pdf"] = Sent(word_file(), headers={"content-type": kind})
    assert fetch(site, "/report.pdf").name == "report.docx"


def test_the_name_that_the_site_gives_comes_first_and_is_safe_everywhere(site: Site) -> None:
    named = "attachment; filename*=UTF-8''..%5C..%2FChild%20Q%3A%20final%3F.pdf"
    site.pages["/get"] = Sent(PDF, headers={"content-disposition": named})
    assert fetch(site, "/get").name == "Child Q- final-.pdf"


def test_a_web_page_and_a_text_are_documents_where_nothing_else_was_promised(site: Site) -> None:
    site.pages["/reviews/child-pea/"] = Sent(page("Child Pea", words="The father said. " * 400))
    found = fetch(site, "/reviews/child-pea/")
    assert (found.name, found.is_page) == ("child-pea.html", True)
    site.pages["/notes"] = Sent("The father wasn’t seen.".encode("cp1252"))
    assert fetch(site, "/notes").name == "notes.txt"


@pytest.mark.parametrize("path", ["/report.pdf", "/report.PDF?version=2"])
def test_a_page_in_place_of_a_pdf_is_refused_by_its_content(site: Site, path: str) -> None:
    site.pages[path] = Sent(
        page("Our reviews", words="A long list of reviews. " * 400),
        headers={"content-type": "application/pdf"},
    )
    assert "not the PDF that the address promises, but a web page titled “Our reviews”" in refusal(
        site, path
    )


def test_a_pdf_is_promised_by_what_the_site_calls_it_as_well(site: Site) -> None:
    for path, headers in (
        ("/by-type", {"content-type": "application/pdf"}),
        ("/by-name", {"content-disposition": 'attachment; filename="a.pdf"'}),
    ):
        site.pages[path] = Sent(b"No such report, sorry.", headers=headers)
        assert "but plain text" in refusal(site, path)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (page("Page not found", words="Sorry."), "is missing, titled “Page not found”"),
        (page("Anyshire", heading="404"), "is missing"),
        (page("Page not found - Anyshire Council", words="Menu. " * 900), "is missing"),
        (page("Anyshire", heading="404 error", words="Menu. " * 900), "is missing"),
        (page("Sorry, the page you asked for could not be found", words="A " * 900), "is missing"),
        (page("Cookies and consent", words="Accept all"), "has to pass first"),
        (page("Anyshire", words='<input name=p type="password">' + "Words. " * 900), "sign in at"),
    ],
)
def test_a_missing_page_or_a_door_sent_as_a_good_page_is_refused(
    site: Site, body: bytes, told: str
) -> None:
    site.pages["/child-pea"] = Sent(body)
    assert told in refusal(site, "/child-pea")


def test_a_page_that_speaks_of_what_was_not_found_is_a_document(site: Site) -> None:
    titled = page("Children not found: lessons on missing pages in records", words="Words. " * 900)
    site.pages["/child-pea"] = Sent(titled)
    assert fetch(site, "/child-pea").is_page


def test_an_address_that_leads_to_the_front_page_is_gone(site: Site) -> None:
    site.pages["/reviews/child-pea"] = Sent(status=302, headers={"location": "/"})
    site.pages["/"] = Sent(page("Anyshire Safeguarding", words="Welcome. " * 900))
    assert "the front page of 127.0.0.1" in refusal(site, "/reviews/child-pea")
    assert fetch(site, "/").is_page


def test_what_is_no_document_is_refused(site: Site) -> None:
    site.pages["/film"] = Sent(b"\x00\x01\x02\x03" * 100)
    site.pages["/empty.pdf"] = Sent(b"")
    assert "no document" in refusal(site, "/film")
    assert "0 bytes" in refusal(site, "/empty.pdf")


@pytest.mark.parametrize(
    ("status", "told"),
    [(404, "nothing at this address"), (410, "nothing"), (403, "not give it to everybody"),
     (401, "not give it to everybody"), (500, "answered 500"), (204, "answered 204")],
)  # fmt: skip
def test_a_refusing_status_is_told_plainly(site: Site, status: int, told: str) -> None:
    site.pages["/report.pdf"] = Sent(status=status)
    assert told in refusal(site, "/report.pdf")


def test_robots_txt_is_read_once_and_kept_to(site: Site) -> None:
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: Finding-Aid\nDisallow: /private/\n"
    site.pages["/robots.txt"] = Sent(b"\xef\xbb\xbf" + rules.encode())
    site.pages["/private/report.pdf"] = site.pages["/report.pdf"] = Sent(PDF)
    fetcher = fetcher_of()
    assert "robots.txt that programs do not fetch" in refusal(site, "/private/report.pdf", fetcher)
    assert fetch(site, "/report.pdf", fetcher).content == PDF
    assert site.asked == ["/robots.txt", "/report.pdf"]


def test_where_the_rules_lead_on_they_are_followed_and_where_they_fail_nothing_is_fetched(
    site: Site,
) -> None:
    site.pages["/report.pdf"] = Sent(PDF)
    site.pages["/robots.txt"] = Sent(status=301, headers={"location": "/rules"})
    site.pages["/rules"] = Sent(b"User-agent: *\nDisallow: /report.pdf\n")
    assert "robots.txt" in refusal(site, "/report.pdf")
    site.pages["/robots.txt"] = Sent(status=503)
    assert "does not give out its robots.txt (503)" in refusal(site, "/report.pdf")
    assert site.documents() == ["/rules"]


def test_a_redirect_is_held_to_the_rules_as_well(site: Site) -> None:
    site.pages["/robots.txt"] = Sent(b"User-agent: *\nDisallow: /private/\n")
    site.pages["/old.pdf"] = Sent(status=302, headers={"location": "/private/report.pdf"})
    assert "robots.txt" in refusal(site, "/old.pdf")
    assert "/private/report.pdf" not in site.asked


@pytest.mark.parametrize(
    ("rules", "pause"),
    [("", 1.0), ("User-agent: *\nCrawl-delay: 7\n", 7.0),
     ("User-agent: *\nRequest-rate: 1/20\n", 20.0)],
)  # fmt: skip
def test_between_two_requests_to_a_site_there_is_a_pause(
    site: Site, rules: str, pause: float
) -> None:
    site.pages["/robots.txt"] = Sent(rules.encode())
    site.pages["/a.pdf"] = site.pages["/b.pdf"] = Sent(PDF)
    time, told = MadeTime(), list[str]()
    fetcher = fetcher_of(time)
    for path in ("/a.pdf", "/b.pdf"):
        fetcher.fetch(parse_address(site.at(path)), told.append)
    assert time.pauses == [pause, pause]
    assert any("waiting" in words for words in told) == (pause > 1)


def test_a_site_that_wants_to_be_asked_too_slowly_is_not_asked(site: Site) -> None:
    site.pages["/robots.txt"] = Sent(b"User-agent: *\nCrawl-delay: 3600\n")
    assert "3600 seconds between two requests" in refusal(site, "/report.pdf")
    assert site.documents() == []


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("by_date", [False, True])
def test_a_site_that_asks_to_wait_a_little_is_asked_once_more(
    site: Site,
    status: int,
    by_date: bool,  # noqa: FBT001  # a parameter of the test
) -> None:
    time = MadeTime()
    after = format_datetime(BEGAN + timedelta(seconds=21), usegmt=True) if by_date else "20"
    busy = Sent(status=status, headers={"retry-after": after})
    site.pages["/report.pdf"] = [busy, Sent(PDF)]
    assert fetch(site, "/report.pdf", fetcher_of(time)).content == PDF
    assert 20.0 in time.pauses
    site.pages["/report.pdf"] = [busy, busy]
    assert f"({status}): try again" in refusal(site, "/report.pdf", fetcher_of(MadeTime()))
    assert site.documents() == ["/report.pdf"] * 4


def test_a_site_that_asks_to_wait_long_is_left_alone_with_all_its_addresses(site: Site) -> None:
    site.pages["/a.pdf"] = Sent(status=429, headers={"retry-after": "7200"})
    site.pages["/b.pdf"] = Sent(PDF)
    fetcher = fetcher_of()
    assert "too many requests (429): try again in 2 hours" in refusal(site, "/a.pdf", fetcher)
    assert "no more requests for a while: try again in" in refusal(site, "/b.pdf", fetcher)
    assert site.documents() == ["/a.pdf"]


@pytest.mark.parametrize("headers", [{}, {"retry-after": "soon"}])
def test_too_many_requests_without_a_time_are_told_and_the_site_is_asked_more_slowly(
    site: Site, headers: dict[str, str]
) -> None:
    site.pages["/a.pdf"] = Sent(status=429, headers=headers)
    site.pages["/b.pdf"] = Sent(PDF)
    time = MadeTime()
    fetcher = fetcher_of(time)
    assert "try again later" in refusal(site, "/a.pdf", fetcher)
    assert fetch(site, "/b.pdf", fetcher).content == PDF
    assert time.pauses == [1.0, 10.0]


def test_redirects_are_followed_a_few_times_and_no_more(site: Site) -> None:
    for n in range(1, 7):
        site.pages[f"/{n}.pdf"] = Sent(status=302, headers={"location": f"{n + 1}.pdf"})
    site.pages["/7.pdf"] = Sent(PDF)
    assert fetch(site, "/2.pdf").name == "7.pdf"
    assert "more than 5 times" in refusal(site, "/1.pdf")
    site.pages["/round.pdf"] = Sent(status=307, headers={"location": "/round.pdf"})
    assert "more than 5 times" in refusal(site, "/round.pdf")


@pytest.mark.parametrize(
    "elsewhere",
    ["file:///etc/hostname", "ftp://example.org/a.pdf", "javascript:alert(1)", "http://",
     "data:application/pdf;base64,AAAA", "http://x:y@example.org/a.pdf"],
)  # fmt: skip
def test_a_redirect_out_of_the_web_is_not_followed(site: Site, elsewhere: str) -> None:
    site.pages["/report.pdf"] = Sent(status=302, headers={"location": elsewhere})
    assert "address" in refusal(site, "/report.pdf")


@pytest.mark.parametrize(
    "private",
    ["http://localhost:{port}/", "http://127.0.0.2:{port}/", "http://0x7f000001:{port}/",
     "http://2130706433:{port}/", "http://127.1:{port}/", "http://[::1]:{port}/",
     "http://[::ffff:127.0.0.1]:{port}/", "http://169.254.169.254/latest/", "http://10.0.0.1/",
     "//192.168.1.1/a.pdf", "http://0.0.0.0:{port}/"],
)  # fmt: skip
def test_a_redirect_to_this_machine_or_its_network_is_not_followed(
    site: Site, private: str
) -> None:
    """Though the first host was named, another form of it was not."""
    to = private.format(port=site.server_port)
    site.pages["/report.pdf"] = Sent(status=302, headers={"location": to})
    assert "this machine or its network" in refusal(site, "/report.pdf")
    assert site.asked == ["/robots.txt", "/report.pdf"]


def test_nothing_on_this_machine_is_asked_unless_it_is_named(site: Site) -> None:
    site.pages["/report.pdf"] = Sent(PDF)
    told = refusal(site, "/report.pdf", Fetcher(clock=MadeTime().clock))
    assert f"start rag with --allow-host {HERE}" in told
    assert site.asked == []


def test_a_name_that_leads_to_this_machine_is_refused_at_any_hop(site: Site) -> None:
    """A site whose name first leads to a public address and then to a private one."""
    site.pages["/report.pdf"] = Sent(
        status=302, headers={"location": f"http://files.example:{site.server_port}/a.pdf"}
    )
    fetcher = Fetcher(allowed={HERE}, clock=MadeTime().clock, resolve=lambda *_: [HERE])
    assert "files.example leads to this machine" in refusal(site, "/report.pdf", fetcher)


def test_a_name_that_is_not_known_is_told_as_that() -> None:
    def resolve(*_: object) -> list[str]:
        raise OSError("Name or service not known")

    with pytest.raises(NotFetched, match=r"nowhere\.example is not known"):
        Fetcher(clock=MadeTime().clock, resolve=resolve).fetch(
            parse_address("https://nowhere.example/a.pdf")
        )


def test_a_body_that_is_larger_than_the_limit_is_given_up_before_it_is_read(site: Site) -> None:
    site.pages["/a.pdf"] = Sent(repeat(b"x", 3), announced=10**12)
    assert "larger than the 2 MB" in refusal(site, "/a.pdf", fetcher_of(limits=SMALL))


def test_an_endless_body_is_given_up_at_the_limit(site: Site) -> None:
    site.pages["/a.pdf"] = Sent(repeat(b"%PDF-" + b"x" * 65_536))
    assert "larger than the 2 MB" in refusal(site, "/a.pdf", fetcher_of(limits=SMALL))


def test_a_body_that_comes_drop_by_drop_is_given_up_after_a_time(site: Site) -> None:
    site.pages["/a.pdf"] = Sent(repeat(b"x"))
    told = refusal(site, "/a.pdf", fetcher_of(MadeTime(step=1.0)))
    assert "longer than a document is waited for" in told


def test_a_body_that_stalls_is_given_up(site: Site) -> None:
    def stalling() -> Iterator[bytes]:
        yield b"%PDF-"
        site.done.wait()

    site.pages["/a.pdf"] = Sent(stalling())
    hasty = Limits(patience=Patience(stalled=0.05))
    assert "did not answer in time" in refusal(site, "/a.pdf", fetcher_of(limits=hasty))


def test_a_body_that_is_cut_short_is_not_kept(site: Site) -> None:
    site.pages["/a.pdf"] = Sent(PDF, announced=len(PDF) + 1)
    assert "broke off" in refusal(site, "/a.pdf")


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_a_packed_body_is_unpacked(site: Site, pack: Callable[[bytes], bytes]) -> None:
    packing = "gzip" if pack is gzip.compress else "deflate"
    site.pages["/a.pdf"] = Sent(pack(PDF), headers={"content-encoding": packing})
    assert fetch(site, "/a.pdf").content == PDF


@pytest.mark.parametrize(
    ("body", "packing", "told"),
    [
        (gzip.compress(b"%PDF-" + b"\0" * 20_000_000), "gzip", "larger than the 2 MB"),
        (gzip.compress(PDF)[:-9], "gzip", "ends before its end"),
        (b"no gzip", "gzip", "damaged"),
        (gzip.compress(gzip.compress(PDF)), "gzip, gzip", "not asked for"),
        (PDF, "br", "not asked for"),
    ],
)
def test_a_bomb_or_a_damaged_packing_is_refused(
    site: Site, body: bytes, packing: str, told: str
) -> None:
    site.pages["/a.pdf"] = Sent(body, headers={"content-encoding": packing})
    assert told in refusal(site, "/a.pdf", fetcher_of(limits=SMALL))


def test_a_site_that_still_has_the_same_sends_nothing_again(site: Site) -> None:
    site.pages["/a.pdf"] = Sent(status=304)
    known = Version('"one"', "Wed, 04 Mar 2026 12:00:00 GMT")
    assert fetcher_of().fetch(parse_address(site.at("/a.pdf")), known=known) is None
    asked = site.headers[-1]
    assert (asked["if-none-match"], asked["if-modified-since"]) == (known.etag, known.modified)
    assert "answered 304" in refusal(site, "/a.pdf")


@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"])
def test_where_the_environment_names_a_proxy_nothing_is_asked_past_it(
    site: Site, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.pages["/a.pdf"] = Sent(PDF)
    told = refusal(site, "/a.pdf")
    assert f"the environment names a proxy ({name.upper()})" in told
    assert f"set NO_PROXY={HERE}" in told
    assert site.asked == []
    monkeypatch.setenv("no_proxy", HERE)
    assert fetch(site, "/a.pdf").content == PDF


def test_a_redirect_to_a_scheme_that_has_a_proxy_is_not_followed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    site.pages["/a.pdf"] = Sent(status=302, headers={"location": "https://example.org/a.pdf"})
    assert "HTTPS_PROXY" in refusal(site, "/a.pdf")
