"""A question with what has been read of it before its topic: where it is asked, and for what."""

from dataclasses import dataclass

from rag.questions.documents.place_asked import Place
from rag.questions.forms.answer_form import Wants
from rag.questions.units.units_asked import Asked
from rag.types import Span


@dataclass(frozen=True, slots=True)
class QuestionRead:
    text: str
    place: Place
    names: tuple[Span, ...]
    """Where it names documents, held or not."""
    asked: Asked
    agencies: tuple[str, ...]
    wants: Wants
    rest: str
    """The text with blanks for names, units and what asks it of several documents."""

    @property
    def across(self) -> bool:
        return bool(self.place.several)

    @property
    def listed(self) -> bool:
        """It asks for units or kinds of unit."""
        return bool(self.asked.kinds or self.asked.units)
