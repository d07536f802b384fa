"""Reads an article in a language of which no words are known."""

from audit.extract.claims import Carried, Claim, span
from audit.extract.engine import Reading
from audit.extract.quotes import Quotation, find_quotations
from audit.extract.sentences import sentences
from audit.extract.without_grammar.speakers import Signs
from audit.languages.common import CommonWords
from audit.languages.schema import documented
from audit.model import Article, AttributionKind, Span

NO_WORDS = CommonWords(say={}, **{group: frozenset() for group in documented(CommonWords)})


class WithoutGrammar:
    """Finds quoted words, and their speakers only by a colon or a dash beside a name."""

    def read(self, article: Article, *, without: frozenset[int]) -> Reading:
        """Reads an article but for the blocks with these numbers. There are no statements."""
        quotations = find_quotations(article)
        signs = Signs(article)
        read = list(sentences(article, quotations, NO_WORDS))
        numbers = {
            token.quote: number
            for number, sentence in enumerate(read)
            for token in sentence.tokens
            if token.quote >= 0
        }
        claims = [
            _claim(article, quotation, signs, numbers[index])
            for index, quotation in enumerate(quotations)
            if quotation.block not in without
            and index in numbers
            and article.text[quotation.start : quotation.end].strip()
        ]
        return Reading(
            claims=claims,
            sentences=read,
            speakers=_AsNamed(),
            outlets=_NoOutlets(),
            words=NO_WORDS,
            known_names=None,
            introduced=lambda _: None,
        )


def _claim(article: Article, quotation: Quotation, signs: Signs, number: int) -> Claim:
    speaker = signs.speaker_of(quotation)
    kind = AttributionKind.DIRECT if speaker is not None else AttributionKind.UNATTRIBUTED
    words = span(article, quotation.start, quotation.end)
    return Claim(kind, [words], None, speaker, quotation.block, [number])


class _AsNamed:
    def resolve(self, speaker: Span) -> str:
        """The name as it stands: how it is declined is not known."""
        return speaker.text


class _NoOutlets:
    def of(self, claim: Claim) -> Carried | None:  # noqa: ARG002 — as every engine's outlets
        """None: how an outlet is named as a source is not known."""
        return None
