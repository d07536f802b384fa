"""What holds for any text: spans fit, paragraphs do not meddle, time is linear, nothing raises."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import extract, read_article
from audit.errors import ReadError

WORDS = st.sampled_from(
    [
        "Ann",
        "Lee",
        "said",
        "told",
        "the",
        "BBC",
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        "that",
        "according",
        "to",
        ",",
        ".",
        ";",
        ":",
        "?",
        "!",
        "…",
        "—",
        "(",
        ")",
        "who",
        "called",
        "it",
        "by",
        "as",
        "seen",
        "is",
        "officials",
        "and",
        "spokesman",
        "of",
        "for",
        "https://t.co/x",
        "pic.twitter.com/y",
        "@ann",
        "2025",
        "\n",
        "\n\n",
    ]
)
SOUP = st.lists(WORDS, max_size=80).map(" ".join)


@given(SOUP | st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_spans_lie_in_the_text_and_hold_its_words(text: str) -> None:
    try:
        article = read_article(text.encode("utf-8", "surrogatepass"), format="text")
    except ReadError:
        return
    for one in extract(article):
        for span in (*one.contents, one.cue, one.speaker, one.outlet_span, one.via):
            if span is not None:
                assert 0 <= span.start <= span.end <= len(article.text)
                assert article.text[span.start : span.end] == span.text
        assert one.contents


@given(SOUP)
@settings(max_examples=100, deadline=None)
def test_the_same_article_gives_the_same_attributions(text: str) -> None:
    try:
        article = read_article(text.encode(), format="text")
    except ReadError:
        return
    assert extract(article) == extract(article)


def test_an_unrelated_paragraph_changes_no_attribution_elsewhere() -> None:
    before = "“We will rebuild the bridge,” Anna Lindqvist said.\n\nOfficials said that it was old."
    after = f"{before}\n\nThe weather in the valley stays mild and dry until the weekend."
    short = extract(read_article(before.encode(), format="text"))
    longer = extract(read_article(after.encode(), format="text"))
    assert short == longer


HOSTILE = {
    "marks": '"',
    "open marks": "“",
    "single marks": " ‘a’",
    "nested marks": "“‘",
    "words without spaces": "word",
    "commas": "Ann, ",
    "brackets": "Ann (",
    "cues": "Ann said ",
    "names": "Ann Lee ",
    "colons": "a: ",
    "signatures": "— Ann (@ann) March 3, 2025 ",
    "short links": "https://t.co/x ",
    "of": "head of ",
    "by": "seen by ",
    "white space": "a \t ",
}


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_time_stays_linear_on_hostile_text(kind: str) -> None:
    def seconds(size: int) -> float:
        unit = HOSTILE[kind]
        article = read_article((unit * (size // len(unit)) + " end.").encode(), format="text")
        start = time.process_time()
        extract(article)
        return time.process_time() - start

    seconds(1_000)
    small, large = seconds(20_000), seconds(200_000)
    assert large < 30 * small + 0.3


@pytest.mark.parametrize(
    "text",
    [
        "“We will rebuild the bridge by spring,” Anna Lindqvist said. “It will be wider.”",
        "Anna Lindqvist called the plan “pure madness” on Tuesday.",
        "“It is over,” said Piet Moreau, who lives there. “We are leaving,” his wife added.",
        "The council said the bridge was “safe as houses” and would stay open.",
    ],
)
def test_british_marks_for_american_ones_change_no_speaker(text: str) -> None:
    british = text.replace("“", "‘").replace("”", "’")

    def said(words: str) -> list[tuple[str | None, str]]:
        found = extract(read_article(words.encode(), format="text"))
        return [(one.speaker_name, one.kind.value) for one in found]

    assert said(british) == said(text)
