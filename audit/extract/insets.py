"""Prepares quotations for languages that put the speaker inside the marks, or do without marks.

'«Мост готов, — сказал мэр. — Он открыт»', '« Le pont, a dit le maire, ouvrira »' and '—El puente —dijo
Ruiz— abrirá' are each cut into the words quoted and the reporter's words between them. Names in
quotation marks ('газета «Вести»') are taken out: nobody says them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.extract.phrasebook import Phrasebook
from audit.extract.quotes import Quotation
from audit.extract.told import outlet_called
from audit.model import Article, BlockKind

_WORD = re.compile(r"\w+")
_OPENERS = {
    "—": re.compile(r"(?:[,.!?…;:]\s{0,2}|\s)[—–-]\s?(?=\w)"),
    ",": re.compile(r"[,!?]\s(?=\w)"),
}
_CLOSERS = {
    "—": re.compile(r"[,.:]?\s?[—–](?:[,.;:]?\s|[,.;:]?(?=\w))|\s-\s"),
    ",": re.compile(r"[,:]\s|(?<![A-Z])\.\s|[!?;…]\s?"),
}
_OPENING_DASH = re.compile(r"[—–―]\s?(?=[\w¿¡«])")
_NOUN_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)\s{1,2}$")
_FEW_WORDS = 4  # what an inset begins with, its verb among them
_LONGEST_INSET = 160  # characters
_LONGEST_NAME = 4  # words
_REACH = 30  # characters before a quotation in which the noun of a name is looked for


def settle(
    article: Article, quotations: Sequence[Quotation], book: Phrasebook
) -> tuple[Quotation, ...]:
    """The quotations of an article as its language uses marks, in order.

    Linear in the length of the text.
    """
    spoken = [one for one in quotations if not _is_name(article.text, one, book)]
    if book.insets:
        spoken.extend(_dialogue(article, {one.block for one in spoken}, book))
    settled = [part for one in spoken for part in _parts(article.text, one, book)]
    return tuple(sorted(settled, key=lambda one: one.start))


def _dialogue(article: Article, taken: set[int], book: Phrasebook) -> Iterator[Quotation]:
    """Paragraphs that open with a dash and say in an inset who speaks."""
    for number, block in enumerate(article.blocks):
        if block.kind is not BlockKind.PARAGRAPH or number in taken:
            continue
        dash = _OPENING_DASH.match(article.text, block.start, block.end)
        if dash is None:
            continue
        inset = next(_insets(article.text, dash.end(), block.end, book), None)
        if inset is not None:
            yield Quotation(block.start, dash.end(), block.end, block.end, number)


def _is_name(text: str, quotation: Quotation, book: Phrasebook) -> bool:
    inner = text[quotation.start : min(quotation.end, quotation.start + _LONGEST_INSET)].split()
    if not 1 <= len(inner) <= _LONGEST_NAME or not inner[0][0].isupper():
        return False
    before = text[max(quotation.outer_start - _REACH, 0) : quotation.outer_start]
    noun = _NOUN_BEFORE.search(before)
    if noun is not None and noun.group(1).lower() in book.named:
        return True
    return outlet_called(" ".join(inner), book) is not None


def _parts(text: str, quotation: Quotation, book: Phrasebook) -> Iterator[Quotation]:
    """A quotation less its insets and the white space at the ends of its parts."""
    rest = quotation
    if book.insets:
        for start, end in _insets(text, quotation.start, quotation.end, book):
            yield from _trimmed(text, replace(rest, end=start, outer_end=start, runs_on=False))
            rest = replace(rest, outer_start=end, start=end)
    yield from _trimmed(text, rest)


def _trimmed(text: str, quotation: Quotation) -> Iterator[Quotation]:
    words = text[quotation.start : quotation.end]
    start = quotation.start + len(words) - len(words.lstrip())
    if words.strip():
        yield replace(quotation, start=start, end=start + len(words.strip()))


def _insets(text: str, start: int, end: int, book: Phrasebook) -> Iterator[tuple[int, int]]:
    """Where clauses of saying interrupt quoted words, their commas and dashes included."""
    at = start
    while (opener := _OPENERS[book.insets].search(text, at, end)) is not None:
        at = opener.end()
        if not _says(text, at, end, book):
            continue
        limit = min(end, at + _LONGEST_INSET)
        closer = _CLOSERS[book.insets].search(text, at, limit)
        if closer is not None and _names_on(text, closer, limit, book):
            closer = _CLOSERS[book.insets].search(text, closer.end(), limit)
        if closer is None and limit < end:
            continue
        at = closer.end() if closer is not None else end
        yield opener.start() + (text[opener.start()] in ",.!?…;:"), at


def _says(text: str, start: int, end: int, book: Phrasebook) -> bool:
    words = _WORD.findall(text[start : min(start + 60, end)].lower())[:_FEW_WORDS]
    for number, word in enumerate(words):
        if word in book.say:
            return number > 0 or not word.endswith(book.participle_ends or ("\0",))
        if not (
            word in book.passing
            or word in book.enclitics
            or word in book.elided
            or word in book.pronouns
            or word == "t"
        ):
            return False
    return False


def _names_on(text: str, closer: re.Match[str], limit: int, book: Phrasebook) -> bool:
    """Whether a name in apposition goes on with the clause: ', a dit le maire, Paul Roy, …'."""
    if book.insets != "," or closer.group() != ", ":
        return False
    words = text[closer.end() : limit].split(maxsplit=4)[:4]
    return len(words) > 1 and words[0][0].isupper() and words[1][0].isupper()
