"""Who says what in 120 passages of many kinds, end to end: speakers, names, and where words end."""

import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from audit.model import Attribution, AttributionKind
from tests.extract.said import attributions

_HERE = Path(__file__).parent
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "one", "i", "who", "-"})
_QUOTED = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED})
_STILL_WRONG = {
    # One of two ministers, and who reviewed a book whose writer was named before.
    "features.toml": [("you're overdue", "tie")],
    "newsrooms.toml": [("We nodded", "gaganpreet lund"), ("a triumph of", "bimpe osagie-trent")],
}
_WORD = re.compile(r"\w+(?:['’]\w+)*")


class _Read(NamedTuple):
    """Counts of speakers that are right, given to nobody's words, and missed; the wrong names."""

    right: int
    false: int
    missed: int
    wrong: list[tuple[str, str]]
    stated: int
    asked: int


def _passages(file: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((_HERE / file).read_text())["passage"]
    return found


def _plain(name: str | None) -> str:
    low = (name or "-").lower().removeprefix("the ").removeprefix("a ")
    return "-" if low in _PRONOUNS else low


def _shares(one: str, other: str) -> bool:
    return one.lower() in other.lower() or other.lower() in one.lower()


def _quoted(found: list[Attribution]) -> list[tuple[str, Attribution]]:
    return [
        (content.text, each)
        for each in found
        if each.kind in _QUOTED and each.speaker
        for content in each.contents
    ]


def _is_stated(found: list[Attribution], first: str, last: str, who: str) -> bool:
    """Whether a statement of somebody begins and ends with these words."""
    for each in found:
        said = " ".join(word for c in each.contents for word in _WORD.findall(c.text.lower()))
        bounds = said.startswith(_words(first)) and said.endswith(_words(last))
        speaker = each.speaker.text if each.speaker else ""
        if each.kind is not AttributionKind.DIRECT and bounds:
            return _shares(who, speaker) or _shares(who, each.speaker_name or "-")
    return False


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _read(file: str) -> _Read:
    right = false = missed = stated = asked = 0
    wrong: list[tuple[str, str]] = []
    for passage in _passages(file):
        all_of = list(attributions(passage["text"]))
        found = _quoted(all_of)
        may_be = tuple(passage.get("may_be_said", ()))
        expected = tuple(words for words, *_ in passage["said"])
        false += sum(not text.startswith(may_be + expected) for text, _ in found)
        for words, who, names, title in passage["said"]:
            said = next((each for text, each in found if text.startswith(words)), None)
            if said is None or said.speaker is None:
                missed += 1
                continue
            rightly = {_plain(each) for each in names.split("|")}
            name = _plain(said.speaker_name)
            written = said.speaker.text in names.split("|")  # 'her', shown as 'she'
            hit = written or _shares(who, said.speaker.text) or name in rightly - {"-"}
            right, false, missed = right + hit, false + (not hit), missed + (not hit)
            titled = not title or said.speaker_title in {title, None}
            if name != "-" and (name not in rightly or not titled):
                wrong.append((words, name))
        for first, last, who in passage.get("reports", ()):
            asked += 1
            stated += _is_stated(all_of, first, last, who)
    return _Read(right, false, missed, wrong, stated, asked)


@pytest.mark.parametrize(
    ("file", "precision", "recall", "unstated"),
    [
        ("many_kinds.toml", 0.93, 0.97, 1),
        ("fresh_many_kinds.toml", 0.97, 0.94, 1),
        ("last_many_kinds.toml", 0.96, 0.9, 1),
        ("who_says.toml", 0.98, 0.98, 1),
        ("fresh_who_says.toml", 0.99, 0.97, 3),
        ("last_who_says.toml", 0.95, 0.97, 0),
        ("sixty_kinds.toml", 0.98, 0.98, 2),
        ("thirty_kinds.toml", 0.98, 0.98, 2),
        ("newsrooms.toml", 0.98, 0.96, 5),
        ("later_newsrooms.toml", 1.0, 0.97, 0),
        ("features.toml", 0.98, 0.96, 1),
        ("fresh_features.toml", 1.0, 0.97, 0),
    ],
)
def test_who_says_what_in_passages_of_many_kinds(
    file: str, precision: float, recall: float, unstated: int
) -> None:
    read = _read(file)
    assert read.right / (read.right + read.false) >= precision
    assert read.right / (read.right + read.missed) >= recall
    assert read.wrong == _STILL_WRONG.get(file, [])
    assert read.asked - read.stated <= unstated
