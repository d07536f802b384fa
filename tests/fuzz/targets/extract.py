"""Plain text of an article → attributions: spans hold the words of the text."""

from audit import extract, read_article
from tests.fuzz.words import ARTICLE

WORDS = ARTICLE
RUNS = 400


def run(data: bytes) -> None:
    article = read_article(data, format="text")
    for one in extract(article):
        assert one.contents
        for span in (*one.contents, one.cue, one.speaker, one.outlet_span, one.via):
            assert span is None or article.text[span.start : span.end] == span.text
