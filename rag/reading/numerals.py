"""A whole number in, the letters or Roman figures that a list writes for it out."""

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 3999


def as_roman(number: int) -> str:
    """Lower case; "" for what Roman figures cannot write."""
    if not 0 < number <= _MOST:
        return ""
    digits = ""
    for value, letters in _ROMAN:
        digits += letters * (number // value)
        number %= value
    return digits


def as_letters(number: int) -> str:
    """a … z, aa, ab, …, as browsers go on after z; "" for what is below 1."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
