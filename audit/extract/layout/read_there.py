"""Ties words that stand in a document named just before: 'heißt es darin', 'peut-on lire'."""

from collections.abc import Sequence

from audit.extract.claims import Claim, span
from audit.extract.engine import Reading
from audit.extract.layout.block_quotations.leading_up import LeadingUp
from audit.extract.sentences import Sentence
from audit.languages.extraction.layout import Layout
from audit.model import Article, AttributionKind, Span


def take_what_is_read_there(
    claims: Sequence[Claim],
    article: Article,
    reading: Reading,
    layout: Layout,
    leading: LeadingUp,
) -> None:
    """Gives words of nobody, in a sentence that says so, to the document and its link."""
    if not layout.read_there:
        return
    phrases = {phrase.replace("-", " ") for phrase in layout.read_there}  # tokens part 'lit-on'
    longest = max(len(phrase.split()) for phrase in phrases)
    for claim in claims:
        named = claim.named
        nobody = named.text.lower() in layout.there if named is not None else claim.cue is None
        if not nobody or len(set(claim.sentences)) != 1:
            continue  # 'on' is nobody in 'peut-on lire'
        number = claim.sentences[0]
        cue = _cue(article, reading.sentences[number], phrases, longest)
        if cue is None:
            continue
        document, url = leading.document_before(number)
        if url is None:
            continue
        claim.cited = (url,)
        if document is None:  # a link on a verb: '[schreibt sie](url). „…“, heißt es dort'
            continue
        if claim.kind is AttributionKind.UNATTRIBUTED:
            claim.kind = AttributionKind.MIXED
        claim.speaker, claim.cue = document, cue


def _cue(article: Article, sentence: Sentence, phrases: set[str], longest: int) -> Span | None:
    """Where a sentence says so outside its quotations."""
    words = [token for token in sentence.tokens if token.is_word or token.quote >= 0]
    for at in range(len(words)):
        for length in range(longest, 0, -1):
            part = words[at : at + length]
            if " ".join(token.low for token in part).replace("-", " ") in phrases:
                return span(article, part[0].start, part[-1].end)
    return None
