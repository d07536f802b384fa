"""Names that are written in several ways: 'No. 10', 'XIV', 'UK', 'Dr'."""

from audit.languages.comparison.values import ValueWords
from audit.values.numbers import Numbers
from audit.values.stretch import Found, Stretch

ROMAN = {
    "II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "XI": 11, "XII": 12, "XIII": 13,
    "XIV": 14, "XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19,
}  # fmt: skip


class Names:
    """Reads the numbered names, initials and titles of a language."""

    def __init__(self, words: ValueWords, numbers: Numbers) -> None:
        self._words = words
        self._numbers = numbers
        self._phrases = {long: short for short, long in words.initials.items()}
        self.starts = (
            words.number_signs
            | words.titles.keys()
            | words.initials.keys()
            | {phrase.split()[0] for phrase in self._phrases}
        )

    def numbered(self, stretch: Stretch, at: int) -> Found | None:
        """'No. 10', 'Number Ten', '#10'."""
        low = stretch.low
        if low[at] == "#":
            return (at + 2, (f"=no {low[at + 1]}",)) if at + 1 < len(low) else None
        if low[at] not in self._words.number_signs or at + 1 >= len(low):
            return None
        number = self._numbers.read(low, at + 1)
        if number is None or number.value.denominator > 1:
            return None
        key = f"=no {number.value}"
        sure = len(low[at]) > 2 or stretch.raw[at] == "No"
        if low[at] == "no" and not low[at + 1].isdecimal():
            return None
        if not sure and key not in stretch.beside:
            return None
        return at + 1 + number.words, (key,)

    def read(self, stretch: Stretch, at: int) -> Found | None:
        """A Roman numeral, initials or the words that they stand for, or a title."""
        raw, low = stretch.raw, stretch.low
        if raw[at] in ROMAN:
            return at + 1, (f"={ROMAN[raw[at]]}",)
        if low[at] in self._words.initials and raw[at].isupper():
            long = self._words.initials[low[at]]
            return at + 1, (long, *(["united states"] if low[at] == "usa" else []))
        for length in (4, 2):
            phrase = " ".join(low[at : at + length])
            if len(low) >= at + length and phrase in self._phrases:
                short = self._phrases[phrase]
                return at + length, (phrase, *(["united states"] if short == "usa" else []))
        if low[at] in self._words.titles and raw[at][0].isupper():
            meanings = self._words.titles[low[at]].split()
            return at + 1, (meanings[0],) if len(meanings) == 1 else (low[at], *meanings)
        return None
