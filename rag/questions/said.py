"""The words of a question in, all that they ask for beside names, units and topic out: read once.

No answerer reads the words again: what it needs of them is a value here, one for each idea."""

from dataclasses import dataclass
from functools import lru_cache

from rag.questions.asides.identity_asked import IdentityAsked, read_identity
from rag.questions.documents.silent_reviews import find_silence
from rag.questions.facts.answer_types import Fact, facts_asked
from rag.questions.facts.persons import PersonAsked, read_person
from rag.questions.facts.reasons import Deed, deed_asked
from rag.questions.facts.times import TIME_NAMES
from rag.questions.forms.answer_form import asks_shorter, quotes_wanted
from rag.questions.forms.counts import CountSaid, read_count
from rag.questions.forms.points import Point, read_point
from rag.questions.forms.shared_themes import SharedThemesSaid, read_shared_themes
from rag.questions.kinds.done_about_it import read_response
from rag.questions.kinds.front_matter_asked import FrontMatterAsked, read_front_matter
from rag.questions.kinds.grades_asked import GradeAsked, read_grade
from rag.questions.kinds.other_documents import other_document_asked
from rag.questions.lists.audiences import AudienceSaid, read_audience
from rag.questions.lists.matters import MatterAsked, read_matter
from rag.questions.lists.owners_said import OwnersSaid, read_owners
from rag.questions.lists.tasks import read_task
from rag.questions.names.people_named import read_full_names
from rag.questions.topic.parts_of_topic import PartsOfTopic, read_parts
from rag.questions.units.headings import HeadingsSaid, read_headings
from rag.questions.units.items import ItemAsked, read_item
from rag.questions.units.labels import LabelsSaid, read_labels
from rag.questions.wording import Wording


@dataclass(frozen=True, slots=True)
class Said:
    facts: tuple[Fact, ...]
    """That an answer has to state, the most particular first."""
    person: PersonAsked
    deed: Deed | None
    """Of which the reason is asked."""
    point: Point
    count: CountSaid
    grade: GradeAsked
    front: FrontMatterAsked
    silent: bool
    """Which reviews say nothing of something is asked."""
    shared_themes: SharedThemesSaid
    parts: PartsOfTopic
    headings: HeadingsSaid
    labels: LabelsSaid
    item: ItemAsked | None
    matter: MatterAsked
    owners: OwnersSaid
    audience: AudienceSaid
    task: frozenset[str] | None
    """Stems of a task, where it is asked whose it is."""
    response: frozenset[str] | None
    """Stems of the topic, where it is asked what has been done since."""
    other_document: str | None
    """Whose words are asked for, of none that is held."""
    identity: IdentityAsked
    full_names: tuple[str, ...]
    """What may be first and last name of somebody."""
    quotes: int | None
    """So many are wanted."""
    shorter: bool
    """What was shown is wanted in fewer words."""

    @property
    def times(self) -> tuple[str, ...]:
        """Those of the facts that are times: "the date"."""
        return tuple(fact.name for fact in self.facts if fact.name in TIME_NAMES)


@lru_cache(maxsize=256)
def read_said(wording: Wording) -> Said:
    question, bare = wording.text, wording.bare
    headings = read_headings(question, bare)
    return Said(
        facts=facts_asked(question),
        person=read_person(question, bare),
        deed=deed_asked(question),
        point=read_point(question),
        count=read_count(question),
        grade=read_grade(question),
        front=read_front_matter(question),
        silent=find_silence(question) is not None,
        shared_themes=read_shared_themes(question),
        parts=read_parts(bare),
        headings=headings,
        labels=read_labels(question),
        item=read_item(question, bare),
        matter=read_matter(question, headings),
        owners=read_owners(question),
        audience=read_audience(question),
        task=read_task(question),
        response=read_response(question),
        other_document=other_document_asked(bare),
        identity=read_identity(question),
        full_names=read_full_names(question),
        quotes=quotes_wanted(question),
        shorter=asks_shorter(question),
    )
