"""The name behind a speaker: 372 passages, most of them about pronouns."""

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from audit.model import AttributionKind
from tests.extract.said import attributions

_HERE = Path(__file__).parent


def _read(key: str, *files: str) -> list[dict[str, Any]]:
    return [each for file in files for each in tomllib.loads((_HERE / file).read_text())[key]]


PASSAGES = _read("passage", "names.toml", "more_names.toml", "fresh_names.toml")
MOST_WRONG = 3
LEAST_RIGHT = 0.97
LEAST_PRECISION = 0.9
LEAST_RECALL = 0.9
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "one"})


def _shown(text: str, quotation: str) -> str | None:
    """The name that an editor sees behind a quotation; None where it is a pronoun, or nobody."""
    [found] = [
        each
        for each in attributions(text)
        if each.kind is not AttributionKind.INDIRECT
        and any(content.text.startswith(quotation) for content in each.contents)
    ]
    name = found.speaker_name
    return None if name is None or name.lower() in _PRONOUNS else name


def _is_right(passage: dict[str, str], shown: str | None) -> bool:
    wanted = passage.get("name")
    if shown is None:
        return wanted is None or bool(passage.get("or_none"))
    return wanted is not None and shown.lower() == wanted.lower()


def test_names_are_right_or_left_open() -> None:
    shown = [_shown(passage["text"], passage["quotation"]) for passage in PASSAGES]
    wrong = [
        (passage["quotation"], name)
        for passage, name in zip(PASSAGES, shown, strict=True)
        if name is not None and not _is_right(passage, name)
    ]
    right = sum(map(_is_right, PASSAGES, shown))
    assert len(wrong) <= MOST_WRONG, wrong
    assert right >= LEAST_RIGHT * len(PASSAGES)


def _of_articles() -> list[tuple[str, str, frozenset[str]]]:
    """(quotation, the name shown in lower case or '-', the names that are right) of articles."""
    found: list[tuple[str, str, frozenset[str]]] = []
    for article in _read("article", "articles_of_names.toml"):
        read = attributions(article["text"])
        for quotation, names in article["said"]:
            shown = next(
                (
                    each.speaker_name
                    for each in read
                    if each.kind is not AttributionKind.INDIRECT
                    and any(content.text.startswith(quotation) for content in each.contents)
                ),
                None,
            )
            name = (shown or "-").lower()
            name = "-" if name in _PRONOUNS else name
            found.append((quotation, name, frozenset(names.lower().split("|"))))
    return found


def test_names_in_articles_are_right_or_left_open() -> None:
    read = _of_articles()
    wrong = [each for each in read if each[1] != "-" and each[1] not in each[2]]
    right = [
        each for each in read if each[1] in each[2] or (each[1] == "-" and each[2] & _PRONOUNS)
    ]
    assert not wrong
    assert len(right) >= LEAST_RIGHT * len(read)


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Prime Minister Anna Holt left. “Yes, it is done,” Holt said.", "Anna Holt", "Prime Minister"),
        ("“It is done,” Lands Minister Edo Prat said.", "Edo Prat", "Lands Minister"),
        ("“It is done,” said Detective Chief Inspector Mary Bay.", "Mary Bay", "Detective Chief Inspector"),
        ("“It is done,” Vice-President Anna Holt said.", "Anna Holt", "Vice-President"),
        ("“It is done,” said Lieutenant-Colonel Edo Prat.", "Edo Prat", "Lieutenant-Colonel"),
        ("“It is done,” said Education Under-Secretary Edo Prat.", "Edo Prat", "Education Under-Secretary"),
        ("“It is done,” said Edo Bishop-King.", "Edo Bishop-King", None),
        ("“It is done,” Anna Holt said.", "Anna Holt", None),
    ],
)  # fmt: skip
def test_titles_stand_apart_from_names(text: str, name: str, title: str | None) -> None:
    [found] = attributions(text)
    assert (found.speaker_name, found.speaker_title) == (name, title)


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("Anna Holt left. “It is all done now,” Holt said.", True),
        ("Anna Holt left. “It is all done now,” she said.", False),
        ("Anna Holt left the hall. “It is all done now.”", False),
    ],
)
def test_a_name_is_certain_only_where_the_text_has_it(text: str, certain: bool) -> None:  # noqa: FBT001
    found = attributions(text)[-1]
    assert (found.speaker_name, found.name_is_written) == ("Anna Holt", certain)


def _informal() -> list[tuple[str, list[tuple[str, str]], list[tuple[str, str]]]]:
    """(kind, who says what as the text has it, who says what as we read it) of informal texts.

    What may be somebody's or nobody's (``may_be_said``) is left out.
    """
    texts = _read("text", "informal.toml", "styles.toml", "fresh_styles.toml", "talk.toml")
    return [
        (
            text["kind"],
            [(words, speaker) for words, speaker in text["said"]],
            [
                (content.text, each.speaker.text)
                for each in attributions(text["text"])
                if each.kind in {AttributionKind.DIRECT, AttributionKind.MIXED} and each.speaker
                for content in each.contents
                if not content.text.startswith(tuple(text.get("may_be_said", ())))
            ],
        )
        for text in texts
    ]


def test_informal_texts_are_given_few_speakers_that_they_do_not_have() -> None:
    right = wrong = missed = 0
    for _, said, found in _informal():
        hits = [
            words
            for words, speaker in said
            if any(text.startswith(words) and _shares(who, speaker) for text, who in found)
        ]
        right += len(hits)
        missed += len(said) - len(hits)
        wrong += len(found) - len(hits)
    assert right / (right + wrong) >= LEAST_PRECISION
    assert right / (right + missed) >= LEAST_RECALL


def _shares(who: str, speaker: str) -> bool:
    return who.lower() in speaker.lower() or speaker.lower() in who.lower()


class _Read(NamedTuple):
    """How quotations were read: counts of speakers, of names shown, and the wrong names."""

    right: int
    false: int
    missed: int
    named: int
    wrong: list[tuple[str, str]]


def _read_passages() -> _Read:
    right = false = missed = named = 0
    wrong: list[tuple[str, str]] = []
    for passage in _read("passage", "news_and_talk.toml", "fresh_news_and_talk.toml"):
        found = [
            (content.text, each)
            for each in attributions(passage["text"])
            if each.kind in {AttributionKind.DIRECT, AttributionKind.MIXED} and each.speaker
            for content in each.contents
        ]
        said = [each for each in passage["said"] if each[1]]
        hits = 0
        for words, who, names, title in said:
            spoken = next((each for text, each in found if text.startswith(words)), None)
            if spoken is None or spoken.speaker is None:
                continue
            rightly = {each.lower() for each in names.split("|")}
            hits += any(_shares(each, spoken.speaker.text) for each in (who, *names.split("|")))
            name = (spoken.speaker_name or "-").lower()
            if name not in _PRONOUNS | {"-", "i"}:
                named += 1
                titled = not title or (spoken.speaker_title or "-") in title.split("|")
                if name not in rightly or not titled:
                    wrong.append((words, name))
        right, missed, false = right + hits, missed + len(said) - hits, false + len(found) - hits
    return _Read(right, false, missed, named, wrong)


def test_passages_of_many_manners_are_given_who_speaks_in_them() -> None:
    read = _read_passages()
    assert read.right / (read.right + read.false) >= 0.95
    assert read.right / (read.right + read.missed) >= 0.94
    assert len(read.wrong) <= MOST_WRONG, read.wrong
    assert read.named >= 140
