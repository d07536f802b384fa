"""Numbers as Chinese and Japanese write them: '百', '十二', '二〇二四', '2千'."""

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "兩": 2,
}
_TENS = {"十": 10, "百": 100, "千": 1_000}
_SCALES = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
_LONGEST = 40  # signs


def kanji_number(text: str) -> int | None:
    """The value of a whole number of such signs and digits; None where it is none."""
    text = text.replace(",", "").replace(" ", "")
    if not text or len(text) > _LONGEST:
        return None
    if all(sign in _DIGITS or sign.isdecimal() for sign in text):
        return int("".join(str(_DIGITS.get(sign, sign)) for sign in text))
    total = current = 0
    digits = ""
    for sign in text:
        if sign.isdecimal() or sign in _DIGITS:
            digits += str(_DIGITS.get(sign, sign))
        elif sign in _TENS:
            current += int(digits or "1") * _TENS[sign]
            digits = ""
        elif sign in _SCALES:
            total += (current + int(digits or "0") or 1) * _SCALES[sign]
            current, digits = 0, ""
        else:
            return None
    return total + current + int(digits or "0")
