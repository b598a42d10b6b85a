"""LlamaIndex's client against a server on this machine, in good and bad weather."""

import sys
from dataclasses import replace

import pytest
from chat_server import Sent, in_turn, serving

from eval.judging.judge import NoReply, open_judge
from eval.judging.models import parse_model
from rag.errors import BadSettings, ModelUnavailable

OK = Sent('{"verdict": "full"}')


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of others, for others."""
    monkeypatch.setenv("OPENAI_API_KEY", "key-for-somebody-else")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("RAG_LLM_API_KEY", raising=False)


def ask(*sent: Sent, seconds: float = 10, retries: int = 0) -> tuple[str, int]:
    """The reply, and how often was asked."""
    with serving(in_turn(*sent)) as server:
        model = replace(parse_model(server.spec), seconds=seconds, retries=retries)
        return model.reply("Judge.", "{}"), len(server.asked)


def test_a_question_goes_to_the_server_named_and_asks_for_no_chance(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("RAG_LLM_API_KEY", "key-1")
    with serving(in_turn(OK)) as server:
        model = parse_model(server.spec)
        assert server.asked == []
        assert model.reply("Judge.", '{"statement": "x"}') == OK.body
    [asked] = server.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == "Bearer key-1"
    assert asked.body["model"] == "made-up/judge-1"
    assert asked.body["temperature"] == 0
    assert [message["role"] for message in asked.body["messages"]] == ["system", "user"]
    assert (asked.instructions, asked.message) == ("Judge.", '{"statement": "x"}')


def test_nothing_of_the_environment_is_sent_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-somebody-else")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "admin-key-of-somebody-else")
    custom = "X-Token: somebody-else\nAuthorization: Bearer somebody-else"
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", custom)
    with serving(in_turn(OK)) as server:
        parse_model(server.spec).reply("Judge.", "{}")
    headers = server.asked[0].headers
    assert headers["authorization"] == "Bearer none"
    assert "somebody-else" not in str(headers)
    assert not [name for name in headers if name.startswith("x-")]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_passes_is_tried_again(status: int) -> None:
    trouble = Sent(b'{"error": {"message": "later"}}', status, {"retry-after-ms": "1"})
    assert ask(trouble, trouble, trouble, OK, retries=3) == (OK.body, 4)


def test_attempts_are_bounded() -> None:
    with serving(in_turn(Sent(b"{}", 500, {"retry-after-ms": "1"}))) as server:
        model = parse_model(server.spec)
        with pytest.raises(NoReply, match=r"InternalServerError.*500"):
            model.reply("Judge.", "{}")
    assert len(server.asked) == 1 + model.retries


def test_a_reply_that_takes_too_long_is_none() -> None:
    with pytest.raises(NoReply, match="APITimeoutError"):
        ask(Sent('{"verdict": "full"}', seconds=0.5), seconds=0.05)


def test_a_server_that_is_not_there_gives_no_reply() -> None:
    with serving(in_turn(OK)) as server:
        model = replace(parse_model(server.spec), retries=0)
    with pytest.raises(NoReply, match="APIConnectionError"):
        model.reply("Judge.", "{}")


@pytest.mark.parametrize(
    "sent",
    [
        Sent(b'{"choices": ['),
        Sent(b""),
        Sent(b"[]"),
        Sent(b'{"choices": []}'),
        Sent(b'{"choices": null}'),
        Sent(b'{"choices": [{}]}'),
        Sent(b'{"choices": [{"message": null}]}'),
        Sent(b"<html>Sign in</html>", headers={"content-type": "text/html"}),
    ],
)
def test_what_is_no_chat_completion_is_no_reply(sent: Sent) -> None:
    with pytest.raises(NoReply, match="no chat completion"):
        ask(sent)


@pytest.mark.parametrize("words", ["", None])
def test_a_model_that_says_nothing_says_nothing(words: str | None) -> None:
    assert ask(Sent(words))[0] == ""


def test_a_question_that_is_too_long_is_no_reply_to_that_question() -> None:
    with pytest.raises(NoReply, match="context"):
        ask(Sent(b'{"error": {"message": "beyond the context"}}', 400))


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_server_that_refuses_is_asked_once(status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_LLM_API_KEY", "key-1")
    body = b'{"error": {"message": "Incorrect API key: key-1"}}'
    with serving(in_turn(Sent(body, status))) as server:
        model = parse_model(server.spec)
        with pytest.raises(ModelUnavailable, match=f"HTTP {status}.*RAG_LLM_API_KEY") as raised:
            model.reply("Judge.", "{}")
    assert len(server.asked) == 1
    assert "key-1" not in str(raised.value)


def test_nobody_is_asked_to_whom_the_server_points() -> None:
    with serving(in_turn(OK)) as other:
        away = Sent(b"", 307, {"location": f"http://{other.host}/v1/chat/completions"})
        with pytest.raises(ModelUnavailable, match="HTTP 307"):
            ask(away)
    assert other.asked == []


@pytest.mark.parametrize(
    ("spec", "model", "host"),
    [
        ("openai-like:m@https://llm.example/v1", "m", "llm.example"),
        ("openai-like:org/m:7b@http://[::1]:8080", "org/m:7b", "[::1]:8080"),
        ("openai-like:m@2026@http://localhost:1/v1", "m@2026", "localhost:1"),
    ],
)
def test_a_model_is_named_by_its_server(spec: str, model: str, host: str) -> None:
    parsed = parse_model(spec)
    assert (parsed.name, parsed.host) == (model, host)
    assert parsed.is_this_machine == (host != "llm.example")


@pytest.mark.parametrize(
    "spec",
    [
        "none",
        "gpt",
        "openai-like:m",
        "openai-like:@http://x/v1",
        "openai-like:m@ftp://x/v1",
        "openai-like:m@http://",
        "openai-like:m@http://x:99999999/v1",
        "openai-like:m@https://me:secret@x/v1",
        "openai-like:m@https://x/v1?key=secret",
    ],
)
def test_what_names_no_server_is_refused_without_being_repeated(spec: str) -> None:
    with pytest.raises(BadSettings, match="openai-like:MODEL@URL") as raised:
        open_judge(spec)
    assert "secret" not in str(raised.value)


def test_an_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "eval.judging.models")
    monkeypatch.setitem(sys.modules, "llama_index.llms.openai_like", None)
    with pytest.raises(ModelUnavailable, match=r"finding-aid\[llm\]"):
        open_judge("openai-like:m@http://localhost:1/v1")
