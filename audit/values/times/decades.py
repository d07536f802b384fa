"""Ten years by their name: 'the nineties', '1990s', '90er', 'años noventa'."""

from audit.languages.comparison.values import ValueWords
from audit.values.numbers.spelled import Numbers
from audit.values.stretch import Found, Stretch
from audit.values.times.centuries import in_digits

_TEN, _HUNDRED = 10, 100
_SHORT, _FULL = 2, 4  # digits


def decade(words: ValueWords, numbers: Numbers, stretch: Stretch, at: int) -> Found | None:
    """The ten years that a word begins."""
    word, end = stretch.low[at], at + 1
    following = stretch.low[end] if end < len(stretch.low) else ""
    if words.years_in_pairs and following in words.decades:
        century = numbers.small.get(word, 0) or numbers.tens.get(word, 0)
        if _TEN < century <= 2 * _TEN:  # 'nineteen-eighties'
            return end + 1, (f"={century}{words.decades[following]}s",)
    if word in words.decade_leads:
        following = following.removeprefix("'")  # jaren ’70
        read = numbers.read([following, *stretch.low[end + 1 :]], 0) if following else None
        if read is None or read.value.denominator > 1:
            return None
        keys = _keys(following if following.isdecimal() else str(read.value))
        return (end + read.words, keys) if keys else None
    keys = _keys(_tens(numbers, word)) if words.decade_leads else ()
    if not stretch.beside.isdisjoint(keys):  # 'los noventa' beside 'los años noventa'
        return end, keys
    ends = words.decade_ends
    digits = (
        words.decades.get(word)
        or cohort_in_one_word(words, numbers, word)
        or next((word.removesuffix(each).rstrip("'") for each in ends if word.endswith(each)), word)
    )
    if digits == word and stretch.low[end : end + 1] and stretch.low[end] in ends:
        end += 1  # '90 х' of '90-х'
    if end == at + 1 and digits == word:
        return None
    keys = _keys(digits) or _cohort(words, digits)
    if keys and stretch.low[end : end + 1] and stretch.low[end] in words.decade_behind:
        end += 1  # 'die achtziger Jahre'
    return (end, keys) if keys else None


def cohort_in_one_word(words: ValueWords, numbers: Numbers, word: str) -> str:
    """The digits of the year by which people are named: 'Achtundsechziger'; empty for none."""
    if not words.in_one_word:
        return ""
    for end in words.decade_ends:
        year = numbers.in_one_word(word.removesuffix(end)) if word.endswith(end) else None
        if year is not None and year < _HUNDRED and year % _TEN:
            return str(year)
    return ""


def _cohort(words: ValueWords, digits: str) -> tuple[str, ...]:
    """The key of those named by a year: '68er'."""
    is_year = digits.isdecimal() and len(digits) == _SHORT and words.in_one_word
    return (f"={digits}s",) if is_year else ()


def _tens(numbers: Numbers, word: str) -> str:
    return word if word.isdecimal() else str(numbers.tens.get(word, ""))


def _keys(digits: str) -> tuple[str, ...]:
    """The keys of ten years by the digits that they begin with: '90', '1990'."""
    if not (digits.isdecimal() and len(digits) in (_SHORT, _FULL) and digits.endswith("0")):
        return ()
    if len(digits) == _FULL:
        return f"={digits}s", *in_digits(digits)
    centuries = ("19", "20") if digits < "30" else ("19",)
    return tuple(f"={century}{digits}s" for century in centuries)
