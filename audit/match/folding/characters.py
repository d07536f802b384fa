"""What each character of a text is worth when words are compared.

Letters, digits and the signs that change a number count; typography does not. The character
classes are those of the Unicode Character Database (UAX #44); composition is NFC (UAX #15), widths
are the `<wide>` and `<narrow>` decompositions (UAX #11).
"""

import unicodedata

CURRENCY = "$¢£¤¥֏؋৲৳૱௹฿៛₠-⃀﷼"
"""Inside a character class: the currency signs."""

CONTINUOUS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3105-\u312f\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Inside a character class: scripts written without spaces between words (Thai, Han, kana …)."""

INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e0fff"
)
"""Inside a character class: soft hyphen, zero-width and directional characters, variation
selectors.
"""

COMBINING = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0dff"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
"""Inside a character class: marks that may compose with the letter before them."""

LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}

OPTIONAL = {"ё": "е", "Ё": "Е"}
"""Letters that a language leaves to the writer: Russian is printed with and without them."""

APOSTROPHES = "'‘’‛ʻʼʹ′`´＇"
DOUBLE_QUOTES = '"“”„‟«»‹›‚「」『』〝〞〟＂″'
DASHES = "-‐‑‒–—―−﹘﹣－"

_HYPHENS = "‐‑‒–−﹘﹣"  # a long dash (—) never ties two figures or makes one negative
_KEPT_PUNCTUATION = ".,:/-'%‰#@&+<>=±≤≥≠°×÷§"


class _Worth(dict[int, str]):
    """Maps a code point to one character, for ``str.translate``; works each out once."""

    def __missing__(self, code: int) -> str:
        worth = _worth(chr(code))
        self[code] = worth
        return worth


def _worth(char: str) -> str:
    if char in APOSTROPHES:
        return "'"
    if char in OPTIONAL:
        return OPTIONAL[char]
    if char in _HYPHENS:
        return "-"
    if char in _KEPT_PUNCTUATION:
        return char
    if "₀" <= char <= "₉":  # CO₂
        return chr(ord(char) - ord("₀") + ord("0"))
    if unicodedata.decomposition(char).startswith(("<wide>", "<narrow>")):
        narrow = unicodedata.normalize("NFKC", char)
        return _worth(narrow) if len(narrow) == 1 else char
    category = unicodedata.category(char)
    if category[0] in "LNM" or category == "Sc":
        composed = unicodedata.normalize("NFC", char)
        return composed if len(composed) == 1 else char
    return " "


WORTH = _Worth()
"""One character for one: itself where it counts, a plain one of its kind, or a space."""
