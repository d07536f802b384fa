"""The same value in another spelling is never an accusation; another value always is one."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit import verify_quote
from audit.model import Verdict, Weight

_PAIRS, _MORE = (
    tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))
    for name in ("pairs", "more_pairs")
)
_FRAMES = {
    "en": (
        "We will talk about {} with the people of the harbour tomorrow",
        "They know that we want {}",
    ),
    "de": ("Wir werden in der Stadt über {} mit den Leuten am Hafen sprechen", "Das ist nicht {}"),
    "es": ("Vamos a hablar en la ciudad de {} con la gente del puerto", "Lo que se quiere es {}"),
    "fr": (
        "Nous allons parler dans la ville de {} avec les gens du port",
        "Ce que nous voulons est {}",
    ),
    "pt": ("Vamos falar na cidade de {} com as pessoas do porto", "O que se quer é {}"),
    "it": ("Domani parleremo in città di {} con la gente del porto", "Quello che vogliamo è {}"),
    "nl": ("Wij zullen in de stad over {} met de mensen van de haven praten", "Dat wil men: {}"),
    "ru": ("Завтра мы будем говорить о том, что {} есть у людей порта", "Мы хотим, чтобы было {}"),
}
_AROUND = {
    "en": "The council met on Monday to look at the winter and the boats that were lost in it.",
    "de": "Der Rat hat sich am Montag mit dem Winter und mit den Booten, die er gekostet hat, befasst.",
    "es": "El consejo se reunió el lunes para hablar del invierno y de los barcos que se perdieron en él.",
    "fr": "Le conseil s'est réuni lundi pour parler de l'hiver et des bateaux qui ont été perdus dans la nuit.",
    "it": "Il consiglio si è riunito lunedì per parlare dell'inverno e delle barche che si sono perse.",
    "nl": "De raad kwam maandag bijeen om over de winter te praten en over de boten die er niet meer zijn.",
    "ru": "Совет собрался в понедельник, чтобы поговорить о зиме и о том, что было с лодками.",
    "pt": "O conselho reuniu-se na segunda para falar do inverno e dos barcos que se perderam com ele.",
}


def _cases(group: str) -> Iterator[tuple[str, str, str, str]]:
    for language, pairs in (*_PAIRS[group].items(), *_MORE[group].items()):
        for ours, theirs in pairs:
            for frame in _FRAMES[language]:
                yield language, frame, ours, theirs


def _compared(language: str, frame: str, ours: str, theirs: str) -> tuple[Verdict, Weight | None]:
    around = _AROUND[language]
    check = verify_quote(
        frame.format(ours), f"{around} “{frame.format(theirs)},” she said. {around}"
    )
    return check.verdict, check.weight


def test_there_are_sixty_pairs_of_each() -> None:
    for group in ("same", "near"):
        assert sum(map(len, _PAIRS[group].values())) >= 60
        assert sum(map(len, _MORE[group].values())) >= 90


@pytest.mark.parametrize(("language", "frame", "ours", "theirs"), [*_cases("same")])
def test_another_spelling_is_no_accusation(
    language: str, frame: str, ours: str, theirs: str
) -> None:
    for quoted, other in ((ours, theirs), (theirs, ours)):
        verdict, weight = _compared(language, frame, quoted, other)
        assert verdict is not Verdict.ABSENT
        assert weight in (None, Weight.STYLE)


@pytest.mark.parametrize(("language", "frame", "ours", "theirs"), [*_cases("near")])
def test_another_value_is_serious(language: str, frame: str, ours: str, theirs: str) -> None:
    for quoted, other in ((ours, theirs), (theirs, ours)):
        verdict, weight = _compared(language, frame, quoted, other)
        # of a short quotation, a figure of several words may be too much to find its passage
        short = frame == _FRAMES[language][1] and verdict is Verdict.ABSENT
        assert short or (verdict, weight) == (Verdict.ALTERED, Weight.SERIOUS)
