"""How people, their posts and bodies are named: patterns for other patterns to be made of."""

from rag.language.word_classes import words_of

ROLE = (
    rf"(?:{words_of('role', 'relative')}|relatives?"
    r"|family(?! (?:home|history|support|life|assessment|court))"
    r"|(?:early years|advisory|visiting|assessment) service)"
)
_INSTITUTION = (
    r"(?!(?:Serious|Case|Review|Panel|Overview|Report|Child|Children|Family|Families|Services?"
    r"|Social|Care|Health|Board|Trust|Local|Safeguarding|Partnership|Committee|Primary|Public"
    r"|Protection|Initial|Conference|Early|Help|Years|Core|Group|Section|Independent|Chair"
    r"|Government|Office|North|South|East|West|Working|Together|Executive|Summary|Mother|Father"
    r"|Baby|Police|Hospital|National|Support|The|In|At|On|This|Both)\b)"
)
PERSON_NAMED = (
    rf"\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Professor)|{_INSTITUTION}[A-Z][a-z]+) (?:[A-Z]\. ?)?"
    rf"{_INSTITUTION}[A-Z][A-Za-z]+\b"
)
POST = (
    r"\b(?:chair\w*|author|reviewer|writer|judge|coroner|(?:expert )?witness|pathologist"
    r"|psychologist|consultant|paediatrician|lead (?=for|on)\w+)\b"
)
OFFICE = (
    r"\b(?:managers?|directors?|chief executive|chief officer|head ?teacher|commissioner|minister"
    r"|secretary of state|leader of the council|responsible individual)\b"
)
"""A post that one person holds: who that is, only a name says."""
