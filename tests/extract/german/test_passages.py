"""German sentences with quoted words: who says them, or that nobody does."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from audit import extract, read_article
from audit.model import AttributionKind

FEWEST_RIGHT = 0.86
MOST_NAMES_SAID = 3  # of names in marks inside what somebody reports: 'teilte die Stadt mit'


def _speaker(text: str, words: str) -> str:
    """Who is given the words, empty where nobody is."""
    article = replace(read_article(text.encode(), format="text"), language="de")
    at = text.index(words)
    return next(
        (
            attribution.speaker.text
            for attribution in extract(article)
            if attribution.speaker is not None and attribution.kind is not AttributionKind.INDIRECT
            for content in attribution.contents
            if content.start <= at < content.end
        ),
        "",
    )


def _passages(name: str) -> list[list[str]]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    passages: list[list[str]] = tomllib.loads(text)["passages"]
    return passages


def _agrees(told: str, speaker: str) -> bool:
    """Whether at least half the shorter one's words are the other's; nobody is only nobody."""
    shared = set(told.split()) & set(speaker.split())
    return told == speaker or 2 * len(shared) >= min(len(told.split()), len(speaker.split())) > 0


@pytest.mark.parametrize(
    "name",
    [
        "passages.toml",
        "long_sentences.toml",
        "kinds.toml",
        "structure.toml",
        "in_context.toml",
        "leading.toml",
        "afterwards.toml",
        "by_kind_again.toml",
        "who_was_told.toml",
        "clauses_and_roles.toml",
        "two_groups.toml",
        "colons.toml",
    ],
)
def test_who_is_quoted_in_a_sentence(name: str) -> None:
    passages = _passages(name)
    found = [(row, _speaker(row[0], row[1])) for row in passages]
    false = [row for row in found if row[1] and not row[0][2]]
    right = [row for row in found if _agrees(row[1], row[0][2])]
    assert false == []
    assert len(right) >= FEWEST_RIGHT * len(passages), [row for row in found if row not in right]


def test_names_of_things_are_nobody_s_words() -> None:
    passages = _passages("names_in_marks.toml")
    said = [row[0] for row in passages if _speaker(row[0], row[1])]
    assert len(passages) == 40
    assert len(said) <= MOST_NAMES_SAID, said


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("„Das war nichts“, so einer der Ermittler.", "Das war", "einer der Ermittler"),
        ("Einer der Kläger nannte das Urteil „absurd“.", "absurd", "Einer der Kläger"),
        ("„Das war nichts“, sagte einer von ihnen.", "Das war", "einer von ihnen"),
        ("Keiner der Zeugen wollte von „blanker Angst“ sprechen.", "blanker", ""),
        ("Der Zeitung sagte Kern: „Wir warten noch immer darauf.“", "Wir warten", "Kern"),
        ("Der Frankfurter Rundschau sagte Kern, es sei „zu spät“.", "zu spät", "Kern"),
        ("Das Wetter am Abend: „Regen und Sturm im ganzen Land.“", "Regen", ""),
        ("Gegen den Vorwurf, er sei „gesteuert“, wehrt sich Roth.", "gesteuert", ""),
    ],
)
def test_case_and_number_tell_who_is_quoted(text: str, words: str, speaker: str) -> None:
    assert _speaker(text, words) == speaker
