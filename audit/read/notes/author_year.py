"""Finds citations by author and year, '(Lee & Moe 2023, p. 4)', and their entries."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from audit.languages.extraction.notes import note_words
from audit.model import NOT_PROSE, BlockKind
from audit.read.parsed import Parsed

_YEAR = r"(?:1[5-9]|20)\d\d"
_DATED = re.compile(rf"(?<![\d/.-])({_YEAR})([a-z])?(?![\w/-])")
_AUTHORS_END = re.compile(r"[“\"«„]|\((?=\d)|(?<=[^\W\d_]{2})\.\s|:\s|https?://")
_INITIALS = r"(?:[^\W\d_]\.[\s-]?){1,4}"
_PART = r"[^\W\d_a-z][\w’'-]{0,40}"
_PARTICLE = r"(?:van der|van den|van de|von der|de la|van|von|de|del|della|der|den|di|da|du|le|la|al|el|bin|ibn|of|the|for|und|für|de l’)"
_NAME = rf"(?:{_INITIALS}\s?)?(?:{_PARTICLE}\s)?{_PART}(?:\s(?:{_PARTICLE}\s){{0,2}}{_PART}){{0,6}}"
_LOCATED = r"(?:\s?[,:]\s?[^();]{0,60})?"
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})[.!?]\s|\n")
_NEAR = 160  # characters before '(2024)' in which the names are looked for
_MOST_WORDS = 14  # of the names before '(2024)'
_LONGEST = 300  # characters of a citation in brackets
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry as it is cited: authors' names in lower case, the first, the year, its letter.

    ``names`` are all the words of the authors, ``count`` how many there are, 0 where that cannot be
    told.
    """

    first: str
    names: frozenset[str]
    count: int
    year: str
    letter: str
    initials: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in the text: the stretch that is no part of its words.

    ``readings`` are the works that it may cite, the names and the year of each; several where it
    cannot be told how far before the brackets the names begin, the longest first. ``is_bracketed``
    says that they stand inside. ``is_apart`` says that only a year does, and that each reading is a
    name that the sentence has before it: 'Lee found … (2021)'.
    """

    start: int
    end: int
    readings: tuple[tuple["Cited", ...], ...]
    is_bracketed: bool
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class Cited:
    """One work that is cited; ``names`` in lower case, ``others`` says 'et al.'."""

    names: tuple[str, ...]
    others: bool
    year: str
    letter: str
    label: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    work: re.Pattern[str]
    authors: re.Pattern[str]
    narrative: re.Pattern[str]
    joined: re.Pattern[str]
    others: re.Pattern[str]
    lead: re.Pattern[str]
    between: frozenset[str]


@cache
def _patterns() -> _Patterns:
    words = note_words()

    def either(phrases: Sequence[str]) -> str:
        return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))

    joining = rf"\s?,?\s?(?:&|\b(?:{either([word for word in words.joining if word != '&'])}))\s"
    others = rf",?\s(?:{either(words.others)})"
    authors = rf"{_NAME}(?:(?:,\s|{joining}){_NAME}){{0,5}}(?:{others})?"
    years = rf"{_YEAR}[a-z]?(?:\s?[,;]\s?(?:{_YEAR}[a-z]?|[a-z]\b)){{0,6}}"
    lead = rf"(?:(?:{either(words.leading)}),?\s){{0,2}}"
    return _Patterns(
        work=re.compile(rf"\s*(?i:{lead})({authors}),?\s\(?({years})\)?{_LOCATED}\s*"),
        authors=re.compile(rf"(?<!\w){authors}"),
        narrative=re.compile(rf"({authors})(?:[’']s?)?$"),
        joined=re.compile(rf"{joining}|,\s"),
        others=re.compile(others),
        lead=re.compile(rf"^(?i:{lead})"),
        between=frozenset(words.joining),
    )


def reference(words: str) -> Reference | None:
    """An entry of a list as it is cited, None where it names no author and year.

    'Lee, A., & Moe, B. (2023). Title', 'Lee, Ann. 2023. “Title”', 'Lee A (2023)', 'World Bank
    (2024): Title'.
    """
    words = words[:_LONGEST].strip()
    dated = _DATED.search(words)
    if dated is None or not words[:1].isalpha():
        return None
    ends = _AUTHORS_END.search(words, 1)
    before = words[: min(dated.start(), ends.start() + 1 if ends is not None else dated.start())]
    before = before.rstrip(" (,:[")
    if not before or not before[:1].isalpha():
        return None
    first, comma, rest = before.partition(",")
    names = [word.lower() for word in _WORD.findall(before) if len(word) > 1]
    if not names:
        return None
    joined = _patterns().joined
    given = re.match(r"\s*([^\W\d_])", rest)
    if comma:
        surname = first
        count = _count(before)
    else:
        surname = joined.split(_patterns().others.sub("", before))[0]
        surname = (
            re.sub(r"\s(?:[^\W\d_]\.?){1,3}$", "", surname)
            if re.search(r"\s[A-Z]{1,3}$", surname)
            else surname
        )
        count = len(joined.split(before))
    others = _patterns().others.search(before) is not None
    initial = given[1].lower() if comma and given is not None else ""
    return Reference(
        _key(surname), frozenset(names), 0 if others else count, dated[1], dated[2] or "", initial
    )


def _count(authors: str) -> int:
    """How many authors 'Lee, A., Roe, C., & Moe, B.' or 'Lee, Ann, and Bo Moe' are.

    0 where that is unclear.
    """
    initials = re.findall(
        r"(?:^|[,&]\s*(?:&\s*)?|\b(?:and|und|et|y|e|и)\s+)[^\W\d_][\w’' -]+,\s(?:[^\W\d_]\.[\s-]?)+",
        authors,
    )
    if initials:
        return len(initials)
    joined = re.split(r"\s?,?\s(?:&|and|und|et|y|e|и)\s", authors)
    if len(joined) > 1:
        return 2 if joined[0].count(",") <= 1 else 0
    return 1 if authors.count(",") <= 1 else 0


def _key(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())


def citations(parsed: Parsed, without: Collection[int]) -> Iterator[Citation]:
    """What may be citations by author and year in the prose of an article, in order."""
    for number, block in enumerate(parsed.blocks):
        if number in without or block.kind in NOT_PROSE or block.kind is BlockKind.EMBED:
            continue
        at = block.start
        while (opens := parsed.text.find("(", at, block.end)) >= 0:
            closes = parsed.text.find(")", opens, min(block.end, opens + _LONGEST))
            inner = parsed.text.find("(", opens + 1, closes) if closes >= 0 else -1
            at = opens + 1
            if closes < 0 or inner >= 0:
                continue
            at = closes + 1
            found = _citation(parsed.text, block.start, opens, closes)
            if found is not None:
                yield found


def _citation(text: str, block: int, opens: int, closes: int) -> Citation | None:
    inside = text[opens + 1 : closes]
    if re.search(_YEAR, inside) is None:
        return None
    patterns = _patterns()
    works = [patterns.work.fullmatch(piece) for piece in _pieces(inside)]
    if works and all(works):
        cited = [entry for work in works if work is not None for entry in _works(work[1], work[2])]
        return Citation(opens, closes + 1, (tuple(cited),), is_bracketed=True)
    years = re.fullmatch(
        rf"\s*({_YEAR}[a-z]?(?:\s?[,;]\s?{_YEAR}[a-z]?){{0,6}}){_LOCATED}\s*", inside
    )
    if years is None:
        return None
    before = text[max(block, opens - _NEAR) : opens].rstrip()
    readings = tuple(tuple(_works(names, years[1])) for names in _narrating(before))
    if readings:
        return Citation(opens, closes + 1, readings, is_bracketed=False)
    sentence = _SENTENCE.split(before)[-1]
    named = [match[0] for match in patterns.authors.finditer(sentence)]
    readings = tuple(tuple(_works(names, years[1])) for names in named)
    if not readings:
        return None
    return Citation(opens, closes + 1, readings, is_bracketed=False, is_apart=True)


def _pieces(inside: str) -> list[str]:
    """The works in one pair of brackets; 'Lee 2024; 2025' goes on with the same names."""
    pieces: list[str] = []
    for piece in inside.split(";"):
        if pieces and re.fullmatch(rf"\s*{_YEAR}[a-z]?\s*", piece):
            pieces[-1] += f", {piece.strip()}"
        else:
            pieces.append(piece)
    return pieces


def _narrating(before: str) -> list[str]:
    """The names a text may end in, longest first: 'In Oslo, Lee et al.' has 'Lee et al.'."""
    words = before.split(" ")
    patterns = _patterns()
    found = []
    for count in range(1, min(len(words), _MOST_WORDS) + 1):
        match = patterns.narrative.fullmatch(" ".join(words[-count:]))
        if match is None:
            continue
        begins = " ".join(words[-count - 1 : -count]) if count < len(words) else ""
        if begins.lower() not in patterns.between:
            found.append(match[1])
    return found[::-1]


def _works(names: str, years: str) -> Iterator[Cited]:
    patterns = _patterns()
    names = patterns.lead.sub("", names).strip()
    others = patterns.others.search(names) is not None
    authors = patterns.joined.split(patterns.others.sub("", names))
    year = ""
    for match in re.finditer(rf"({_YEAR})([a-z])?|\b([a-z])\b", years):
        year = match[1] or year
        letter = match[2] or match[3] or ""
        label = f"{names} {year}{letter}"
        yield Cited(tuple(_key(author) for author in authors), others, year, letter, label)


def citation_alone(words: str) -> tuple[Cited, ...]:
    """The works that a note cites which is nothing else: 'Lee 2024, p. 4.'."""
    match = _patterns().work.fullmatch(words[:_LONGEST].strip().rstrip("."))
    return tuple(_works(match[1], match[2])) if match is not None else ()


def fitting(cited: Cited, references: Sequence[tuple[int, Reference]]) -> list[int]:
    """The numbers of the entries that a citation may be of.

    First author, year and letter have to be the same, further authors among the entry's, and how
    many there are has to fit, where that can be told.
    """
    return [number for number, entry in references if _fits(cited, entry)]


def _fits(cited: Cited, entry: Reference) -> bool:
    if (cited.year, cited.letter) != (entry.year, entry.letter):
        return False
    first, initial = _surname(cited.names[0])
    if not _same(first, entry.first) or (initial and entry.initials and initial != entry.initials):
        return False
    further = cited.names[1:]
    if any(_surname(name)[0].split()[-1] not in entry.names for name in further):
        return False
    if not entry.count:
        return True
    if cited.others:
        return entry.count > len(cited.names) + 1
    return entry.count == len(cited.names)


def _surname(name: str) -> tuple[str, str]:
    """A name without its initials, and the first of them."""
    match = re.match(r"((?:[^\W\d_]\.[\s-]?){1,4})\s?(.+)", name)
    return (match[2], match[1][0]) if match is not None else (name, "")


def _same(cited: str, entry: str) -> bool:
    """Whether two first authors are one: the entry may have more ('Lee Ann', 'van der Lee')."""
    if cited == entry:
        return True
    ours, theirs = cited.split(), entry.split()
    return len(ours) > 1 and ours[-1] == theirs[-1] and len(theirs) == 1
