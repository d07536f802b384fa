"""Rows written before they were measured: each is a sentence that a newspaper could hold."""

import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from audit import verify_quote
from audit.extract import extract
from audit.match.indirect.statements import missing_facts
from audit.match.prepared.source import prepare
from audit.model import FIGURES, Caution, Missing, QuoteCheck, Verdict, Weight
from audit.read import read_article

_FAIR = (Verdict.VERBATIM, Verdict.EDITED)
_AROUND = {
    "en": "The council met on Monday to look at the winter and the boats that were lost in it.",
    "de": "Der Rat hat sich am Montag mit dem Winter und mit den Booten, die er gekostet hat, befasst.",
    "es": "El consejo se reunió el lunes para hablar del invierno y de los barcos que se perdieron en él.",
    "fr": "Le conseil s'est réuni lundi pour parler de l'hiver et des bateaux qui ont été perdus dans la nuit.",
    "it": "Il consiglio si è riunito lunedì per parlare dell'inverno e delle barche che si sono perse.",
    "nl": "De raad kwam maandag bijeen om over de winter te praten en over de boten die er niet meer zijn.",
    "ru": "Совет собрался в понедельник, чтобы поговорить о зиме и о том, что было с лодками.",
    "ja": "市議会は月曜日に開かれ、冬の被害と漁船について話し合った。",
    "zh": "市议会星期一开会，讨论了冬天的损失和渔船。",
    "pt": "O conselho reuniu-se na segunda para falar do inverno e dos barcos que se perderam com ele.",
}
_PROBES = Path(__file__).parent / "probes"
_FILES = ("edges", "tongues", "spoken", "letters", "unspaced")
_TURNED = frozenset({Caution.TURNED_BEFORE, Caution.TURNED_AFTER, Caution.QUESTION})

_GRAVE = frozenset({Caution.ELLIPSIS_DROPS_NEGATION, Caution.BRACKETS_CHANGE_NEGATION})


def _read(name: str) -> Any:
    path = _PROBES / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _in(room: str) -> list[str]:
    """The names of the files in a folder of probes."""
    return sorted(f"{room}/{path.stem}" for path in (_PROBES / room).glob("*.toml"))


def _compared(quote: str, source: str, language: str = "en") -> QuoteCheck:
    around = _AROUND[language]
    return verify_quote(quote, f"{around} {source} {around}")


def _leads(group: str) -> Iterator[tuple[str, str, str]]:
    for name in ("silences", *_in("turned")):
        for language, rows in _read(name).items():
            for lead in rows[group]:
                yield language, rows["words"], lead


def _pairs(name: str, group: str) -> Iterator[tuple[str, str, str]]:
    rows = _read(name).get(group, [])
    for language, pairs in rows.items() if isinstance(rows, dict) else [("en", rows)]:
        for quote, source in pairs:
            yield language, quote, source


def _all_pairs(group: str) -> list[tuple[str, str, str]]:
    return [pair for name in (*_FILES, *_in("valued")) for pair in _pairs(name, group)]


def _printed(group: str) -> list[tuple[str, str, str]]:
    return [pair for name in _in("printed") for pair in _pairs(name, group)]


def _stated(group: str) -> list[tuple[str, str, str]]:
    return [pair for name in _in("stated") for pair in _pairs(name, group)]


def _framed(group: str) -> list[tuple[str, str, str]]:
    return [("en", _read("framed")["words"], lead) for lead in _read("framed")[group]]


@pytest.mark.parametrize(("language", "words", "lead"), [*_leads("said"), *_framed("said")])
def test_words_that_their_sentence_turns_are_told(language: str, words: str, lead: str) -> None:
    check = _compared(words, lead.format(words), language)
    assert check.verdict is Verdict.VERBATIM
    assert not _TURNED.isdisjoint(check.cautions)


@pytest.mark.parametrize(("language", "words", "lead"), [*_leads("quiet"), *_framed("quiet")])
def test_words_that_it_does_not_turn_are_not(language: str, words: str, lead: str) -> None:
    check = _compared(words, lead.format(words), language)
    assert check.verdict is Verdict.VERBATIM
    assert _TURNED.isdisjoint(check.cautions)


@pytest.mark.parametrize(("language", "quote", "source"), _all_pairs("fair"))
def test_what_is_folded_or_marked_is_fair(language: str, quote: str, source: str) -> None:
    assert _compared(quote, source, language).verdict in _FAIR


def test_a_line_that_ends_with_a_hyphen_may_be_broken_off() -> None:
    source = "The host began. “But you said that you would-\nno, I never said that,” she shouted."
    for quote in ("But you said that you would", "no, I never said that"):
        check = verify_quote(quote, source)
        assert check.verdict is Verdict.VERBATIM
        assert source[check.start : check.end] == quote
    for quote in ("a well-known fact", "a wellknown fact"):
        assert verify_quote(quote, "It is a well-\nknown fact.").verdict in _FAIR


@pytest.mark.parametrize(("language", "quote", "source"), _all_pairs("style"))
def test_a_matter_of_style_weighs_no_more(language: str, quote: str, source: str) -> None:
    check = _compared(quote, source, language)
    assert check.verdict in (*_FAIR, Verdict.ALTERED)
    assert check.weight in (None, Weight.STYLE)


@pytest.mark.parametrize(
    ("language", "quote", "source"), [*_all_pairs("minor"), *_printed("faithful")]
)
def test_what_changes_little_is_not_serious(language: str, quote: str, source: str) -> None:
    check = _compared(quote, source, language)
    assert check.verdict in (*_FAIR, Verdict.ALTERED)
    assert check.weight is not Weight.SERIOUS


@pytest.mark.parametrize(("language", "quote", "source"), [*_pairs("printed/first", "cut")])
def test_a_word_that_takes_from_the_first_is_told(language: str, quote: str, source: str) -> None:
    check = _compared(quote, source, language)
    assert Caution.TURNED_BEFORE in check.cautions


@pytest.mark.parametrize(
    ("language", "quote", "source"), [*_all_pairs("serious"), *_printed("altered")]
)
def test_what_changes_the_sense_is_serious(language: str, quote: str, source: str) -> None:
    check = _compared(quote, source, language)
    is_told = not _GRAVE.isdisjoint(check.cautions)  # a mark owns up to the words, not to the sense
    assert is_told or check.verdict is Verdict.ABSENT or check.weight is Weight.SERIOUS


def _missing(statement: str, page: str, language: str) -> tuple[Missing, ...]:
    around = _AROUND[language]
    source = prepare(f"{around}\n{page}\n{around}")
    found = extract(read_article(statement.encode(), format="text"))
    return tuple(chain.from_iterable(missing_facts(each, [source]) for each in found))


@pytest.mark.parametrize(
    ("language", "statement", "page"), [*_pairs("figures", "there"), *_stated("supported")]
)
def test_a_figure_that_the_page_has_is_not_missing(
    language: str, statement: str, page: str
) -> None:
    # of dates only one that has another in its place is told
    missing = _missing(statement, page, language)
    assert not [m for m in missing if m.fact.kind in FIGURES or m.nearest]


@pytest.mark.parametrize(
    ("language", "statement", "page"), [*_pairs("figures", "missing"), *_stated("unsupported")]
)
def test_a_figure_that_it_lacks_is(language: str, statement: str, page: str) -> None:
    assert _missing(statement, page, language)
