"""Finds the notes that only cite, and the sentence that each belongs to: '([Post](url))'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.extract.engine import Reading
from audit.extract.links.documents.named import is_written_out
from audit.extract.links.told_here import is_told_here
from audit.extract.outlets.gazetteer import is_listed, triggers
from audit.extract.outlets.mentions import find_mentions
from audit.extract.sentences import Sentence
from audit.extract.stretches import Stretches
from audit.languages.common import among
from audit.languages.extraction.layout import Layout
from audit.languages.extraction.linking import Linking
from audit.markup.addresses.url import host_of
from audit.model import Article, BlockKind, Link, LinkRole

_WIDEST = 120  # characters of brackets around a link
_LONGEST_CREDIT = 10  # tokens of a picture's
_LONGEST = 6  # words of a link that is a note by itself
_OPENS, _CLOSES = {"(": ")", "[": "]"}, {")": "(", "]": "["}
_WORD = re.compile(r"[^\W\d_]+(?:[-'’/&][^\W\d_]+)*")
_SHORT_NAME = 3  # words of what stands behind a dash
_DASHES = "-–—"
_ADDRESS_GAP = 4  # characters
_ENDS = (".", "!", "?", "…", "”", '"', "»", "“")  # of a sentence


@dataclass(frozen=True, slots=True)
class _Note:
    """A sentence that may only cite: how many words it has, a document's name, a dash in front.

    ``is_credit`` says that a word in front says what its links are: 'Source: ', 'H/T'; ``is_quote``
    that one does behind the credit of a picture: 'Photo: Lee. Quote via [X](url)'.
    """

    words: int
    has_document: bool
    has_dash: bool
    is_credit: bool
    is_quote: bool


class Citations:
    """The links of an article that stand in notes, by the place of the words before these."""

    def __init__(self, article: Article, reading: Reading, known: Linking, set_out: Layout) -> None:
        self._article = article
        self._words = reading.words
        self._known = known
        self._layout = set_out
        self._links = Stretches((link.start, link.end) for link in article.links)
        anchors: list[tuple[int, int]] = []
        for number, link in enumerate(article.links):
            is_source = link.role is LinkRole.SOURCE
            at = (self._in_brackets(number) or self._bare(number)) if is_source else None
            if at is not None:
                anchors.append((at, number))
        bracketed = {number for _, number in anchors}
        anchors += [pair for pair in self._alone(reading) if pair[1] not in bracketed]
        self._numbers = [number for _, number in anchors]
        self._anchors = Stretches((at, at + 1) for at, _ in anchors)

    def of(self, reach: Sequence[tuple[int, int]]) -> Iterator[int]:
        """The numbers of the links in the notes of some sentences."""
        for start, end in reach:
            for found in self._anchors.overlapping(start, end):
                yield self._numbers[found]

    def _in_brackets(self, number: int) -> int | None:
        """The offset before the brackets that hold a link and nothing but a citation, if any do."""
        text, link = self._article.text, self._article.links[number]
        block = self._article.paragraph(link.start)
        if block is None:
            return None
        first, last = self._article.blocks[block - 1].start, self._article.blocks[block - 1].end
        start = self._opening(text, max(first, link.start - _WIDEST), link.start)
        if start is None:
            return None
        closer = _OPENS[text[start]]
        end = text.find(closer, link.end, min(last, link.end + _WIDEST))
        written_out = is_written_out(text[link.start : link.end])
        if end < 0 or not self._only_cites(start + 1, end, named=written_out):
            return None
        before = start - 1
        while before >= first and text[before].isspace():
            before -= 1
        return before if before >= first else self._end_before(block - 1)

    def _bare(self, number: int) -> int | None:
        """The offset before an address that stands by itself behind a sentence, if one does.

        A link on the sign that ends a sentence is a note on it.
        """
        text, link = self._article.text, self._article.links[number]
        on = text[link.start : link.end].strip()
        if on and not _WORD.search(on) and on[-1] in _ENDS and link.start:
            return link.start - 1
        if not is_written_out(text[link.start : link.end]):
            return None
        block = self._article.paragraph(link.start)
        first = self._article.blocks[block - 1].start if block is not None else link.start
        before = text[max(first, link.start - _ADDRESS_GAP) : link.start].rstrip(" \n")
        if not before.endswith(_ENDS):
            return None
        return max(first, link.start - _ADDRESS_GAP) + len(before) - 1

    def _opening(self, text: str, first: int, at: int) -> int | None:
        """Where the brackets open that are open at an offset."""
        closed = 0
        for index in range(at - 1, first - 1, -1):
            if text[index] in _CLOSES:
                closed += 1
            elif text[index] in _OPENS:
                if not closed:
                    return index
                closed -= 1
        return None

    def _alone(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """The links of sentences that hold nothing else, each with the place of the words cited."""
        sentences = reading.sentences
        for index, sentence in enumerate(sentences):
            start, end = sentence.tokens[0].start, sentence.tokens[-1].end
            links = list(self._links.overlapping(start, end))
            behind = index > 0 and self._credits_picture(sentences[index - 1])
            if not links or not self._is_note(sentence, links, behind_picture=behind):
                continue
            before = self._cited_before(sentences, index)
            if before is not None and before.block == sentence.block:
                yield from ((before.tokens[-1].end - 1, number) for number in links)
            elif index + 1 < len(sentences) and sentences[index + 1].block == sentence.block:
                yield from ((sentences[index + 1].tokens[0].start, number) for number in links)
            elif (
                self._article.text[start] in _DASHES
                or self._follows_quote(sentence.block)
                or (self._is_credit(sentence) and self._quotes(before, sentence.block - 1))
            ):
                at = self._end_before(sentence.block)
                if at is not None:
                    yield from ((at, number) for number in links)

    def _cited_before(self, sentences: Sequence[Sentence], index: int) -> Sentence | None:
        """The sentence before a note, past the credit of a picture: 'Photo: Lee. Quote: [X]'."""
        at = index - 1
        while at > 0 and self._credits_picture(sentences[at]):
            at -= 1
        return sentences[at] if at >= 0 else None

    def _credits_picture(self, sentence: Sentence) -> bool:
        """Whether a sentence is the credit of a picture; 'M.' of a name in it is one as well."""
        tokens = sentence.tokens
        if len(tokens) > _LONGEST_CREDIT:
            return False
        return tokens[0].low in self._layout.pictures and any(
            token.text in {":", "/", "©"} or token.low == "by" for token in tokens[1:3]
        )

    def _is_note(self, sentence: Sentence, links: Sequence[int], *, behind_picture: bool) -> bool:
        """Whether a sentence only cites: by a word that says so, a document, or the site's name."""
        start, end = sentence.tokens[0].start, sentence.tokens[-1].end
        if not self._only_cites(start, end) or self._credits_picture(sentence):
            return False
        around = [word.lower() for word in _WORD.findall(self._article.text[start:end])]
        first = self._article.links[links[0]].start
        ahead = _WORD.findall(self._article.text[start : max(start, first)])
        note = _Note(
            len(around),
            any(word in self._known.documents for word in around),
            self._article.text[start] in _DASHES,
            bool(ahead) and ahead[0].lower() in self._layout.credits,
            bool(ahead) and behind_picture and ahead[0].lower() in self._known.citing,
        )
        return all(self._is_cited(self._article.links[each], sentence, note) for each in links)

    def _is_cited(self, link: Link, sentence: Sentence, note: _Note) -> bool:
        """Whether a link of a note says that it has what is cited."""
        on = self._article.text[link.start : link.end]
        words = _WORD.findall(on.lower())
        if link.role is not LinkRole.SOURCE or len(words) > _LONGEST:
            return False
        site = host_of(link.url).replace("-", "").replace(".", "")
        return self._cites_with(words, site, note) or self._is_outlet(on, link, sentence)

    def _is_outlet(self, on: str, link: Link, sentence: Sentence) -> bool:
        """Whether a link stands on an outlet's name and no more: '[Evening Star](url)'."""
        if is_listed(on.strip("[]()")):
            return True
        named = [token for token in sentence.tokens if link.start <= token.start < link.end]
        mentions = find_mentions(named, self._words)
        first = len(named) > 1 and named[0].low in self._words.determiners
        if [token.low in self._words.outlet_words for token in named[first:]] == [True]:
            return True  # 'The Courier'
        return bool(mentions) and mentions[0].start <= first and mentions[0].end == len(named)

    def _cites_with(self, words: Sequence[str], site: str, note: _Note) -> bool:
        """Whether the words of a link, in lower case, say that it has what is cited."""
        known = self._known
        if (note.is_credit or note.is_quote) and words:
            return True
        if words and "".join(words).replace("-", "").removeprefix("the") in site:
            return True
        if any(among(word, known.documents, self._words.link_on) for word in words):
            return True
        if any(among(word, triggers().reports) for word in words) and len(words) > 1:
            return True
        if words[:1] in (["http"], ["https"]):
            return note.words > len(words)  # 'Source: https://…'
        if note.has_dash and 0 < len(words) <= _SHORT_NAME:
            return True  # '— [Hansard](url)'
        in_full = all(word in known.citing for word in words)  # 'her letter [in full]'
        return note.has_document and in_full

    def _only_cites(self, start: int, end: int, *, named: bool = False) -> bool:
        """Whether a stretch has no words but those of links, and those that lead to a source.

        Beside an address that is written out they may be its name: '(The Pit, https://…)'.
        """
        text = self._article.text
        outside, at = [], start
        for number in self._links.overlapping(start, end):
            link = self._article.links[number]
            outside.append(text[at : max(link.start, at)])
            at = max(at, link.end)
        outside.append(text[at : max(end, at)])
        allowed = (
            triggers().reports,  # 'Das berichtet [die Zeit](url)'
            self._known.citing,
            self._words.determiners,
            self._words.times,
            self._known.documents,  # 'Read the full letter [here](url)'
        )
        words = [word for piece in outside for word in _WORD.findall(piece)]
        if named and any(among(word.lower(), self._known.documents) for word in words):
            return len(words) <= _LONGEST  # '(EMS annual report 2023, https://…)'
        return all(among(word.lower(), *allowed) or (named and word[0].isupper()) for word in words)

    def _is_credit(self, sentence: Sentence) -> bool:
        return sentence.tokens[0].low in self._layout.credits

    def _quotes(self, before: Sentence | None, block: int) -> bool:
        """Whether the paragraph above quotes in its last sentence and cites nothing itself.

        Behind any other, 'Source: [Atlas](url)' may be a picture's, of which the text has nothing.
        """
        if before is None or before.block != block:
            return False
        above = self._article.blocks[block]
        quotes = any(token.quote >= 0 for token in before.tokens)
        linked = next(self._links.overlapping(above.start, above.end), None) is not None
        start, end = before.tokens[0].start, before.tokens[-1].end
        told = is_told_here(self._article, start, end, ())
        return above.kind is BlockKind.PARAGRAPH and quotes and not (linked or told)

    def _follows_quote(self, block: int) -> bool:
        return block > 0 and self._article.blocks[block - 1].kind is BlockKind.QUOTE

    def _end_before(self, block: int) -> int | None:
        """The last offset of the block before one, by its index."""
        return self._article.blocks[block - 1].end - 1 if block > 0 else None
