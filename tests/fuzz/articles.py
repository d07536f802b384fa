"""What holds for every article that was read."""

from itertools import pairwise

from audit.model import Article


def assert_whole(article: Article) -> None:
    """Blocks are in order and lie in the text, as links do; every offset has a line where there are lines."""
    for block in article.blocks:
        assert 0 <= block.start <= block.end <= len(article.text)
    for earlier, other in pairwise(article.blocks):
        assert earlier.end <= other.start
    for link in article.links:
        assert 0 <= link.start <= link.end <= len(article.text)
    lines = [article.line(block.start) for block in article.blocks]
    assert article.origin is None or all(line is not None and line > 0 for line in lines)
