"""Finds the block quotations of an article: introduced, signed, set off alone, or prose.

A block quotation is set without quotation marks (Chicago Manual of Style, 13.9-13.10): its words
are what stands in it. It is introduced ('The court held:'), signed ('— Ann Lee, BBC'), or its
markup cites an address. A callout and an article that is set in a quotation for its looks are
prose.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit.extract.claims import span
from audit.extract.layout.block_quotations.signatures import Signature, Signatures
from audit.extract.places import links_between
from audit.extract.quotes import find_quotations
from audit.languages.common import CommonWords
from audit.languages.extraction.layout import Layout
from audit.model import Article, Block, BlockKind, BlockQuotation, Span

_WORD = re.compile(r"\w+")
_CALLOUT = re.compile(r"\[![^\W\d_]{2,20}\]")
_FIRST_WORDS = re.compile(
    r"\W{0,8}(?:[^\W\d_]\s)?([^\W\d_]{2,20}(?:[’';-][^\W\d_]{1,20})?)(?:,?\s\w{1,20}){0,3}\s?[:\n]"
)
_MAIL = re.compile(r"@|\d{1,2}[:.]\d\d")
_INTRODUCES = (":", "：")
_SENTENCE_ENDS = tuple(".?!…”\"»’')]")
_OPENERS, _CLOSERS = '“„«"»‹', '”“»"«›'
_FEWEST_REPEATED = 4  # words of a pull quote
_FEWEST_MARKED = 2  # of one in quotation marks
_MOST_REPEATED = 100  # block quotations that are looked for in the rest of the article
_FEWEST_BLOCKS = 3  # of an article that stands in a quotation as a whole
_WHOLE = 0.5  # the share of the text that such a quotation has
_LONGEST_NAME = 4  # words
_VERSES = 3  # lines of a poem
_LONGEST_VERSE = 60  # characters on average
_SAID = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION})


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A block quotation: its words, a span for each paragraph, and what is said of them.

    ``blocks`` are the numbers of all that belongs to it, the signature too. ``below`` is the number
    of the block that leads up to it. ``quiet``: an epigraph, a poem or e-mail, which nobody has to
    give a source for.
    """

    contents: tuple[Span, ...]
    blocks: frozenset[int]
    signature: Signature | None = None
    url: str | None = None
    below: int | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class BlockQuotes:
    """Those of an article that are read as a whole, and the numbers of all blocks they take up.

    ``repeated`` are blocks of pull quotes, whose words stand in the article already. ``prose`` are
    those of quotations whose sentences are read as the article's own are.
    """

    found: tuple[BlockQuote, ...]
    repeated: frozenset[int]
    prose: frozenset[int]

    @property
    def blocks(self) -> frozenset[int]:
        """The blocks that are not read as prose."""
        return self.repeated.union(*(quote.blocks for quote in self.found))


def find_block_quotes(
    article: Article, words: CommonWords, layout: Layout, *, taken: frozenset[int]
) -> BlockQuotes:
    """The block quotations of an article but for those in the blocks ``taken``, which are posts."""
    if all(block.kind is not BlockKind.QUOTE for block in article.blocks):
        return BlockQuotes((), frozenset(), frozenset())
    return _Finder(article, words, layout, taken).find()


