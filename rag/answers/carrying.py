"""A turn that leaves its review, its list or its topic unsaid in, the same with what the turns
before it said of that out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rag.answers.owners import owners
from rag.answers.structure import beside, enclosing
from rag.answers.turns import MOST_SEARCHED, Turn, heads, reviews_of, units_shown
from rag.backends.lexical import stem
from rag.index.library import Library
from rag.outline.agencies import names_organisation
from rag.questions.actors import subject_words, without_actors
from rag.questions.asked import NOTHING_ASKED, find_agency
from rag.questions.follow_ups import FollowUp
from rag.questions.query import Focus, Query, agencies_of, understand
from rag.questions.topic_words import TopicWord

FAINT = 0.35
"""Weight of the topic before, where a turn has a topic of its own and does not point back."""
MOST_FAINT = 2
"""A turn that does not point back and has more subjects than this needs no other."""
MOST_CARRIED = 1.0
"""Weight of the topic before, as a share of the topic of the turn itself, at most."""
_DONE = ("action", "action_row", "recommendation")
_ADVICE = ("recommendation", "lesson", "learning_point", "key_message")
_OF_IT = re.compile(r"\b(?:it|this|that)(?=\W*$)", re.IGNORECASE)
MOST_SPACES = 4
"""In what is said to swap an owner or a topic: a longer turn says what it wants itself."""
_OPENING = re.compile(
    r"^\W*(?:(?:and|but|so|also|ok|okay|thanks|what|how|about|for|to|the|just|then|only)\b\W*)+",
    re.IGNORECASE,
)
_FOR = re.compile(r"\bfor\b", re.IGNORECASE)
_OTHER_OWNERS = re.compile(
    r"\bother (?:agencies|services|organisations|partners|teams)\b|\beveryone else\b",
    re.IGNORECASE,
)
_WHOLE_LIST = re.compile(
    r"\b(?:all|every|full list|whole list|complete)\b(?! (?:that|this|about))", re.IGNORECASE
)


def ask_other_review(library: Library, query: Query, lean: FollowUp, before: Turn) -> Query | None:
    """ "What does the other one say", "same for the other reviews": the topic stays."""
    if not lean.other or _names(query):
        return None
    here = reviews_of(library, before)
    rest = [d for d in before.in_play if d not in here[:1]] if lean.other == "one" else []
    others = rest[:1] or [r.id for r in library.catalogue.records() if r.id not in here]
    if not others:
        return None
    documents = frozenset(others)
    query = understand(query.question, library, documents)
    query = replace(query, documents=documents, across=len(documents) > 1)
    return query if lean.own else _like_before(library, query, before)


def compare_in_play(library: Library, query: Query, lean: FollowUp, before: Turn) -> Query | None:
    """ "Compare them", after a question to one review and the same to another."""
    if query.wants != "compare" or _names(query) or len(before.in_play) < 2:
        return None
    if lean.own and not lean.back:
        return None
    documents = frozenset(before.in_play)
    query = replace(understand(query.question, library, documents), documents=documents)
    return replace(query if lean.own else _like_before(library, query, before), across=True)


def swap_review(library: Library, query: Query, lean: FollowUp, before: Turn) -> Query | None:
    """ "Baby O", after "which one do you mean?"; "and Child Q?"; "ok, Child K then"."""
    if not _names(query) or query.asked.units or query.asked.kinds:
        return None
    if lean.own:
        return _of_owner_named(library, query, lean, before)
    return _like_before(library, query, before)


def _of_owner_named(library: Library, query: Query, lean: FollowUp, before: Turn) -> Query | None:
    """ "Recommendation 1", and then "baby m, police": the review and the owner."""
    told = before.query
    if query.reviews.documents is None or not (told.asked.units or told.asked.kinds):
        return None
    like = replace(query, asked=told.asked)
    named = _owners_said(library, like, query.topic, lean)
    return replace(_owned_by(query, told, named), documents=query.documents) if named else None


def _owners_said(library: Library, like: Query, said: str, lean: FollowUp) -> tuple[str, ...]:
    """Where nothing else is said."""
    named = find_agency(said, owners(library, like))
    words = {s for agency in named for s in stem(agency)}
    return named if all(words.issuperset(t.variants[0]) for t in lean.own) else ()


def _like_before(library: Library, query: Query, before: Turn) -> Query:
    """What was asked before, asked of other reviews."""
    told = before.query
    if told.wants == "compare" and len(query.documents or ()) == 1 and told.terms:
        return _asked_beside(library, query, told)
    says = bool(told.terms or told.asked.kinds or told.asked.units)
    if not told.topic and len(told.reviews.spans) == 1 and query.reviews.spans:
        return understand(_with_name_of(query, told), library)
    question = f"{told.topic} {query.question}" if says else query.question
    terms, agencies = without_actors(told.terms), told.agencies
    if not set(agencies) <= set(agencies_of(library, query.documents)):
        # Whose list it was is a topic where the review has no list of theirs.
        again = understand(" ".join(agencies).lower(), library, query.documents)
        terms, agencies = (*terms, *again.terms), ()
    return replace(
        query,
        question=question,
        search=f"{question} {' '.join(t.words for t in terms)}",
        meaning=told.meaning if says else query.meaning,
        topic=told.topic,
        asked=told.asked,
        agencies=agencies,
        across=len(query.documents or ()) > 1,
        terms=terms,
        wants=told.wants if query.wants in ("plain", "yes_no", "theme") else query.wants,
    )


def _asked_beside(library: Library, query: Query, told: Query) -> Query:
    """ "And Baby M?", after two others were compared: whether it speaks of the same."""
    words = " and ".join(t.words for t in subject_words(told.terms) or told.terms)
    return understand(f"does it say anything about {words}", library, query.documents)


def _with_name_of(query: Query, told: Query) -> str:
    """ "Who published Baby O", and then "Child Q?", or "Child Q and Child K?": what is asked of the
    library has no topic, and is asked again of the others."""
    ((start, end),) = told.reviews.spans
    spans = query.reviews.spans
    named = query.question[min(a for a, _ in spans) : max(b for _, b in spans)]
    return f"{told.question[:start]}{named}{told.question[end:]}"


def swap_list(library: Library, query: Query, lean: FollowUp, before: Turn) -> Query | None:
    """ "And for housing?", after the recommendations for the police: the list or the number
    asked before, of another owner or about another topic."""
    told, asked = before.query, query.asked
    said = _OPENING.sub("", query.question).strip(" ?.!")
    if asked.units or asked.kinds or not (told.asked.units or told.asked.kinds):
        return None
    if _names(query) or query.across or said.count(" ") > MOST_SPACES:
        return None
    like = replace(query, documents=told.documents, asked=told.asked)
    if named := _owners_said(library, like, said, lean):
        return _owned_by(query, told, named)
    if lean.back or not (told.asked.kinds and lean.opens and lean.own and query.wants == "plain"):
        return None
    if told.agencies and _OTHER_OWNERS.search(said):
        rest = tuple(o for o in owners(library, like) if o not in told.agencies)
        return _owned_by(query, told, rest)
    word = "for" if names_organisation(said) or _FOR.search(query.question) else "about"
    question = f"{told.asked.kinds[0].replace('_', ' ')}s {word} {said}"
    return understand(question, library, told.documents)


def _owned_by(query: Query, told: Query, agencies: tuple[str, ...]) -> Query:
    return replace(told, question=query.question, agencies=agencies, terms=(), focus=(), points="")


def carry_topic(library: Library, query: Query, lean: FollowUp, before: Turn) -> Query:
    """Review, units and topic of the turn before, as far as this one does not say its own."""
    told = before.query
    if told.reviews.missing and told.documents is None and lean.leans and not _names(query):
        return replace(query, reviews=told.reviews)
    if _names(query) or _changes_subject(library, query, lean, before):
        return query
    if lean.of_review and (about := _review_talked_of(library, before)):
        return understand(_OF_IT.sub("the review", query.question), library, about)
    query = understand(query.question, library, told.documents)
    points = lean.back or query.asked.units or told.asked.units
    if points and query.documents is None and not query.across:
        only = reviews_of(library, before)
        query = replace(query, documents=frozenset(only) if len(only) == 1 else None)
    if query.asked.units:
        return query if query.agencies else replace(query, agencies=told.agencies)
    if _WHOLE_LIST.search(query.question) or (query.across and lean.own):
        return query
    return _with_topic(library, query, lean, before)


def _review_talked_of(library: Library, before: Turn) -> frozenset[str] | None:
    """The only one."""
    about = before.query.documents or frozenset(reviews_of(library, before))
    return about if len(about) == 1 else None


def _with_topic(library: Library, query: Query, lean: FollowUp, before: Turn) -> Query:
    told = before.query
    focus = _units_meant(library, query, lean, before)
    fresh = (query.asked.kinds and not lean.back) or (lean.corrects and lean.own)
    if fresh or (not lean.leans and len(lean.own) > MOST_FAINT):
        # A list by its name, or a topic of its own.
        return replace(query, focus=focus)
    faint = bool(lean.own) and not lean.back
    carried = _behind(lean.own, told.terms, FAINT if faint else 1.0)
    words = " ".join(dict.fromkeys(f.unit.text for f in focus))
    if not words:
        words = " ".join(t.words for t in told.terms) if faint else told.search
    search = f"{query.search} {words}"[:MOST_SEARCHED]
    meaning = f"{query.meaning} {words if focus or faint else told.meaning}"[:MOST_SEARCHED]
    terms = tuple(dict.fromkeys((*lean.own, *carried)))
    seen = frozenset((f.document, f.unit.id) for f in units_shown(library, before))
    query = replace(query, search=search, meaning=meaning, focus=focus, terms=terms, seen=seen)
    return _of_what_is_to_be_done(library, query, lean)


def _behind(
    own: Sequence[TopicWord], carried: Sequence[TopicWord], share: float
) -> list[TopicWord]:
    """Weakened, and together no heavier than what the turn itself names."""
    mine, theirs = sum(t.weight for t in subject_words(own)), sum(t.weight for t in carried)
    if mine and theirs:
        share = min(share, MOST_CARRIED * mine / theirs)
    return [replace(t, weight=share * t.weight) for t in carried]


def _of_what_is_to_be_done(library: Library, query: Query, lean: FollowUp) -> Query:
    """ "What should we do about it" is answered by what is recommended or learnt, where it speaks
    of the topic; of a unit that was shown, of what its words are about."""
    kinds = _DONE if lean.responds else _ADVICE if lean.advises else ()
    if not kinds or query.asked.kinds or subject_words(lean.own):
        return query
    terms = subject_words(query.terms)
    if query.focus and not terms:
        shown = " ".join(f.unit.text for f in query.focus)[:MOST_SEARCHED]
        terms = subject_words(understand(shown, library, query.documents).terms)
    return replace(query, asked=replace(query.asked, kinds=kinds), terms=terms)


def _units_meant(library: Library, query: Query, lean: FollowUp, before: Turn) -> tuple[Focus, ...]:
    """Those asked by number or place; else one whose theme holds what is asked for beside it."""
    told = before.query
    if query.wants == "count":
        return ()
    if told.asked.units or told.points in ("again", "inside"):
        return heads(units_shown(library, before)) or told.focus
    if query.asked.kinds and lean.back:
        first = heads(units_shown(library, before))[:1]
        if first and _in_theme(library, first[0]) and beside(library, first[0], query.asked.kinds):
            return first
    return told.focus if lean.leans and not told.points else ()


def _in_theme(library: Library, focus: Focus) -> bool:
    return any(above.kind in ("theme", "finding") for above in enclosing(library, focus))


def _names(query: Query) -> bool:
    return query.reviews.documents is not None or bool(query.reviews.missing)


def _changes_subject(library: Library, query: Query, lean: FollowUp, before: Turn) -> bool:
    """A question of practice, of which the review talked about says nothing and another does:
    "bruising in non-mobile babies?"."""
    here = before.query.documents
    if here is None or not lean.own or lean.leans or lean.specific or query.asked.units:
        return False
    lexical = library.lexical
    held = Counter(d for term in lean.own for d in lexical.documents_holding(term.variants))
    most_here = max(held[d] for d in here)
    elsewhere = max((held[d] for d in held if d not in here), default=0)
    return most_here == 0 or most_here < elsewhere == len(lean.own)


def without_subject(query: Query) -> Query:
    """Its review alone: what else it said was no question to the reviews."""
    return replace(query, asked=NOTHING_ASKED, agencies=(), terms=(), topic="", wants="plain")
