"""Figures in what says whose words are beside, which are of no statement."""

import pytest

from tests.extract.said import attributions

_AT = "[the recording](https://vik.example/x)"


def _nobodys(text: str) -> list[str]:
    found = attributions(text, format="markdown")
    return [
        each.contents[0].text for each in found if each.kind.value == "indirect" and not each.cue
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"“It is over and done,” Ann Lee said at the 14:20 mark of {_AT}.",
        "“It is over and done,” Ann Lee ([interview](https://vik.example/x), 4 May 2022) said.",
        "In 2019, [Ann Lee told the Echo](https://vik.example/x) that it was “over and done”.",
        "[Lee (2021)](https://vik.example/x) writes that it was “over and done”.",
        "- “It is over and done.” – Mayor Ann Lee, 14 May ([Echo](https://vik.example/x))",
    ],
)
def test_where_and_when_somebody_spoke_is_no_statement(text: str) -> None:
    assert _nobodys(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A survey of 1,520 adults found that phones [are read in bed](https://vik.example/x).",
            "1,520 adults",
        ),
        ("Ann Lee, 58, told [Echo](https://vik.example/x) that it was “over”.", "58"),
        (
            "The advisory rates it 8.1 out of 10 and warns that it “[leaks](https://vik.example/x)”.",
            "8.1 out of 10",
        ),
        (
            "Just 3% of it came, [an audit found](https://vik.example/x); another 12% is lost.",
            "another 12% is lost",
        ),
    ],
)
def test_what_is_told_beside_the_words_is_one(text: str, told: str) -> None:
    [found] = _nobodys(text)
    assert told in found
    assert not found.startswith(",")
