"""An article in Text → blocks, links and the way back to its lines."""

from audit import read_article
from tests.fuzz.articles import assert_whole
from tests.fuzz.words import ARTICLE, MARKUP

WORDS = (*MARKUP, *ARTICLE)
RUNS = 3000


def run(data: bytes) -> None:
    assert_whole(read_article(data, format="text"))
