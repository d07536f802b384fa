"""Joins the sentences of a German article again that an ordinal number parts: 'seines 100.'."""

from collections.abc import Sequence

from audit.extract.sentences import Sentence
from audit.languages.extraction.phrasebook import Phrasebook

_LONGEST_MENDED = 200  # tokens of a sentence to which what follows is joined


def mended(read: Sequence[Sentence], book: Phrasebook) -> list[Sentence]:
    """The sentences, one again where an ordinal number was taken for the end: 'seines 100.'."""
    whole_ones: list[Sentence] = []
    for sentence in read:
        last = whole_ones[-1] if whole_ones else None
        if last and last.block == sentence.block and _ends_in_ordinal(last, book):
            whole = [*last.tokens, *sentence.tokens]
            whole_ones[-1] = Sentence(whole, sentence.block)
        else:
            whole_ones.append(sentence)
    return whole_ones


def _ends_in_ordinal(sentence: Sentence, book: Phrasebook) -> bool:
    tokens = sentence.tokens
    if (
        not 3 <= len(tokens) < _LONGEST_MENDED
        or tokens[-1].text != "."
        or not tokens[-2].text.isdigit()
    ):
        return False
    before = tokens[-3].low
    return len(tokens[-2].text) < 4 and (
        before in book.determiners or before in book.article_inside
    )
