"""Gives a statement that only points back the words it points to: 'That is according to Lee.'."""

from collections.abc import Iterable, Sequence

from audit.extract.claims import Claim, span
from audit.extract.english.quotations.clause import Parsed
from audit.languages.extraction.english_small_words import small_words
from audit.model import Article

_EDGES = " .!"


def point_back(
    article: Article, parsed: Sequence[Parsed], claims: Iterable[Claim], stated: Iterable[Claim]
) -> None:
    """Takes the sentence before for the words of each such statement, unless it is somebody's."""
    said = {number for claim in claims for number in claim.sentences}
    for claim in stated:
        [number, *_] = claim.sentences
        if not _points(claim) or number == 0 or number - 1 in said:
            continue
        before = parsed[number - 1]
        if before.block != parsed[number].block or any(each.quote >= 0 for each in before.tokens):
            continue
        start, end = before.tokens[0].start, before.tokens[-1].end
        words = article.text[start:end].rstrip(_EDGES)
        claim.contents = [span(article, start, start + len(words))]
        claim.sentences = [number - 1, number]


def _points(claim: Claim) -> bool:
    """Whether all words of a statement are such as 'That is', before 'according to'."""
    words = " ".join(part.text for part in claim.contents).lower().replace("’", "'").split()
    according = claim.cue is not None and claim.cue.text.lower() == "according to"
    return according and bool(words) and all(word in small_words().points_back for word in words)
