"""A language model as a judge of single statements.

Evaluators that look for a word in the reply take "yesterday" for "yes", and score an empty reply
as they please. Here a reply is a verdict or it is nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eval.judging.aspects import Aspect, Evidence
from rag.errors import ModelUnavailable

if TYPE_CHECKING:
    from eval.judging.models import OpenAILikeModel

MOST_FAILURES = 3
"""In a row: whatever is wrong then is not the statement."""
_REPLY = re.compile(r'\s*\{\s*"verdict"\s*:\s*"([a-z]+)"\s*\}\s*', re.ASCII)


@dataclass(frozen=True, slots=True)
class Verdict:
    given: str | None
    """None where there is no verdict, which is never a good one."""
    instead: str = ""
    """Where there is none, the reply's first 200 characters, or why there was no reply."""


def read_verdict(reply: str, verdicts: Sequence[str]) -> Verdict:
    """Of a reply that is one JSON object with `verdict` alone, once, and one of these words,
    letter for letter. White space around it is all that may be added."""
    found = _REPLY.fullmatch(reply)
    return Verdict(found[1]) if found and found[1] in verdicts else Verdict(None, reply[:200])


class NoReply(Exception):
    """This question got none, after all attempts; its text says why."""


class Judge:
    """Asks of one statement at a time, of the same statement and evidence once only."""

    def __init__(self, model: "OpenAILikeModel") -> None:
        self.model, self.host, self._reply = model.name, model.host, model.reply
        self._known: dict[tuple[str, str], Verdict] = {}
        self._failures = 0

    def judge(self, aspect: Aspect, statement: str, evidence: Evidence) -> Verdict:
        """No verdict where the model gives none. Raises ModelUnavailable where it refuses to be
        asked, or after MOST_FAILURES statements in a row without any reply."""
        message = aspect.message(statement, evidence)
        if (aspect.name, message) not in self._known:
            self._known[aspect.name, message] = self._ask(aspect, message)
        return self._known[aspect.name, message]

    def _ask(self, aspect: Aspect, message: str) -> Verdict:
        try:
            reply = self._reply(aspect.instructions, message)
        except NoReply as error:
            self._failures += 1
            if self._failures < MOST_FAILURES:
                return Verdict(None, str(error))
            raise ModelUnavailable(
                f"The language model {self.model} at {self.host} gave no reply to "
                f"{MOST_FAILURES} statements in a row ({error}): see that it runs and answers chat "
                "completions under this address, then start again."
            ) from error
        self._failures = 0
        return read_verdict(reply, aspect.verdicts)


def open_judge(spec: str) -> Judge:
    """Of `openai-like:MODEL@URL`; nothing is sent yet. Raises BadSettings, and ModelUnavailable
    where the extra is not installed."""
    try:
        from eval.judging.models import parse_model
    except ImportError as error:
        raise ModelUnavailable(
            f"--judge needs packages that are not installed ({error}): install the project with "
            "its extra, as in pip install 'finding-aid[llm]'."
        ) from error
    return Judge(parse_model(spec))
