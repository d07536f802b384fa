"""Plain text of an article → attributions: spans hold the words of the text."""

import tests.fuzz.engines  # noqa: F401 — to be instrumented before the first input
from audit import extract, read_article
from tests.fuzz.words import ARTICLE

WORDS = ARTICLE
RUNS = 400


def run(data: bytes) -> None:
    article = read_article(data, format="text")
    for attribution in extract(article):
        assert attribution.contents
        for span in (
            *attribution.contents,
            attribution.cue,
            attribution.speaker,
            attribution.outlet_span,
            attribution.via,
        ):
            assert span is None or article.text[span.start : span.end] == span.text
