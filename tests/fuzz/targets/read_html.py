"""An article in Html → blocks, links and the way back to its lines."""

from audit import read_article
from tests.fuzz.articles import assert_whole
from tests.fuzz.words import ARTICLE, MARKUP

WORDS = (*MARKUP, *ARTICLE)
RUNS = 1500


def run(data: bytes) -> None:
    assert_whole(read_article(data, format="html"))
