"""Takes what somebody calls a thing for no quotation: 'a piano that she calls “the box”'."""

from collections.abc import Iterable, Sequence

from audit.extract.claims import Claim
from audit.extract.sentences import Sentence, Token
from audit.languages.common import CommonWords
from audit.languages.extraction.layout import Layout
from audit.model import AttributionKind

_MOST_WORDS = 3
_REACH = 5  # tokens before the name in which its clause begins


def without_nicknames(
    claims: Iterable[Claim], sentences: Sequence[Sentence], words: CommonWords, set_out: Layout
) -> None:
    """Makes quoted words nobody's where a relative clause says with them what a thing is called.

    Whoever calls it so need not have said it anywhere; 'called the plan “a mess”' was said.
    """
    for claim in claims:
        if claim.kind is AttributionKind.MIXED and _is_nickname(claim, sentences, words, set_out):
            claim.kind = AttributionKind.UNATTRIBUTED
            claim.cue = claim.speaker = claim.meant = claim.carried = None
            claim.sentences = []


def _is_nickname(
    claim: Claim, sentences: Sequence[Sentence], words: CommonWords, set_out: Layout
) -> bool:
    if claim.cue is None or not claim.sentences or len(claim.contents) != 1:
        return False
    name = claim.contents[0]
    if claim.cue.text.lower() not in set_out.names or len(name.text.split()) > _MOST_WORDS:
        return False
    tokens = sentences[claim.sentences[0]].tokens
    at = next(
        (i for i, token in enumerate(tokens) if token.quote >= 0 and token.end >= name.end), 0
    )
    for index in range(at - 1, max(at - _REACH, 0), -1):
        token = tokens[index]
        if token.low in words.relative or token.low == "that":
            before, behind = tokens[index - 1], tokens[index + 1]
            if _is_article(tokens, index, words):
                continue
            if behind.start >= claim.cue.start:  # 'who calls the plan “a mess”'
                return False
            if claim.named is not None and claim.named.end <= token.start:
                return False  # the same with the verb last: 'Roth, der den Plan „tot“ nennt'
            noun = before.is_word or before.text == ","
            return noun and not (before.is_word and before.low in words.say)
    return False


def _is_article(tokens: Sequence[Token], index: int, words: CommonWords) -> bool:
    """Whether a word that looks like a relative pronoun is an article: 'von der Partei so genannt'.

    A clause would begin with the preposition, behind a comma.
    """
    if index < 2 or tokens[index - 1].low not in words.prepositions:
        return False
    return tokens[index].low in words.determiners and tokens[index - 2].text != ","
