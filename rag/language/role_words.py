"""How people, their posts and bodies are named: patterns for other patterns to be made of."""

ROLE = (
    r"(?:police|officers?|nurses?|midwi(?:fe|ves)|health visitors?|gps?|doctors?|paediatricians?"
    r"|social workers?|workers?|managers?|teachers?|schools?|nursery|chairs?|reviewers?|mother"
    r"|father|parents?|grand(?:mother|father|parents?)|sibling|partners?|relatives?|practitioners?"
    r"|professionals?|staff|agenc(?:y|ies)|board|partnership|panel|committee|coroner|court|ofsted"
    r"|nspcc|subgroup|office|teams?|providers?|trust|council|neighbour|carers?|inspectors?"
    r"|headteacher|consultants?|pathologist|trainers?|social care|children['’]s services"
    r"|programme|members?|relatives?|author"
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
