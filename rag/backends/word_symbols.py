"""A place in a symbol font in, the character of Unicode that a person sees out."""


def _rows(first: int, rows: str) -> dict[int, str]:
    """One sign a place, from `first` on; "¤" where there is none that is common in Unicode, white
    space for the eye."""
    signs = enumerate("".join(rows.split()), start=first)
    return {place: sign for place, sign in signs if sign != "¤"}


_SYMBOL = {0x20: " "} | _rows(
    0x21,
    """
     !∀#∃%&∋()∗+,−./
    0123456789:;<=>?
    ≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ
    ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_
    ‾αβχδεφγηιϕκλμνο
    πθρστυϖωξψζ{|}∼
    """,
) | _rows(
    0xA0,
    """
    €ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓
    °±″≥×∝∂•÷≠≡≈…⏐⎯↵
    ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉
    ∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓
    ◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪
    ¤〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭
    """,
)  # fmt: skip
_WINGDINGS = {0x20: " "} | _rows(
    0x21,
    """
     ¤✂✁¤¤¤¤☎✆✉¤¤¤¤¤
    ¤¤¤¤¤¤⌛¤¤¤¤¤¤¤✇✍
    ¤✌👌👍👎☜☞☝☟✋☺😐☹💣☠⚑
    ¤✈☼💧❄✞✞✠✠✡☪☯ॐ☸♈♉
    ♊♋♌♍♎♏♐♑♒♓&&●○■□
    □❑❒⬧⧫◆❖⬥⌧¤⌘❀✿“”
    """,
) | _rows(
    0x80,
    """
    ⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹
    ❺❻❼❽❾❿¤¤¤¤¤¤¤¤·•
    ⬝○○○◉◎○▪☐¤✦★✶✴✹✵
    ⌖¤⟡⌑¤✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘
    🕙🕚🕛¤¤¤¤¤¤¤¤¤¤¤¤¤
    ¤¤¤¤¤⌫⌦¤➢¤¤¤¤¤¤←
    →↑↓↖↗↙↘←→↑↓↖↗↙↘⇦
    ⇨⇧⇩⬄⇳↖↗↙↘▭▫✘✔☒☑¤
    """,
)  # fmt: skip
_WINGDINGS_2 = {0x4F: "✘", 0x50: "✔", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x55: "☒",
                0x96: "•", 0x97: "●", 0x98: "●", 0xA2: "■", 0xA3: "☐", 0xA5: "☐"}  # fmt: skip
_WINGDINGS_3 = {0x22: "↕", 0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x70: "▲", 0x71: "▼",
                0x74: "◀", 0x75: "▶", 0x7D: "▶", 0x84: "◀"}  # fmt: skip
_WEBDINGS = {0x33: "◀", 0x34: "▶", 0x35: "▲", 0x36: "▼", 0x61: "✔", 0x63: "☐", 0x67: "■",
             0x6E: "●", 0x72: "✘"}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2,
          "wingdings 3": _WINGDINGS_3, "webdings": _WEBDINGS}  # fmt: skip
_PRIVATE = range(0xF000, 0xF100)
"""Where Word keeps the places of such a font."""
UNKNOWN = "\ufffd"
"""Stands for a sign that a person sees and that has no name here."""


def is_symbol_font(font: str) -> bool:
    return font.lower() in _FONTS


def sign(font: str, place: int) -> str:
    """`UNKNOWN` where the font or the place in it is not known; another font's is Unicode's."""
    signs = _FONTS.get(font.lower())
    if signs is None:
        return UNKNOWN if place in _PRIVATE else chr(place)
    return signs.get(place - _PRIVATE.start if place in _PRIVATE else place, UNKNOWN)
