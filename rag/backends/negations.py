"""A text in, the same with its contracted negations, with or without apostrophe, written so that
they are the same word everywhere: "didn't" is "not", "couldnt" is "cannot"."""

import re

_CONTRACTED = re.compile(
    r"\b(?:(?P<can>ca|could)|ai|are|did|does|do|had|has|have|is|might|must|need|should|was|were|wo"
    r"|would)n['’]?t\b",
    re.IGNORECASE,
)


def spell_negations(text: str) -> str:
    return _CONTRACTED.sub(lambda found: "cannot" if found["can"] else "not", text)
