"""Words in; whether somebody wrote them, or a font gives other letters than it shows, out."""

from collections.abc import Sequence

_FEWEST = 12
"""Words of letters; fewer do not tell."""
_COMMON = frozenset(
    """
    the of and to in a is that for it was on are as with be by at this or from an were their they
    have has had not but which his her she he you we our your who what how when where all can will
    should must may one been would there these than other
    y yr a ac i o yn ar am gan ei eu mae bod wedi hyn sydd oedd neu fel at wrth
    de la le les et des un une du en que pour dans qui el los las y por con
    der die das und in den von zu mit ist ein eine nicht
    w i z na do nie o to po od za dla oraz jest
    """.split()
)
"""Of English and Welsh, and of other languages that translations of reviews are in."""
_LEAST_COMMON = 0.06
_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýŵŷąęó")
_LEAST_VOWELS, _MOST_VOWELS = 0.28, 0.6


def is_language(words: Sequence[str]) -> bool:
    """`words` are folded, see `words_of`. True where they are too few, or of another alphabet.

    A page of figures and names has few common words, but vowels; letters that a wrong table has
    put in the place of others have neither.
    """
    told = [word for word in words if len(word) > 1 and word.isalpha()]
    letters = "".join(told)
    latin = sum(letter < "\u0250" for letter in letters)
    if len(told) < _FEWEST or latin < 0.8 * len(letters):
        return True
    if sum(word in _COMMON for word in told) >= _LEAST_COMMON * len(told):
        return True
    vowels = sum(letter in _VOWELS for letter in letters) / len(letters)
    return _LEAST_VOWELS <= vowels <= _MOST_VOWELS
