"""Finds the figures of a statement in another language than English: '84.600 Besuche', '1,9 Mrd.

Euro'. Only what is surely a figure and surely meant to the digit: figures in digits or in words
with what they are of behind them ('nueve millones', 'zwölf Minuten'), no times of day, and of a
range the end alone. What 'about' or 'nearly' stands before is a figure too: what it may be rounded
from is known.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from audit.languages.comparison.figures import figure_words
from audit.languages.comparison.values import value_words
from audit.languages.expressions import any_of
from audit.languages.extraction.phrasebook import phrasebook
from audit.model import Fact, FactKind, Span
from audit.values.tokens import tokens

_SPACES = " \u00a0\u202f\u2009"
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PIECE = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*|[^\w\s]")
_SPELLED = re.compile(r"=(?:(?P<part>1/\d)|(?P<whole>\d{1,9}))(?P<unit> [^\s+]+)?(?P<more>\+.+)?")
_DIGIT = re.compile(r"\d")
_CLOCK = "=@"  # how the keys of times of day begin
_LEAST_SPELLED = 3
_YEARS = "year"
_KINDS = {
    "percent": FactKind.PERCENTAGE,
    "money": FactKind.AMOUNT,
    "sign": FactKind.AMOUNT,
    "unit": FactKind.AMOUNT,
}


def figures_of(language: str, contents: Sequence[Span]) -> tuple[Fact, ...]:
    """The figures in the parts of a statement, in order.

    None in a language without words for them.
    """
    if figure_words(language) is None:
        return ()
    return tuple(
        fact
        for content in contents
        for fact in _with_spelled(list(_figures(language, content)), language, content)
    )


def _with_spelled(found: list[Fact], language: str, content: Span) -> list[Fact]:
    """The figures with the numbers and parts in words: 'zwölf Minuten', 'un quart de', in order.

    What they are of stands right behind them. Neither one nor two is told to the digit, nor is a
    place in an order. Hours are told by a clock, if no word before counts them: 'pendant quatre
    heures'.
    """
    words = figure_words(language)
    lasting = words.lasting if words is not None else frozenset()
    pieces = list(_PIECE.finditer(content.text))
    taken = {at for fact in found for at in range(fact.span.start, fact.span.end)}
    for token in tokens([piece[0] for piece in pieces], language):
        value = _SPELLED.fullmatch(token.key)
        own = pieces[token.start : token.end]
        lasts = token.key.startswith(_CLOCK) and pieces[token.start - 1][0].lower() in lasting
        counts = value and (value["part"] or value["more"] or int(value["whole"]) >= _LEAST_SPELLED)
        if not (counts or (lasts and token.start)):
            continue
        if value and value["part"] and token.start and _joins(pieces[token.start - 1][0], language):
            continue  # 'deux fois et demie': part of a figure that is not read as one
        start, end = content.start + own[0].start(), content.start + own[-1].end()
        behind = content.text[own[-1].end() : own[-1].end() + 2]
        in_words = not _DIGIT.search(own[0][0]) and (
            (value and value["unit"]) or (behind[:1].isspace() and behind[1:].isalpha())
        )
        if (lasts or in_words) and taken.isdisjoint(range(start, end)):
            told = content.text[own[0].start() : own[-1].end()]
            found.append(Fact(FactKind.NUMBER, Span(start, end, told)))
    return sorted(found, key=lambda fact: fact.span.start)


def _joins(word: str, language: str) -> bool:
    return word.lower() in phrasebook(language).coordinating


def _figures(language: str, content: Span) -> Iterator[Fact]:
    text = content.text
    for match in _pattern(language).finditer(text):
        date = match["date"]
        kind = next((kind for group, kind in _KINDS.items() if match[group]), FactKind.NUMBER)
        bare = kind is FactKind.NUMBER and not match["scale"] and not date
        if match["clock"] or (match["range"] is not None and bare):
            continue
        year = _YEAR.fullmatch(match["digits"] or "")
        is_named = value_words(language).units.get((match["unit"] or "").lower()) == _YEARS
        if date or (year and (is_named or kind is FactKind.NUMBER) and not match["scale"]):
            kind = FactKind.DATE  # '2014 года' is one of the calendar
        end = next(
            (
                match.end(group)
                for group in ("percent", "money", "unit", "half", "scale", "digits")
                if match[group]
            ),
            match.end(),
        )
        span = Span(content.start + match.start(), content.start + end, text[match.start() : end])
        yield Fact(kind, span)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = figure_words(language)
    assert words is not None
    signs = "".join(re.escape(sign) for sign in (*words.thousands, *_SPACES))
    decimal = re.escape(words.decimal)
    digits = rf"(?:\d{{1,3}}(?:[{signs}]\d{{3}}){{1,5}}(?!\d)|\d{{1,15}})(?:{decimal}\d{{1,6}})?"
    gap = rf"[{_SPACES}-]?"
    ordinal = _either(value_words(language).ordinal_ends)
    scale = _either(words.scales)
    spelled = _either(words.numbers)
    if words.numbers and words.scales:
        digits = rf"(?:{digits}|(?:{spelled})(?=[{_SPACES}](?:{scale})(?!\w)))"
    return re.compile(
        rf"(?<![\w.,:/+-])(?:(?P<date>\d{{1,2}}(?:\.|{ordinal})?[{_SPACES}](?:de\s)?"
        rf"(?:{_either(words.months)})\b"
        rf"(?:[{_SPACES}](?:de\s)?\d{{4}})?)"
        rf"|(?:(?P<sign>{_either(words.signs)}){gap})?(?P<digits>{digits})(?![\d:/]|[.,]\d)"
        rf"(?P<clock>[{_SPACES}]?(?:{_either(words.clocks)})(?!\w)|h\d\d)?"
        rf"(?:{gap}(?P<scale>{scale}(?:[{_SPACES}]{scale})?)(?!\w)\.?"
        rf"(?P<half>[{_SPACES}](?:{_either(words.halves)})(?!\w))?)?"
        rf"(?:[{_SPACES}](?:de\s|d[’'])(?=\D))?(?:{gap}(?:(?P<percent>{_either(words.percent)})"
        rf"|(?P<money>{_either(words.currencies)})|(?P<unit>{_either(words.units)}))(?!\w))?)(?!\w)"
        rf"(?P<range>(?=[{_SPACES}]?(?:[-–—]|{_either(words.ranges)})[{_SPACES}]?\d))?",
        re.IGNORECASE,
    )


def _either(phrases: Iterable[str]) -> str:
    """Any of several phrases; nothing stands for none of them."""
    known = list(phrases)
    return any_of(known, rf"[{_SPACES}-]") if known else r"(?!)"
