"""Ties words to a document of the sentences before them: 'it says', 'The bulletin adds'."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from audit.extract.claims import Claim
from audit.extract.engine import Reading
from audit.extract.links.documents.named import Documents, link_text
from audit.extract.places import links_between
from audit.languages.common import among
from audit.languages.extraction.layout import layout
from audit.languages.extraction.linking import linking
from audit.model import Article, BlockKind, Span

_LONGEST_DOCUMENT = 3  # words of 'the same report'
_REACH = 40  # characters before a verb in which the word that stands there is looked for


class DocumentBefore:
    """The links of an article on documents, for words that stand behind them.

    ``places`` gives the numbers of the links between two offsets that say where words stand.
    """

    def __init__(
        self,
        article: Article,
        reading: Reading,
        language: str,
        documents: Documents,
        places: Callable[[int, int], Iterable[int]],
    ) -> None:
        self._article = article
        self._sentences = reading.sentences
        self._words = reading.words
        self._known = linking(language)
        self._there = layout(language).there
        self._documents = documents
        self._places = places

    def of(self, claim: Claim, reach: Sequence[tuple[int, int]]) -> list[int]:
        """The link on a document in the sentences before, where 'it' says the words.

        They are those of the paragraph, or, where it has no link so far, of the one before; 'it'
        that does not open its paragraph is of a thing there: 'She unfolded the sheet. It read'. A
        document by another name ('The bulletin adds') has the only address there.
        """
        named = claim.named
        if named is None or not reach:
            return []
        start, end = self._earlier(reach[0][0]), reach[0][0]
        if start <= named.start and named.end <= end:  # '[einen Brief](url). „…“, heißt es darin'
            places = self._places(named.start, named.end)
            own = [place for place in places if self._documents.is_on(place)]
            if own:
                return own[-1:]
        words = named.text.lower().split()
        if words[-1] in self._known.anaphors:
            start = max(start, self._opening(min(end, self._sentence_of(named))))
            found = [place for place in self._places(start, end) if self._documents.is_on(place)]
            return found[-1:] or self._documents.only_one(start, end)
        if (
            self._is_there(claim)
            or self._opens_there(end)
            or among(words[-1], self._known.possessives)
        ):
            return self._documents.only_one(start, end)  # 'L'organisme y voit', 'Her verdict:'
        if words[-1] in self._known.either:
            return self._of_subject_before(reach[0][0])
        bare = len(words) == 1 and bool(self._known.document_ends)  # 'laut Mitteilung'
        called = words[0] in self._known.definite or bare
        if not called or len(words) > _LONGEST_DOCUMENT:
            return []
        if not (among(words[-1], self._known.documents) or self._is_joined(words[-1])):
            return []
        found = self._documents.only_one(start, end)
        return [at for at in found if not bare or self._is_called(words[-1], at)]

    def _is_called(self, noun: str, number: int) -> bool:
        """Whether the sentence of a link names a document by a noun, or a verb that makes one.

        'Jahresbericht' before 'laut Bericht', '[teilte mit](url)' before 'laut Mitteilung'.
        """
        link = self._article.links[number]
        at = bisect_right(self._sentences, link.start, key=lambda each: each.tokens[0].start)
        told = (
            [token.low for token in self._sentences[at - 1].tokens if token.is_word] if at else []
        )
        if any(word.endswith(noun) or noun.endswith(word) for word in filter(self._is_noun, told)):
            return True
        on = set(link_text(self._article, link).lower().split())
        return any(
            noun in group.split() and not on.isdisjoint(group.split())
            for group in self._known.makes
        )

    def _is_noun(self, word: str) -> bool:
        return among(word, self._known.documents) or self._is_joined(word)

    def _is_joined(self, noun: str) -> bool:
        """Whether a joined noun names a document: 'die Pressemitteilung'."""
        return bool(self._known.document_ends) and noun.endswith(self._known.document_ends)

    def _opens_there(self, at: int) -> bool:
        """Whether the sentence at an offset opens with where its words stand: 'In it, Lee says'."""
        first, second, third, *_ = [
            *self._article.text[at : at + _REACH].lower().split(),
            "",
            "",
            "",
        ]
        leads = among(first, self._words.link_before) and second.endswith(",")
        return leads and second.rstrip(",") in self._known.anaphors and bool(third)

    def _is_there(self, claim: Claim) -> bool:
        """Whether a verb of saying has a word before it for where the words stand: 'y dénonce'."""
        if claim.cue is None:
            return False
        before = self._article.text[max(claim.cue.start - _REACH, 0) : claim.cue.start].split()
        return bool(before) and before[-1].lower() in self._there

    def _of_subject_before(self, at: int) -> list[int]:
        """The only link of the sentence before, where a document is its subject and 'he' is that.

        In languages in which a report is no 'it': 'Le rapport, [publié](url), est nuancé. Il juge'.
        """
        number = bisect_left(self._sentences, at, key=lambda each: each.tokens[0].start)
        if number == 0 or number >= len(self._sentences):
            return []
        before = self._sentences[number - 1]
        if before.block != self._sentences[number].block:
            return []
        found = self._documents.only_one(before.tokens[0].start, before.tokens[-1].end)
        return [at for at in found if self._documents.tells_of(self._article.links[at])]

    def _earlier(self, end: int) -> int:
        """Where the paragraph of an offset begins, or the one before if it has no link so far."""
        number = self._article.paragraph(end)
        if number is None:
            return end
        start = self._article.blocks[number - 1].start
        if number == 1 or links_between(self._article, start, end):
            return start
        above = self._article.blocks[number - 2]
        return above.start if above.kind is BlockKind.PARAGRAPH else start

    def _sentence_of(self, named: Span) -> int:
        """Where the sentence of a word begins."""
        at = bisect_right(self._sentences, named.start, key=lambda each: each.tokens[0].start)
        return self._sentences[at - 1].tokens[0].start if at else 0

    def _opening(self, at: int) -> int:
        """Where the paragraph of an offset begins, if words of it stand before."""
        number = self._article.paragraph(at)
        own = self._article.blocks[number - 1].start if number is not None else at
        return own if self._article.text[own:at].strip() else 0
