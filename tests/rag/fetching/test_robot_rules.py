"""What a robots.txt allows, as RFC 9309 has it."""

import time

import pytest

from rag.fetching.robot_rules import read_rules

OURS = "finding-aid"


def allows(rules: str, target: str) -> bool:
    return read_rules(f"User-agent: *\n{rules}\n", OURS).allow(target)


@pytest.mark.parametrize(
    ("rules", "target", "allowed"),
    [
        ("Disallow: /*.pdf$", "/reviews/a.pdf", False),
        ("Disallow: /*.pdf$", "/reviews/a.pdf?download=1", True),
        ("Disallow: /*.pdf", "/reviews/a.pdf?download=1", False),
        ("Disallow: /*?", "/reviews?id=1", False),
        ("Disallow: /*?", "/reviews", True),
        ("Disallow: /*/private/*/a", "/x/private/y/a", False),
        ("Disallow: /*/private/*/a", "/x/private/a", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /a*a$", "/a", True),
        ("Disallow: *", "/a", False),
        ("Disallow: /\nAllow: /reviews/", "/reviews/a.pdf", True),
        ("Allow: /reviews/\nDisallow: /", "/reviews/a.pdf", True),
        ("Allow: /reviews/\nDisallow: /reviews/private", "/reviews/private/a", False),
        ("Disallow: /a\nAllow: /a", "/a", True),
        ("Disallow:", "/a", True),
        ("Disallow: /", "/robots.txt", True),
        ("Disallow: /caf%C3%A9", "/caf%c3%a9", False),
        ("Disallow: /café", "/caf%C3%A9", False),
        ("Disallow: /%7Ejoe", "/~joe", False),
        ("Disallow: /a%2Fb", "/a/b", True),
        ("Disallow: /a%2A$", "/a*", False),
        ("Disallow: /a # all of it", "/a", False),
        ("disallow : /a", "/a", False),
    ],
)
def test_stars_ends_and_the_longest_rule(rules: str, target: str, allowed: bool) -> None:  # noqa: FBT001  # a parameter of the test
    assert allows(rules, target) is allowed


def test_the_groups_that_name_the_program_count_together_and_alone() -> None:
    rules = read_rules(
        "Disallow: /early\n\nUser-agent: *\nDisallow: /\n\n"
        "User-agent: Other\nUser-agent: Finding-Aid/2.0\nDisallow: /a\nSitemap: https://x/s.xml\n\n"
        "User-agent: finding-aid\nDisallow: /b\n",
        OURS,
    )
    told = {path: rules.allow(path) for path in ("/a", "/b", "/c", "/early")}
    assert told == {"/a": False, "/b": False, "/c": True, "/early": True}


def test_a_delay_belongs_to_its_group_and_ends_the_names_above_it() -> None:
    text = "User-agent: *\nCrawl-delay: 2.5\n\nUser-agent: Bad\nDisallow: /\n"
    rules = read_rules(text, OURS)
    assert (rules.delay, rules.allow("/a")) == (2.5, True)
    assert read_rules("User-agent: *\nRequest-rate: 1/20\n", OURS).delay == 20
    assert read_rules("User-agent: *\nCrawl-delay: soon\nRequest-rate: 0/5\n", OURS).delay == 0


def test_what_is_no_robots_txt_forbids_nothing() -> None:
    assert read_rules("<html><p>Not found: 404</p></html>", OURS).allow("/a")
    assert read_rules("", OURS).allow("/a")


def test_a_rule_of_many_stars_takes_no_time() -> None:
    rules = read_rules(f"User-agent: *\nDisallow: /{'*a' * 200}$\n", OURS)
    began = time.perf_counter()
    assert rules.allow("/" + "a" * 2000 + "b")
    assert time.perf_counter() - began < 1
