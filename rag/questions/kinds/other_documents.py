"""A question after what another document says in (research, guidance, a protocol that a review
only mentions), that document's name out."""

import re

from rag.language.word_classes import words_of

_NOUNS = (
    r"(?:reports?|stud(?:y|ies)|research|guidance|protocols?|polic(?:y|ies)|newsletters?"
    r"|toolkits?|handbooks?|director(?:y|ies)|pathways?|procedures|strateg(?:y|ies)|frameworks?"
    r"|papers?|manuals?|analys[ei]s|audits?|leaflets?)"
)
_SAYS = rf"(?:{words_of('say', 'treat')}|contains?|lists?)"
_QUALIFIED = rf"(?:the |an? )?(?P<name>(?:[\w'’&/-]+ ){{1,4}}?{_NOUNS})"
_ASKS = (
    re.compile(rf"\bwhat(?:['’]?s| is| was) in {_QUALIFIED}\b", re.IGNORECASE),
    re.compile(rf"\bwhat (?:does|did|do|has) {_QUALIFIED}\b.{{0,40}}?\b{_SAYS}\b", re.IGNORECASE),
    re.compile(
        rf"^{_QUALIFIED}\b(?: (?:on|about|by|from) [\w ]{{2,30}})? ?[-–:,] ?"
        rf"what (?:does|did|do|has) (?:it|they|that)\b.{{0,20}}?\b{_SAYS}\b",
        re.IGNORECASE,
    ),
)
_OWN = re.compile(
    rf"\b(?:this|that|these|those|it|its|the|{words_of('review')}|serious|case|overview|full|final|whole"
    r"|learning|executive|summary|published|ofsted|inspect\w*|inspection|baby|child|family|response"
    r"|partnership|one|two|three|all|any|main|first|second|new|in|of|about|say|annual|their|his|her"
    r"|your|our|they|he|she|we|local authority|council)\b",
    re.IGNORECASE,
)
"""Such a report is the review itself."""


def other_document_asked(topic: str) -> str | None:
    """ "NSPCC hidden men report"; `topic` is the question without the names of reviews."""
    for asks in _ASKS:
        found = asks.search(" ".join(topic.split()))
        if found and not _OWN.search(found["name"].rsplit(" ", 1)[0]):
            return found["name"]
    return None


def reports(name: str, sentence: str) -> bool:
    """Does the sentence tell what such a document says ("The protocol sets out that ...")?"""
    noun = re.escape(name.rsplit(" ", 1)[-1].rstrip("s")[:6])
    return (
        re.search(
            rf"\b{noun}\w*\b[^.]{{0,60}}\b(?:{_SAYS}|sets? out|highlight\w*|identif\w+|states?"
            r"|requires?|makes? clear|reveal\w*|that all)\b",
            sentence,
            re.IGNORECASE,
        )
        is not None
    )
