"""A language model as a judge of single statements."""

from typing import Protocol

from eval.judging.aspects import Aspect
from eval.judging.models import Address, NoReply, OpenAILikeModel, parse_address
from eval.judging.verdicts import Verdict, read_verdict
from eval.proving.sentences import Item
from rag.errors import ModelUnavailable

MOST_FAILURES = 3
"""In a row: whatever is wrong then is not the statement."""


class Model(Protocol):
    @property
    def address(self) -> Address: ...

    def reply(self, instructions: str, message: str) -> str:
        """Raises NoReply, ModelUnavailable."""


class Judge:
    """Asks of one statement at a time, of the same statement and evidence once only."""

    def __init__(self, model: Model) -> None:
        self.model = model.address.model
        self.host = model.address.host
        self._reply = model.reply
        self._known: dict[tuple[str, str], Verdict] = {}
        self._failures = 0

    def judge(self, aspect: Aspect, item: Item) -> Verdict:
        """No verdict where the model gives none. Raises ModelUnavailable where it refuses to be
        asked, or after MOST_FAILURES statements in a row without any reply."""
        key = aspect.name, item.id
        if key not in self._known:
            self._known[key] = self._ask(aspect, item)
        return self._known[key]

    def _ask(self, aspect: Aspect, item: Item) -> Verdict:
        try:
            reply = self._reply(aspect.instructions, aspect.message(item))
        except NoReply as error:
            self._failures += 1
            if self._failures < MOST_FAILURES:
                return Verdict.none(str(error))
            raise ModelUnavailable(
                f"The language model {self.model} at {self.host} gave no reply to "
                f"{MOST_FAILURES} statements in a row ({error}): see that it runs and answers chat "
                "completions under this address, then start again."
            ) from error
        self._failures = 0
        return read_verdict(reply, aspect.verdicts)


def open_judge(spec: str) -> Judge:
    """Of `openai-like:MODEL@URL`; nothing is sent yet. Raises BadSettings, ModelUnavailable."""
    return Judge(OpenAILikeModel(parse_address(spec)))
