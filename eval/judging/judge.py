"""A language model as a judge of single statements."""

from collections.abc import Callable

from eval.judging.address import Address, parse_address
from eval.judging.aspects import Aspect, Evidence
from eval.judging.verdicts import Verdict, read_verdict
from rag.errors import ModelUnavailable

MOST_FAILURES = 3
"""In a row: whatever is wrong then is not the statement."""


class NoReply(Exception):
    """This question got none, after all attempts; its text says why."""


class Judge:
    """Asks of one statement at a time, of the same statement and evidence once only."""

    def __init__(self, address: Address, reply: Callable[[str, str], str]) -> None:
        """`reply` takes instructions and a message; it raises NoReply or ModelUnavailable."""
        self.model, self.host = address.model, address.host
        self._reply = reply
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
    address = parse_address(spec)
    try:
        from eval.judging.models import OpenAILikeModel
    except ImportError as error:
        raise ModelUnavailable(
            f"--judge needs packages that are not installed ({error}): install the project with "
            "its extra, as in pip install 'finding-aid[llm]'."
        ) from error
    return Judge(address, OpenAILikeModel(address).reply)
