"""What is a verdict, and all that looks like one."""

import pytest

from eval.judging.judge import read_verdict

YES_NO = ("yes", "no")


@pytest.mark.parametrize("reply", ['{"verdict": "yes"}', '\n {"verdict":"yes"}\n'])
def test_one_object_with_one_of_the_words_is_a_verdict(reply: str) -> None:
    assert read_verdict(reply, YES_NO).given == "yes"


@pytest.mark.parametrize(
    "reply",
    [
        "",
        " ",
        "yes",
        "Yes, it is supported.",
        "yesterday",
        '"yes"',
        '{"verdict": "yesterday"}',
        '{"verdict": "Yes"}',
        '{"verdict": " yes"}',
        '{"verdict": "full"}',
        '{"verdict": true}',
        '{"verdict": 1}',
        '{"verdict": null}',
        '{"verdict": ["yes"]}',
        '{"verdict": {"verdict": "yes"}}',
        '{"Verdict": "yes"}',
        '{"support": "yes"}',
        "{}",
        '[{"verdict": "yes"}]',
        '[["verdict", "yes"]]',
        '{"verdict": "yes", "verdict": "no"}',
        '{"verdict": "no", "verdict": "yes"}',
        '{"verdict": "yes", "because": "it says so"}',
        '{"verdict": "yes"',
        '{"verdict": "yes"}.',
        '{"verdict": "no"} {"verdict": "yes"}',
        'Sure: {"verdict": "yes"}',
        '```json\n{"verdict": "yes"}\n```',
        '<think>no doubt</think>{"verdict": "yes"}',
        "[" * 100_000,
    ],
)
def test_anything_else_is_none_and_is_kept_to_be_looked_at(reply: str) -> None:
    verdict = read_verdict(reply, YES_NO)
    assert verdict.given is None
    assert verdict.instead == reply[:200]
