"""Characters that say how words are laid out and not what they say."""

BULLETS = "•◦▪▫■□◼◻◾●○⬤⚫❖➢➤➔►▶▸▹✓✔✗✘‣⁃∙·⦁☐☑☒⁍★☆\ue000-\uf8ff"
"""Glyphs as a character class; symbol fonts put theirs into the private use area."""
TICKS = "✓✔✗✘☐☑☒"
"""Those bullets that may tell yes from no."""
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
INVISIBLE = "\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
"""As a character class: they have no width, join or turn what stands around them, or choose one
of several looks."""
RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
LOWERED = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
RAISED_FIGURES, RAISED_ROMAN = "¹²³⁴⁵⁶⁷⁸⁹⁰", "ⁱᵛˣ"
RAISED_SIGNS = RAISED_FIGURES + RAISED_ROMAN
"""As a character class: what the marks of notes are made of."""
NOTE_MARK = (
    rf"(?:(?<![\d{RAISED_FIGURES}])|(?<=\b(?:19|20)\d\d))(?<!\bm)(?<!\b[ckm]m)[{RAISED_FIGURES}]+"
    rf"|(?<=[^\W\d_{RAISED_SIGNS}])[{RAISED_ROMAN}]+"
)
"""A pattern. Not the powers: a raised figure behind a figure that is no year, or behind a unit of
length."""
_ROMAN = str.maketrans("ivx", RAISED_ROMAN)
_LOWERED = str.maketrans(RAISED_SIGNS, "1234567890ivx")
PLAIN_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+-0123456789+-")
LINE_ENDS = "\n\v\x85\u2028\u2029"
"""As a character class: what editors take for the end of a line."""


def raised(sign: str) -> str:
    """A figure, or a letter of small Roman figures, as one that stands above the line."""
    return sign.translate(RAISED).translate(_ROMAN)


def lowered(mark: str) -> str:
    """The same length, every raised sign on the line."""
    return mark.translate(_LOWERED)
