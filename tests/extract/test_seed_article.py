"""The article of the fixtures gives the same attributions in all three formats, and no others."""

from pathlib import Path
from typing import NamedTuple

import pytest

from audit import extract, read_article

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"


class Row(NamedTuple):
    line: int
    words: tuple[tuple[str, str], ...]  # (first words, last words) of each part
    kind: str
    speaker: str | None
    outlet: str | None = None
    url: str | None = None


EXPECTED = [
    Row(6, (("positive message", "of the world."),), "mixed", "The Taliban"),
    Row(7, (("the Taliban’s brutal", "women and girls"),), "indirect", "human rights groups"),
    Row(
        10,
        (("a regime that is", "civil rights,"),),
        "mixed",
        "The Afghan Women’s Political Participation Network",
        "BBC",
    ),
    Row(12, (("a pragmatic, if cynical, move", "economic interests"),), "indirect", "analysts"),
    Row(
        13,
        (("Russia has begun", "media report."), ("The country’s reserves", "like lithium,…")),
        "post",
        "Anton Gerashchenko",
        None,
        "https://t.co/za6xO4qEPB",
    ),
    Row(13, (("Russia has begun", "mineral reserves"),), "indirect", "Russian media"),
    Row(
        16,
        (("Afghanistan has rare", "the Soviet day,"), ("Moscow officially", "for investments.")),
        "direct",
        "analyst Torek Farhadi",
        "CBS News",
    ),
    Row(17, (("Courageous Step", "Courageous Step"),), "unattributed", None),
    Row(
        18,
        (("We believe Russia’s", "of the world,"), ("We think some", "follow suit.")),
        "direct",
        "Taliban spokesperson Zabihullah Mujahid",
    ),
    Row(20, (("regrettable", "regrettable"),), "mixed", "former Afghan officials"),
    Row(20, (("a betrayal", "a betrayal"),), "indirect", "women’s rights groups"),
]


@pytest.mark.parametrize("suffix", ["html", "md", "txt"])
def test_the_article_gives_the_attributions_of_the_table_and_no_others(suffix: str) -> None:
    found = extract(read_article(ARTICLES / f"russia-taliban.{suffix}"))
    assert len(found) == len(EXPECTED)
    for attribution, row in zip(found, EXPECTED, strict=True):
        assert attribution.kind.value == row.kind
        assert (attribution.speaker.text if attribution.speaker else None) == row.speaker
        assert (attribution.outlet.name if attribution.outlet else None) == row.outlet
        assert attribution.url == row.url
        assert len(attribution.contents) == len(row.words)
        for span, (first, last) in zip(attribution.contents, row.words, strict=True):
            assert span.text.startswith(first)
            assert span.text.endswith(last)


def test_the_text_file_gives_the_lines_of_the_table() -> None:
    article = read_article(ARTICLES / "russia-taliban.txt")
    lines = [article.line(attribution.contents[0].start) for attribution in extract(article)]
    assert lines == [row.line for row in EXPECTED]


@pytest.mark.parametrize("suffix", ["html", "md"])
def test_lines_of_markup_are_those_of_the_file_on_which_the_passage_begins(suffix: str) -> None:
    path = ARTICLES / f"russia-taliban.{suffix}"
    article = read_article(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    for attribution in extract(article):
        for span in attribution.contents:
            number = article.line(span.start)
            assert number is not None
            assert span.text.split()[-1] in " ".join(lines[number - 1 : number + 2])
            assert span.text.split()[0].strip("‘’") in lines[number - 1].replace("&rsquo;", "’")


@pytest.mark.parametrize("suffix", ["html", "md", "txt"])
def test_the_post_tells_its_author_date_and_links(suffix: str) -> None:
    found = extract(read_article(ARTICLES / f"russia-taliban.{suffix}"))
    [post] = [attribution.post for attribution in found if attribution.post is not None]
    assert (post.author, post.handle, post.date) == (
        "Anton Gerashchenko",
        "@Gerashchenko_en",
        "2024-12-06",
    )
    assert post.truncated
    assert post.links == ("https://t.co/za6xO4qEPB",)
    assert post.media == ("pic.twitter.com/WQAyV6vBa4",)
    [inside] = [attribution for attribution in found if attribution.within is not None]
    assert inside.speaker is not None
    assert inside.speaker.text == "Russian media"
