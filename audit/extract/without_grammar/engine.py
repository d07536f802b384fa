"""Reads an article in a language of which no words are known."""

from collections.abc import Sequence

from audit.extract.claims import Carried, Claim, span
from audit.extract.engine import Reading
from audit.extract.quotes import Quotation, find_quotations
from audit.extract.sentences import sentences
from audit.extract.shared_sentences import Reach
from audit.extract.without_grammar.beside_verb import BesideVerb
from audit.extract.without_grammar.likely import likely_languages
from audit.extract.without_grammar.names import Names
from audit.extract.without_grammar.speakers import Signs
from audit.extract.without_grammar.spoken_lines import spoken_lines
from audit.extract.without_grammar.without_capitals import WithoutCapitals
from audit.languages.common import CommonWords
from audit.languages.schema import documented
from audit.model import Article, AttributionKind, Span

NO_WORDS = CommonWords(say={}, **{group: frozenset() for group in documented(CommonWords)})


class WithoutGrammar:
    """Finds quoted words, and their speakers only by signs or a verb beside a name."""

    def read(self, article: Article, *, without: frozenset[int]) -> Reading:
        """Reads an article but for the blocks with these numbers. There are no statements."""
        codes = likely_languages(article)
        marked = find_quotations(article)
        lines = spoken_lines(article, marked, codes)
        quotations = sorted((*marked, *lines), key=lambda words: words.start)
        names = Names(article)
        voices = _Voices(article, names, codes)
        read = list(sentences(article, quotations, NO_WORDS))
        numbers = {
            token.quote: number
            for number, sentence in enumerate(read)
            for token in sentence.tokens
            if token.quote >= 0
        }
        claims = [
            _claim(article, quotation, voices, numbers[index])
            for index, quotation in enumerate(quotations)
            if quotation.block not in without
            and index in numbers
            and article.text[quotation.start : quotation.end].strip()
        ]
        return Reading(
            claims=claims,
            sentences=read,
            speakers=names,
            outlets=_NoOutlets(),
            words=NO_WORDS,
            known_names=None,
            introduced=lambda _: None,
        )


class _Voices:
    """Who says the quotations of an article, by whatever shows it without grammar."""

    def __init__(self, article: Article, names: Names, codes: Sequence[str]) -> None:
        self._signs = Signs(article, codes)
        self._verbs = (BesideVerb(article, codes, names), WithoutCapitals(article, codes))

    def said(self, quotation: Quotation) -> tuple[Span | None, Span | None]:
        """The speaker of a quotation and the cue, None of either where nothing shows it."""
        speaker = self._signs.speaker_of(quotation)
        if speaker is not None:
            return speaker, None
        found = next((said for verbs in self._verbs if (said := verbs.said(quotation))), None)
        return found if found is not None else (None, None)


def _claim(article: Article, quotation: Quotation, voices: _Voices, number: int) -> Claim:
    speaker, cue = voices.said(quotation)
    kind = AttributionKind.DIRECT if speaker is not None else AttributionKind.UNATTRIBUTED
    words = span(article, quotation.start, quotation.end)
    return Claim(kind, [words], cue, speaker, quotation.block, [number])


class _NoOutlets:
    def of(self, claim: Claim, reach: Reach) -> Carried | None:  # noqa: ARG002 — as every engine's outlets
        """None: how an outlet is named as a source is not known."""
        return None
