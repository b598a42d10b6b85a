"""How much of a nugget an answer says, by stemmed words: the recall that coverage is made of.

A measure of words, not of meaning: it takes no negation or order into account and knows no
synonyms. How far it agrees with people's judgement of completeness is measured by
`rag eval meta`.
"""

from collections.abc import Collection

from rag.backends.lexical import stem


def nugget_words(text: str) -> frozenset[str]:
    """English stems (Snowball) of all words but articles, prepositions and the like; numbers as
    they stand; negations are kept."""
    return frozenset(stem(text))


def nugget_recall(
    nugget_words: Collection[str], answer_words: Collection[str], asked_words: Collection[str] = ()
) -> float:
    """Share of the nugget's words, 0 to 1, that the answer has; each counts once.

    Words that the question has (`asked_words`) do not count, since an answer that only repeats
    the question would have them, unless the nugget has no others. 0 for a nugget without words.
    """
    sought = set(nugget_words) - set(asked_words) or set(nugget_words)
    return len(sought.intersection(answer_words)) / len(sought) if sought else 0.0
