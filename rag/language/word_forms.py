"""Forms of a word that a stemmer keeps apart: data tables."""

from collections.abc import Collection
from functools import cache

from rag.backends.lexical import stem
from rag.language.topic_words import TopicWord

_FORMS = """
begin began begun start starts started initiate initiated; break broke broken fracture
fractured; die died dies death dead alive pass passed survive survived; meet met meeting; leave
left; hold held; give gave given; go went gone; take took taken; find found; tell told inform
informed notify notified notifying; know knew known; think thought evaluated; see saw seen;
speak spoke spoken; hear heard; feel felt; keep kept; lose lost loss; write wrote written
author; choose chose chosen; drink drank drunk drinking; hide hidden; throw threw thrown; pay
paid; send sent; get got; fall fell fallen; grow grew growth; hit struck; teach taught; hurt
injury injured; live living lived; brother sister sibling; notice noticed identify identified
spot; stay stayed spent; turn turned rejected accepted declined; violent violence; birth born;
weight weigh weighed; agree agreed; ask asked request requested; decide decided decision; next
further another repeat repeated again; due planned plan; call called ring rang rung phone phoned
telephoned dialled; lead led; bring brought; buy bought; catch caught; fight fought; run ran;
sleep slept; wake woke woken; stand stood; bite bitten; beat beaten; shake shaken; steal stole
stolen; swear swore; wear worn; withdraw withdrew withdrawn; seek sought; spend spent; understand
understood; undertake undertook undertaken
"""
_LIGHT = frozenset(
    stem(
        "input role involved involvement part say response aware chance opportunity attempt try"
        " tried properly enough early late still before after ever already done made any issue"
        " problem ok okay right proper adequate appropriate working work time kept see stop help"
        " people person trouble difficulty hard place house home side area day worker advice step"
        " action change need matter event fact able idea anyone good bad poor weak little"
        " talk check turn look put send call keep let work deal provide receive show consider"
        " recognise cooperate notice spot visit seem appear enough include contact bother bit"
    )
)
_OF_ANY_TEXT = frozenset(
    stem(
        "decide decision conclude conclusion find found finding say said state stated come came do"
        " did done tell told give gave given report note show happen happened mean make made think"
        " thought write wrote written mention"
    )
)
ALIKE = 6
"""Letters that two forms of one word begin with: "violent", "violence"."""


@cache
def _groups() -> dict[str, frozenset[str]]:
    groups: dict[str, frozenset[str]] = {}
    for line in _FORMS.split(";"):
        stems = frozenset(stem(line))
        for each in stems:
            groups[each] = groups.get(each, frozenset()) | stems
    return groups


def spoken_of(term: TopicWord, said: Collection[str]) -> bool:
    """Does the topic word stand there, in whatever form?"""
    return term.stands_in(said) or any(
        all(_in_some_form(s, said) for s in variant) for variant in term.variants
    )


def is_light(term: TopicWord) -> bool:
    """A word that many others say as well, so that its absence tells nothing: "get", "help"."""
    return len(term.variants) == 1 and all(s in _LIGHT for s in term.variants[0])


def is_of_any_text(term: TopicWord) -> bool:
    """A verb that no text is without, whatever it is about: "decide", "say"."""
    return all(s in _OF_ANY_TEXT for s in term.variants[0])


def forms_of(word: str) -> frozenset[str]:
    """Stems of one word's forms, its own among them."""
    return _groups().get(word, frozenset()) | {word}


def _in_some_form(word: str, said: Collection[str]) -> bool:
    if not forms_of(word).isdisjoint(said):
        return True
    bare = word.removeprefix("re")  # "reconsidered", "re-considered"
    return any(
        len(each) >= ALIKE and any(other.startswith(each[:ALIKE]) for other in said)
        for each in (word, bare)
    )
