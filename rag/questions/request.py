"""A question as it was read: all that it asks for, as values.

It is read where it is made. What depends on its words alone stands in `said`; what depends on its
words and its topic together is told when it is asked for."""

from dataclasses import dataclass, field
from typing import Literal

from rag.language.topic_words import TopicWord
from rag.language.unread import Unread
from rag.questions.documents.documents_meant import DocumentWeights, Meant
from rag.questions.forms.answer_form import Wants
from rag.questions.forms.form import NO_FORM, Form
from rag.questions.kinds.mentioned import MentionAsked, read_mention
from rag.questions.kinds.premises import Premise, read_premises
from rag.questions.names.reviews_named import ReviewsNamed
from rag.questions.said import Said, read_said
from rag.questions.topic.subjects import Subjects, part_subjects
from rag.questions.topic.typed_words import as_typed, is_verb, terms_between
from rag.questions.units.units_asked import Asked
from rag.questions.wording import Wording
from rag.types import Unit

READ_WORDS = 250
"""Of an answer: what a person reads of it."""
Points = Literal["", "again", "shorter", "among", "more", "aspect", "inside", "missed", "nowhere"]
Polarity = Literal["says", "is silent", "lacks"]


@dataclass(frozen=True, slots=True)
class Focus:
    """A unit that the conversation is about."""

    document: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Request:
    wording: Wording
    search: str
    """What is searched for: the question, with the topic of earlier turns where it needs them."""
    meaning: str
    """The same without the names of reviews and without synonyms: what its meaning is."""
    reviews: ReviewsNamed
    documents: frozenset[str] | None
    """Where to look: the reviews named here or before, or `picked`; None is everywhere."""
    asked: Asked
    agencies: tuple[str, ...]
    terms: tuple[TopicWord, ...]
    """The words that carry the topic, in order, each once."""
    across: bool
    """The question is about several reviews."""
    of_inspections: bool = False
    """It speaks of inspections: their reports answer beside the reviews."""
    wants: Wants = "plain"
    """The form of answer, as the first words that ask for one say."""
    focus: tuple[Focus, ...] = ()
    seen: frozenset[tuple[str, str]] = frozenset()
    """Documents and units that the answer before showed: what is new comes before them."""
    picked: bool = False
    """The document to look in goes by no name in the question: what was found speaks for it."""
    points: Points = ""
    """At the units in `focus`: they are asked for again or shorter, something among them, more than
    they say, or who or when it is that they speak of; or they answer, inside what was shown. At no
    units: the answer before missed what was meant, or shows nothing."""
    owner: str = ""
    """Whom the units asked for before are to be for now, as typed."""
    mentioned: MentionAsked | None = None
    """What the conversation asks a mention of."""
    room: int = READ_WORDS
    """Words that a person reads of the answer: fewer where a message holds several questions."""
    meant: Meant | None = None
    """The document that the words typed mean beyond the names in them."""
    weights: DocumentWeights = ()
    """How likely these words mean each document; empty where they mean none in particular."""
    unread: Unread | None = None
    """Why its words are no English that can be read; None where they are."""
    form: Form = NO_FORM
    """The form and scope of answer that the words typed want, as a fitted decision sees them."""
    claims: tuple[str, ...] = ()
    """The sentences of a text that is to be checked against the documents, in order; the other
    words that it holds then only ask for the check."""
    said: Said = field(init=False, compare=False, repr=False)
    """What the words ask for: read where they are given, so that it is never of other words."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "said", read_said(self.wording))

    @property
    def typed_terms(self) -> tuple[TopicWord, ...]:
        """Those of its topic that its own words say; those of earlier turns are left out."""
        return terms_between(self.terms, self.wording.text)

    @property
    def subjects(self) -> Subjects:
        return part_subjects(self.terms, self.said.parts)

    @property
    def premises(self) -> tuple[Premise, ...]:
        """What it takes for granted, in no order."""
        return read_premises(self.wording.text, self.wording.bare, self.typed_terms)

    @property
    def mention(self) -> MentionAsked | None:
        """Words of which it asks whether they stand somewhere."""
        return self.mentioned or read_mention(self.wording.bare, self.terms)

    @property
    def polarity(self) -> Polarity:
        """What documents are asked for: those that say it, that are silent on it, or that lack any
        such unit."""
        if self.asked.manner.lacking:
            return "lacks"
        return "is silent" if self.said.silent else "says"

    def as_typed(self, term: TopicWord) -> str:
        """A topic word outside the vocabulary is known by its stem only."""
        return as_typed(term, self.wording.text)

    def is_deed(self, term: TopicWord) -> bool:
        """What is done has many words ("finished", "completed"); a thing or a state has few."""
        return len(term.variants) == 1 and is_verb(self.as_typed(term))