class _Finder:
    def __init__(
        self, article: Article, words: CommonWords, layout: Layout, taken: frozenset[int]
    ) -> None:
        self._article = article
        self._layout = layout
        self._taken = taken
        self._signatures = Signatures(article, words, layout)
        self._markup = {quotation.group: quotation for quotation in article.quotations}
        self._marked = {quotation.block for quotation in find_quotations(article)}

    def find(self) -> BlockQuotes:
        groups = list(self._groups())
        inside = {number for numbers in groups for number in numbers}
        told = _folded(
            self._words_of(n) for n in range(len(self._article.blocks)) if n not in inside
        )
        found: list[BlockQuote] = []
        prose: set[int] = set()
        repeated: set[int] = set()
        before: set[str] = set()
        for looked_for, numbers in enumerate(groups):
            if self._is_callout(numbers[0]):
                continue
            quote = self._quote(numbers)
            if looked_for < _MOST_REPEATED and self._repeats(numbers, quote, told, before):
                repeated.update(numbers if quote is None else quote.blocks)
            elif quote is None:
                prose.update(numbers)
            elif quote.contents:
                found.append(quote)
        return BlockQuotes(tuple(found), frozenset(repeated), frozenset(prose))

    def _repeats(
        self, numbers: Sequence[int], quote: BlockQuote | None, told: str, before: set[str]
    ) -> bool:
        """Whether the words of a quotation stand in the article already; ``before`` gains them."""
        texts = (
            [words.text for words in quote.contents]
            if quote is not None
            else [self._words_of(number) for number in numbers]
        )
        if not texts:
            return False
        said = _folded(texts)
        in_marks = texts[0][:1] in _OPENERS or self._words_of(numbers[0])[:1] in _OPENERS
        fewest = _FEWEST_MARKED if in_marks else _FEWEST_REPEATED
        again = said in before or said in told
        before.add(said)
        return again and said.count(" ") > fewest

    def _groups(self) -> Iterator[Sequence[int]]:
        """The numbers of the blocks of each block quotation; without a group those side by side."""
        numbers: list[int] = []
        for number, block in enumerate(self._article.blocks):
            inside = block.kind is BlockKind.QUOTE and number not in self._taken
            if numbers and not (inside and self._group(numbers[-1]) == block.group):
                yield numbers
                numbers = []
            if inside:
                numbers.append(number)
        if numbers:
            yield numbers

    def _group(self, number: int) -> int | None:
        return self._article.blocks[number].group

    def _words_of(self, number: int) -> str:
        block = self._article.blocks[number]
        return self._article.text[block.start : block.end]

    def _is_callout(self, number: int) -> bool:
        """Whether a quotation whose first block this is opens as a callout does."""
        group = self._group(number)
        words = self._words_of(number)
        named = _FIRST_WORDS.match(words)
        aside = group in self._markup and self._markup[group].aside
        return aside or bool(
            _CALLOUT.match(words)
            or (named is not None and named[1].lower() in self._layout.callouts)
        )

    def _quote(self, numbers: Sequence[int]) -> BlockQuote | None:
        """The quotation of these blocks, None where its sentences are prose."""
        group = self._group(numbers[0])
        markup = self._markup.get(-1 if group is None else group) or BlockQuotation(-1)
        if self._is_whole_article(numbers):
            return None
        signature, behind = self._signature(numbers, markup)
        below = self._below(numbers[0])
        mailed = self._is_mail(numbers, markup, below)
        told = bool(signature or markup.url or below is not None or mailed)
        if not told and self._has_own_sources(numbers):
            return None
        end = signature.start if signature is not None else len(self._article.text)
        epigraph = signature is not None and below is None and self._starts_part(numbers[0])
        return BlockQuote(
            self._all_contents(numbers, end),
            frozenset((*numbers, *behind)),
            None if mailed else signature,
            markup.url or self._url_on(numbers),
            None if mailed else below,
            mailed or epigraph or self._is_verse(numbers),
        )

    def _has_own_sources(self, numbers: Sequence[int]) -> bool:
        """Whether quotations in marks or links stand in the sentences of a quotation."""
        quotes_others = not self._marked.isdisjoint(numbers)
        return quotes_others or any(self._linked_share(number) for number in numbers)

    def _starts_part(self, number: int) -> bool:
        """Whether a block opens the article or stands right under a heading, as epigraphs do."""
        return number == 0 or self._article.blocks[number - 1].kind is BlockKind.HEADING

    def _is_whole_article(self, numbers: Sequence[int]) -> bool:
        """Whether the article itself stands in the quotation, for its looks."""
        own = sum(len(self._words_of(number)) for number in numbers)
        return len(numbers) >= _FEWEST_BLOCKS and own > _WHOLE * len(self._article.text)

    def _signature(
        self, numbers: Sequence[int], markup: BlockQuotation
    ) -> tuple[Signature | None, tuple[int, ...]]:
        """Who signs, and the number of the block behind the quotation that does."""
        blocks = self._article.blocks
        if markup.signature is not None:
            return self._signatures.read(*markup.signature), ()
        closing = self._signatures.closing(blocks[numbers[-1]])
        if closing is not None and closing.start > blocks[numbers[0]].start:
            return closing, ()
        behind = numbers[-1] + 1
        if behind < len(blocks) and behind not in self._taken:
            whole = self._signatures.below(blocks[behind])
            if whole is not None:
                return whole, (behind,)
        return None, ()

    def _below(self, first: int) -> int | None:
        """The number of the block above a quotation, where that leads up to it."""
        above = first - 1
        if above < 0 or above in self._taken or self._article.blocks[above].kind not in _SAID:
            return None
        words = self._words_of(above).rstrip()
        leads = words.endswith(_INTRODUCES) or (
            not words.endswith(_SENTENCE_ENDS) and len(words.split()) > 1
        )
        return above if leads else None

    def _is_mail(self, numbers: Sequence[int], markup: BlockQuotation, below: int | None) -> bool:
        """Whether an answer to an e-mail is quoted: '> > ', 'On 3 May at 10:30, Ann wrote:'."""
        if markup.mailed or self._words_of(numbers[0]).startswith(">"):
            return True
        if below is None:
            return False
        above = self._words_of(below).rstrip()
        return above.endswith(":") and len(above) < 160 and bool(_MAIL.search(above))

    def _is_verse(self, numbers: Sequence[int]) -> bool:
        """Whether a paragraph is broken into short lines, as a poem, a recipe or an address is."""
        for number in numbers:
            lines = self._words_of(number).split("\n")
            if any(line.lstrip().startswith(">") for line in lines[1:]):
                continue  # wrapped by hand
            if len(lines) >= _VERSES and sum(map(len, lines)) / len(lines) <= _LONGEST_VERSE:
                return True
        return False

    def _all_contents(self, numbers: Sequence[int], end: int) -> tuple[Span, ...]:
        """The words of all paragraphs before the signature."""
        return tuple(
            words
            for number in numbers
            for words in self._contents(self._article.blocks[number], end)
            if words.text
        )

    def _contents(self, block: Block, end: int) -> Iterator[Span]:
        """The words of a block before the signature, without the marks around the whole of them."""
        text = self._article.text
        stop = min(block.end, end)
        if stop <= block.start:
            return
        lines = text[block.start : stop].split("\n")
        wrapped = any(line.lstrip().startswith(">") for line in lines[1:])
        if not wrapped:
            yield _unmarked(self._article, span(self._article, block.start, stop))
            return
        at = block.start
        for line in lines:
            bare = line.lstrip("> \t")
            yield span(self._article, at + len(line) - len(bare), at + len(line))
            at += len(line) + 1

    def _linked_share(self, number: int) -> float:
        block = self._article.blocks[number]
        links = links_between(self._article, block.start, block.end)
        return sum(link.end - link.start for link in links) / max(block.end - block.start, 1)

    def _url_on(self, numbers: Sequence[int]) -> str | None:
        """The address of a link on most of a paragraph's words."""
        for number in numbers:
            block = self._article.blocks[number]
            links = links_between(self._article, block.start, block.end)
            if len(links) == 1 and self._linked_share(number) > 0.5:
                return links[0].url
        return None


