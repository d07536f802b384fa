"""Names that are written in several ways: 'No. 10', 'XIV', 'UK', 'Dr'."""

from audit.languages.comparison.values import ValueWords
from audit.values.numbers.spelled import Numbers
from audit.values.spellings import respelled
from audit.values.stretch import Found, Stretch

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
_SIZES = frozenset({"XL", "LI", "LV", "LX"})  # and names
_ROMAN = {
    f"{tens}{ones}": 10 * at + number
    for at, tens in enumerate(_TENS)
    for number, ones in enumerate(_ONES)
    if len(f"{tens}{ones}") > 1  # 'I', 'V' and 'X' are more often letters
    and f"{tens}{ones}" not in _SIZES
}
_LETTERS = {
    f"{letter}{end}": number
    for letter, number, ends in (
        ("I", 1, ("er", "re", "ère", "º", "ª")),
        ("V", 5, ("e", "ème", "º", "ª")),
        ("X", 10, ("e", "ème", "º", "ª")),
    )
    for end in ends
}
"""Letters with what makes them an ordinal, which no word has."""
_FEWEST_BEFORE_END = 2  # letters
_LONGEST_ELIDED = 4  # letters: 'dell'
_LONGEST_ROMAN = 12  # with what is written to it


def roman(word: str, ordinal_ends: frozenset[str] = frozenset()) -> int | None:
    """The number of a Roman numeral, alone or as an ordinal: 'XXI', 'XXIe'."""
    if word[0] not in "IVXL" or len(word) > _LONGEST_ROMAN:
        return None
    if word in _ROMAN:
        return _ROMAN[word]
    stem = word.rstrip("abcdefghijklmnopqrstuvwxyzèº°ª")
    end = word[len(stem) :]
    if end not in ordinal_ends:
        return None
    return _ROMAN.get(stem, _LETTERS.get(word))


class Names:
    """Reads the numbered names, initials and titles of a language."""

    def __init__(self, words: ValueWords, numbers: Numbers) -> None:
        self._words = words
        self._numbers = numbers
        self._phrases = {long: short for short, long in words.initials.items()}
        self.starts = (
            words.number_signs
            | words.titles.keys()
            | {initials.split()[0] for initials in words.initials}
            | {phrase.split()[0] for phrase in self._phrases}
        )

    def may_start(self, word: str) -> bool:
        """Whether a lower-case word is short for a longer one: "l'av", 'hauptstr'."""
        elided, tie, title = word.rpartition("'")
        if tie and len(elided) <= _LONGEST_ELIDED and title in self._words.titles:
            return True
        return self._with_its_end(word) is not None

    def _with_its_end(self, word: str) -> str | None:
        """A lower-case name with the end of which it has the beginning: 'hauptstraße'."""
        for short, end in self._words.cut_ends.items():
            if word.endswith(short) and len(word) > len(short) + _FEWEST_BEFORE_END:
                return f"{word.removesuffix(short)}{end}"
        return None

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
        number = roman(raw[at], self._words.ordinal_ends)
        if number is not None:
            return at + 1, (f"={number}", f"={number}.")
        for length in (2, 1):
            initials = " ".join(low[at : at + length])
            fits = at + length <= len(low) and initials in self._words.initials
            if fits and all(word.isupper() for word in raw[at : at + length]):
                long = self._words.initials[initials]
                return at + length, (long, *(["united states"] if initials == "usa" else []))
        for length in (4, 3, 2):
            phrase = " ".join(low[at : at + length])
            if len(low) >= at + length and phrase in self._phrases:
                short = self._phrases[phrase]
                return at + length, (phrase, *(["united states"] if short == "usa" else []))
        longer = self._with_its_end(low[at]) if raw[at][0].isupper() else None
        if longer is not None:
            return at + 1, (respelled(longer),)
        elided, tie, title = low[at].rpartition("'")
        if title in self._words.titles:
            full = self._words.titles[title].split()
            meanings = [respelled(f"{elided}{tie}{each}") for each in full]
            is_sure = len(meanings) == 1 and raw[at][0].isupper()
            # 'my hon. Friend': without a capital, it may be another word
            return at + 1, (meanings[0],) if is_sure else (respelled(raw[at]), *meanings)
        return None
