"""Ties what is cited to the words that it is cited for.

A mark stands right behind the words, behind who says them, or at the end of their sentence: there
it is for all that the sentence says since the mark before. A mark is tied to nothing rather than to
the wrong words.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from audit.extract.citations.marks import Mark, marks_of
from audit.extract.claims import Claim
from audit.extract.places import links_between
from audit.extract.sentences import Sentence
from audit.languages.extraction.linking import Linking
from audit.model import Article, AttributionKind, Span

_BETWEEN = " \t\n\u00a0.,;:!?…”’»«›“\"')]"  # between words and their mark
_CLOSES = ".!?…”’»«›“\"')]"  # behind the last word of a sentence
_REACH = 4  # characters
_LONGEST_DOCUMENT = 3  # words of 'the same report'


class Citations:
    """What an article cites for each of its claims."""

    def __init__(
        self,
        article: Article,
        claims: Sequence[Claim],
        sentences: Sequence[Sentence],
        known: Linking,
    ) -> None:
        self._article = article
        self._known = known
        self._marks = marks_of(article)
        self._at = [mark.at for mark in self._marks]
        self._tied: Mapping[int, list[Mark]] = {}
        if self._marks:
            self._tied = self._ties(claims, sentences)

    def of(self, claim: Claim) -> tuple[str, ...]:
        """The addresses that the article cites for a claim by marks, in the order of these."""
        marks = self._tied.get(id(claim), ())
        return tuple(dict.fromkeys(url for mark in marks for url in mark.addresses))

    def _ties(
        self, claims: Sequence[Claim], sentences: Sequence[Sentence]
    ) -> Mapping[int, list[Mark]]:
        tied = defaultdict[int, list[Mark]](list)
        in_sentence = defaultdict[int, list[Claim]](list)
        for claim in claims:
            own = list(self._own(claim))
            if own:
                tied[id(claim)] = own
            for number in dict.fromkeys(claim.sentences):
                in_sentence[number].append(claim)
        for number, saying in in_sentence.items():
            self._of_sentence(sentences[number], saying, tied)
        for claim in claims:
            if id(claim) not in tied and self._is_of_the_cited(claim):
                tied[id(claim)] += self._of_sentence_before(claim, sentences)
        return tied

    def _is_of_the_cited(self, claim: Claim) -> bool:
        """Whether what was just cited says the words: 'the authors', 'the paper', 'it'."""
        if claim.named is None or not claim.sentences or claim.carried is not None:
            return False
        words = claim.named.text.lower().split()
        if words[-1] in self._known.anaphors:
            return True
        document = words[-1] in self._known.documents
        return document and words[0] in self._known.definite and len(words) <= _LONGEST_DOCUMENT

    def _of_sentence_before(self, claim: Claim, sentences: Sequence[Sentence]) -> Sequence[Mark]:
        """The marks of the sentence before, where they cite one source and its own has none."""
        first = min(claim.sentences)
        if first == 0 or sentences[first - 1].block != sentences[first].block:
            return ()
        start, end = self._stretch(sentences[max(claim.sentences)])
        start = min(start, sentences[first].tokens[0].start)
        if links_between(self._article, start, end) or any(self._between(start + 1, end)):
            return ()
        marks = list(self._between(sentences[first - 1].tokens[0].start + 1, start))
        alone = len({mark.addresses for mark in marks}) == 1
        return marks[-1:] if alone and marks[-1].addresses else ()

    def _own(self, claim: Claim) -> Iterator[Mark]:
        """The marks among a claim's words or right behind them.

        A claim of no sentence stands beside what is cited: what is in brackets behind it is for it,
        a note may be for more.
        """
        for content in claim.contents:
            for mark in self._between(content.start + 1, self._behind(content.end)):
                beside = claim.kind is AttributionKind.INDIRECT and not claim.sentences
                if not beside or mark.in_brackets:
                    yield mark

    def _of_sentence(
        self, sentence: Sentence, saying: Sequence[Claim], tied: dict[int, list[Mark]]
    ) -> None:
        """Ties the marks of a sentence to what it says that has none of its own."""
        start, end = self._stretch(sentence)
        marks = list(self._between(start + 1, end))
        if not marks:
            return
        owned = {id(mark) for claim in saying for mark in tied.get(id(claim), ())}
        last = marks[-1].at
        at_the_end = [mark for mark in marks if mark.at == last]
        ends = self._is_end(last, end)
        for claim in saying:
            if tied.get(id(claim)):
                continue
            beside = [
                mark for mark in marks if id(mark) not in owned and self._is_beside(claim, mark)
            ]
            if beside:
                tied[id(claim)] = beside
            elif (ends and self._covers(claim, at_the_end[0], marks)) or (
                len(saying) == 1 and not owned and marks[0].at == last
            ):
                tied[id(claim)] = at_the_end

    def _stretch(self, sentence: Sentence) -> tuple[int, int]:
        """From where a sentence begins to behind its last sign, a mark behind which is its own."""
        block = self._article.blocks[sentence.block]
        end = sentence.tokens[-1].end
        while end < block.end and self._article.text[end] in _CLOSES:
            end += 1
        return sentence.tokens[0].start, end

    def _is_end(self, at: int, end: int) -> bool:
        return not self._article.text[at:end].strip(_BETWEEN)

    def _is_beside(self, claim: Claim, mark: Mark) -> bool:
        """Whether a mark stands right behind who says the words, or behind the verb of saying."""
        spans: tuple[Span | None, ...] = (claim.speaker, claim.cue)
        return any(
            span is not None and span.end <= mark.at <= self._behind(span.end) for span in spans
        )

    def _covers(self, claim: Claim, mark: Mark, marks: Sequence[Mark]) -> bool:
        """Whether the mark at the end is for a claim: no other mark stands between the two."""
        words = claim.contents[-1].end
        return not any(words <= other.at < mark.at for other in marks)

    def _behind(self, end: int) -> int:
        """Behind the signs that follow words, up to which a mark stands right behind them."""
        text = self._article.text
        reach = end
        while reach < min(end + _REACH, len(text)) and text[reach] in _BETWEEN:
            reach += 1
        return reach

    def _between(self, start: int, end: int) -> Iterator[Mark]:
        """The marks from ``start`` up to and with ``end``."""
        for number in range(bisect_left(self._at, start), bisect_right(self._at, end)):
            yield self._marks[number]
