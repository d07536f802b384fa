"""Everyday ways to link a source, in Markdown and HTML: words, speaker and link, from a table."""

import re
from html import escape
from pathlib import Path
from typing import NamedTuple

import pytest

from audit import extract, read_article

TABLE = Path(__file__).with_name("link_patterns.txt")
_LINK = re.compile(r"\[((?:\[\d+\]|[^\]])+)\]\((https?://[^)]+)\)")


class Pattern(NamedTuple):
    half: str
    language: str
    words: str
    speaker: str
    link: str
    text: str

    @property
    def markdown(self) -> str:
        return f"---\nlanguage: {self.language}\n---\n\n" + self.text.replace(" // ", "\n\n")

    @property
    def html(self) -> str:
        paragraphs = (
            _LINK.sub(lambda link: f'<a href="{link[2]}">{link[1]}</a>', escape(each, quote=False))
            for each in self.text.split(" // ")
        )
        body = "".join(f"<p>{each}</p>" for each in paragraphs)
        return f'<html lang="{self.language}"><body><article>{body}</article></body></html>'


def patterns() -> list[Pattern]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [Pattern(*line.split(" | ", 5)) for line in lines if line and line[0] != "#"]


def found(pattern: Pattern, form: str) -> set[tuple[str, str, str]]:
    source = pattern.markdown if form == "markdown" else pattern.html
    return {
        (
            " … ".join(span.text for span in attribution.contents),
            attribution.speaker.text if attribution.speaker else "",
            attribution.url or "-",
        )
        for attribution in extract(read_article(source.encode(), format=form))
    }


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.text[:70])
def test_a_pattern_gives_words_speaker_and_link(pattern: Pattern, form: str) -> None:
    assert (pattern.words, pattern.speaker, pattern.link) in found(pattern, form)


def test_the_table_is_large_enough_and_half_of_it_was_written_last() -> None:
    halves = [pattern.half for pattern in patterns()]
    assert min(halves.count("first"), halves.count("second")) >= 30
