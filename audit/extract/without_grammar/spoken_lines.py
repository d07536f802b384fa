"""Finds words without quotation marks in a paragraph that opens with a dash, as speech does.

'– Det small bara till, berättar grannen Gun Holmlund.' They end where a sign parts them from a
verb of saying; without one the dash may be a list's.
"""

import re
from collections.abc import Iterator, Sequence

from audit.extract.quotes import Quotation
from audit.extract.sentences import IN_WORD
from audit.languages.extraction.neighbours import words_of
from audit.model import Article, Block, BlockKind

_OPENS = re.compile(r"[—–―]\s?(?=[\w¿¡])")
_PARTED = re.compile(
    rf"(?:,|[!?…]|[,.!?…]?\s[—–])\s(?P<first>[^\W\d_]{IN_WORD}*)(?:\s(?P<second>[^\W\d_]{IN_WORD}*))?"
)
_LONGEST = 900  # characters of a line
_FEWEST = 2  # words that somebody says


def spoken_lines(
    article: Article, quotations: Sequence[Quotation], codes: Sequence[str]
) -> Iterator[Quotation]:
    """The words of such paragraphs, in any of these languages, where no marks hold any of them."""
    verbs = frozenset[str]().union(*(words_of("verbs", code) for code in codes))
    marked: dict[int, int] = {}  # where the first marks of a block stand
    for quotation in quotations:
        marked.setdefault(quotation.block, quotation.outer_start)
    for number, block in enumerate(article.blocks):
        if not verbs or block.kind is not BlockKind.PARAGRAPH:
            continue
        found = _spoken(article.text, block, number, verbs)
        if found is not None and found.end <= marked.get(number, block.end):
            yield found


def _spoken(text: str, block: Block, number: int, verbs: frozenset[str]) -> Quotation | None:
    opens = _OPENS.match(text, block.start, block.end)
    if opens is None:
        return None
    start = opens.end()
    for sign in _PARTED.finditer(text, start, min(block.end, start + _LONGEST)):
        first, second = sign["first"], sign["second"] or ""
        if first not in verbs and f"{first} {second}" not in verbs:
            continue
        end = sign.start() + (text[sign.start()] in "!?…")
        if len(text[start:end].split()) >= _FEWEST:
            return Quotation(block.start, start, end, end, number)
        return None
    return None
