"""Ways to link a source that were written before they were tried: how many are read and tied right.

The floors may only rise; ``-s`` prints what is not. Both forms of a pattern have to be right.
"""

from pathlib import Path

import pytest

from audit import extract, read_article
from tests.extract.test_link_patterns import Pattern

TABLE = Path(__file__).with_name("more_patterns.txt")
FLOORS = {"first": 46, "second": 21}


def patterns() -> list[Pattern]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [Pattern(*line.split(" | ", 5)) for line in lines if line and line[0] != "#"]


def said_of(pattern: Pattern, form: str) -> list[tuple[str, str, str]]:
    source = pattern.markdown if form == "markdown" else pattern.html
    return [
        (
            " … ".join(span.text for span in attribution.contents),
            attribution.speaker.text if attribution.speaker else "-",
            attribution.url or "-",
        )
        for attribution in extract(read_article(source.encode(), format=form))
    ]


def is_right(pattern: Pattern, form: str) -> bool:
    wanted = pattern.words.removeprefix("~ ")
    speakers = pattern.speaker.split(" / ")
    return any(
        (wanted in words if wanted != pattern.words else words == wanted)
        and ("*" in speakers or speaker in speakers)
        and url == pattern.link
        for words, speaker, url in said_of(pattern, form)
    )


@pytest.mark.parametrize("half", FLOORS)
def test_as_many_patterns_as_before_give_words_speaker_and_link(
    half: str, capsys: pytest.CaptureFixture[str]
) -> None:
    of_half = [each for each in patterns() if each.half == half]
    wrong = [
        each for each in of_half if not all(is_right(each, form) for form in ("markdown", "html"))
    ]
    capsys.readouterr()
    print(f"{half}: {len(of_half) - len(wrong)} of {len(of_half)} right")
    for each in wrong:
        print(f"  {each.words} | {each.text}\n    {said_of(each, 'markdown')}")
    assert len(of_half) - len(wrong) >= FLOORS[half]