def signed_names(quotes: BlockQuotes) -> Mapping[str, str]:
    """The full names in signatures by their last word, where that stands for one of them."""
    full: dict[str, set[str]] = {}
    for quote in quotes.found:
        speaker = quote.signature.speaker if quote.signature is not None else None
        written = speaker.text.split() if speaker is not None else []
        if 1 < len(written) <= _LONGEST_NAME and all(word[0].isupper() for word in written):
            full.setdefault(written[-1], set()).add(" ".join(written))
    return {last: next(iter(names)) for last, names in full.items() if len(names) == 1}


def _folded(texts: Iterable[str]) -> str:
    """Words alone, so that those of a pull quote are found whatever stands around them."""
    words = (word.casefold() for text in texts for word in _WORD.findall(text))
    return f" {' '.join(words)} "


def _unmarked(article: Article, words: Span) -> Span:
    """Words without the quotation marks that hold all of them."""
    text = words.text
    if text[:1] not in _OPENERS or len(text) < 2:
        return words
    inner = text[1:]
    closed = sum(inner.count(mark) for mark in set(_CLOSERS) - {text[0]} | {text[0]})
    if closed > 1 or (closed and inner.rstrip(" .,")[-1:] not in _CLOSERS):
        return words
    end = words.end
    if closed:
        end -= len(inner) - len(inner.rstrip(" .,")) + 1
    return span(article, words.start + 1, end)
