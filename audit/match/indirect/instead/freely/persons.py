"""A person of a statement whom its page has by the same first name, and by another last one.

'Luke Farrell was sent off', where the page has no Farrell, and one Luke: Luke Farrar. Two last
names that may be spellings of one are none to tell of.
"""

import re
from collections.abc import Iterator
from itertools import islice

from rapidfuzz.distance import Levenshtein

from audit.match.indirect.stems import longer_part, stem_of
from audit.match.indirect.telling import Matter, words_of
from audit.match.prepared.source import Prepared
from audit.match.speakers.given_names import is_given
from audit.match.speakers.surnames import is_surname_alone, places_of
from audit.match.speakers.voices import plain_letters
from audit.model import Attribution, Fact, FactKind, Missing, Span

_SHORTEST = 4  # letters of a last name
_LONGEST = 60  # characters behind a first name in which the last one stands
_APART = 2  # letters by which two last names differ that are no spellings of one
_ALIKE = 2  # first letters of which one may be another in a slip
_FEWEST_SHARED = 2  # telling words of a statement with the sentence that has the other
_NAME = re.compile(r"[^\W\d_a-z]\w{0,30}(?:-\w{1,30})?")
_RUN = re.compile(r"\b[^\W\d_a-z][\w-]{1,40}(?: [^\W\d_a-z][\w-]{1,40})+")
_SPELLED = (
    ("sch", "s"), ("sh", "s"), ("ch", "k"), ("ck", "k"), ("ph", "f"), ("th", "t"), ("kh", "k"),
    ("gh", "g"), ("zh", "s"), ("dj", "i"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"), ("c", "k"), ("q", "k"), ("y", "i"), ("j", "i"), ("w", "v"),
    ("z", "s"), ("x", "ks"), ("h", ""), ("g", "k"),
)  # fmt: skip
"""Letters that differ between spellings of one name in other letters: 'Zelenskyy', 'Selenskij'."""


def persons_otherwise(attribution: Attribution, page: Prepared) -> Iterator[Missing]:
    """The persons of a statement of whom a page has the first name, and another last one."""
    for span in _named(attribution):
        other = other_last_name(span.text, attribution, page)
        if other:
            yield Missing(Fact(FactKind.WORD, span), other)


def _named(attribution: Attribution) -> Iterator[Span]:
    """The names of a statement and of who says it that begin with a first name."""
    speaker = attribution.speaker if attribution.cue is not None else None
    seen: set[int] = set()
    for part in (*attribution.contents, *((speaker,) if speaker is not None else ())):
        for match in _RUN.finditer(part.text):
            found = _NAME.finditer(part.text, match.start(), match.end())
            words = [word for word in found if word.group()[0].isupper()]
            first = next((at for at, word in enumerate(words) if is_given(word.group())), None)
            if first is None or first + 1 >= len(words):
                continue
            start, end = words[first].start(), words[-1].end()
            if part.start + start not in seen:
                seen.add(part.start + start)
                yield Span(part.start + start, part.start + end, part.text[start:end])


def other_last_name(name: str, attribution: Attribution, page: Prepared) -> str:
    """The only one whom a page has by the first name of a person and no such last name.

    Empty where the two may be spellings of one, or where neither the names are alike nor a
    sentence tells of the other what the statement tells.
    """
    names = name.split()
    given, last = names[0], names[-1]
    if not is_given(given) or not is_surname_alone(last) or is_given(last):
        return ""
    text = page.page.text
    if len(last) < _SHORTEST or plain_letters(last) in plain_letters(text):
        return ""
    others = {}
    for at, end in places_of(given, text):
        if at and text[at - 1].isalnum():
            continue
        behind = _names_behind(text, end)
        if behind:
            others[plain_letters(behind[-1])] = (at, " ".join((given, *behind)))
    if len(others) != 1 or _has_another(names[:-1], text, given):
        return ""
    [(other, (at, full))] = others.items()
    if _may_be_spelled(plain_letters(last), other):
        return ""
    is_slip = plain_letters(last)[:1] == other[:1] and _is_alike(plain_letters(last), other)
    return full if is_slip or _tells_of(name, full, attribution, page) else ""


def _names_behind(text: str, end: int) -> list[str]:
    """The names behind a first one: 'Van der Berg', 'J. Lee'."""
    found: list[str] = []
    for word in text[end : end + _LONGEST].replace("\u00a0", " ").split(" ")[1:]:
        bare = word.rstrip(".,;:!?)”\"'»")
        bare = bare.removesuffix("’s").removesuffix("'s")
        if not bare[:1].isupper():
            break
        found.append(bare)
        if bare != word and len(bare) > 1:
            break
    if text[end : end + 1] not in {" ", "\u00a0"}:
        return []
    return [each for each in found if len(each) > 1]


def _has_another(given: list[str], text: str, first: str) -> bool:
    """Whether a statement has a middle name that a page has, too: that one may be the other."""
    return any(name != first and f"{name} " in text for name in given if len(name) > _ALIKE)


def _may_be_spelled(one: str, other: str) -> bool:
    """Whether two last names may be one: a part of it, or another spelling."""
    if one.startswith(other) or other.startswith(one):
        return True
    ours, theirs = _skeleton(one), _skeleton(other)
    return Levenshtein.distance(ours, theirs) < _APART


def _skeleton(name: str) -> str:
    for letters, plain in _SPELLED:
        name = name.replace(letters, plain)
    return "".join(char for before, char in zip(f" {name}", name, strict=False) if char != before)


def _is_alike(one: str, other: str) -> bool:
    """Whether two names begin alike, or have most letters in their order."""
    return one[:_ALIKE] == other[:_ALIKE] or Levenshtein.distance(one, other) <= len(one) // 2


def _tells_of(name: str, other: str, attribution: Attribution, page: Prepared) -> bool:
    """Whether a sentence with the other name has telling words of the statement beside it."""
    apart = {
        stem_of(longer_part(word.lower()), page.language) for word in f"{name} {other}".split()
    }
    matter = Matter(words_of(attribution), page)
    wanted = matter.stems - apart
    for number in islice(matter.shared, len(page.sentences.spans)):
        here = matter.passage(number).here
        if other in here.text and len(wanted & here.stems) >= _FEWEST_SHARED:
            return len(wanted & here.stems) * 2 >= len(wanted)
    return False
