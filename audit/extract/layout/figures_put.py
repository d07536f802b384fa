"""Finds how much somebody says a thing is: 'She put the cost at £4m', 'bezifferte er auf 3 Mio.'.

The figure stands behind a verb that does nothing else, and a word such as 'at'. Who says it stands
before the verb, or right behind it; where that is in doubt, there is no statement.
"""

from collections.abc import Iterator, Sequence

from audit.extract.claims import Claim, span
from audit.extract.engine import Reading
from audit.extract.layout.figures import has_figure
from audit.extract.sentences import Sentence, Token
from audit.languages.common import among
from audit.languages.extraction.layout import Layout
from audit.languages.extraction.linking import Linking
from audit.model import Article, AttributionKind, Span

_LONGEST_SUBJECT = 6  # tokens
_LONGEST_OBJECT = 16  # tokens from the verb to its figure
_BEFORE_FIGURE = 3  # tokens of 'at more than'
_BREAKS = frozenset(",;:()—–")
_EDGES = " \t\n\u00a0.,;:!?…"


def figures_put(
    article: Article,
    reading: Reading,
    known: tuple[Layout, Linking],
    claims: Sequence[Claim],
) -> Iterator[Claim]:
    """A statement for each such verb that no claim has for its cue or has words around."""
    layout, linking = known
    if not layout.puts_at:
        return
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        for number in claim.sentences:
            by_sentence.setdefault(number, []).append(claim)
    for number, sentence in enumerate(reading.sentences):
        for at, token in enumerate(sentence.tokens):
            if token.low not in layout.puts or token.quote >= 0:
                continue
            end = _figure_ends(sentence.tokens, at, layout)
            said = by_sentence.get(number, ())
            if end is None or any(_holds(claim, token) for claim in said):
                continue
            subject = _goes_on(sentence.tokens, at, said, reading) or _subject(
                sentence.tokens, at, reading, object_first=bool(linking.particles)
            )
            if subject is not None:
                yield _claim(article, sentence, number, (at, end), subject)
                break


def _claim(
    article: Article,
    sentence: Sentence,
    number: int,
    put: tuple[int, int],
    subject: Claim | tuple[int, int],
) -> Claim:
    """The statement: the clause around the verb, from the break before it to the figure's."""
    tokens, (at, end) = sentence.tokens, put
    begins = at
    while begins and not isinstance(subject, Claim) and not _breaks(tokens, begins - 1):
        begins -= 1
    while end < len(tokens) and not _breaks(tokens, end):
        end += 1
    words = article.text[tokens[begins].start : tokens[end - 1].end].rstrip(_EDGES)
    content = span(article, tokens[begins].start, tokens[begins].start + len(words))
    cue = Span(tokens[at].start, tokens[at].end, tokens[at].text)
    if isinstance(subject, Claim):
        named, meant = subject.speaker, subject.meant
    else:
        meant = None
        named = span(article, tokens[subject[0]].start, tokens[subject[1] - 1].end)
    return Claim(
        AttributionKind.INDIRECT, [content], cue, named, sentence.block, [number], meant=meant
    )


def _breaks(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause ends at a token; the comma of '12,000' ends none."""
    token = tokens[at]
    beside = tokens[at + 1 : at + 2]
    inside = token.text == "," and beside and beside[0].start == token.end
    return token.quote >= 0 or (token.text in _BREAKS and not inside)


def _figure_ends(tokens: Sequence[Token], at: int, layout: Layout) -> int | None:
    """Behind the figure of a verb of its clause, None where it has none."""
    for number in range(at + 1, min(at + _LONGEST_OBJECT, len(tokens))):
        token = tokens[number]
        if _breaks(tokens, number):
            return None
        if token.low in layout.puts_at:
            behind = tokens[number + 1 : number + 1 + _BEFORE_FIGURE]
            for far, each in enumerate(behind, number + 2):
                beside = " ".join(part.text for part in tokens[far - 1 : far + 1])
                if has_figure(each.text) or (each.text[0].isdigit() and has_figure(beside)):
                    return far
    return None


def _holds(claim: Claim, verb: Token) -> bool:
    """Whether a verb is a claim's cue, or stands in its words."""
    spans = (*claim.contents, *((claim.cue,) if claim.cue is not None else ()))
    return any(each.start <= verb.start < each.end for each in spans)


def _goes_on(
    tokens: Sequence[Token], at: int, said: Sequence[Claim], reading: Reading
) -> Claim | None:
    """Whose words just stood there, where the verb goes on with them: '… “fair”, and puts it'."""
    if not at or not among(tokens[at - 1].low, reading.words.conjunctions):
        return None
    before = [
        claim
        for claim in said
        if claim.speaker is not None and claim.cue is not None and claim.cue.end <= tokens[at].start
    ]
    return before[-1] if before else None


def _subject(
    tokens: Sequence[Token], at: int, reading: Reading, *, object_first: bool
) -> tuple[int, int] | None:
    """The tokens that name who puts the figure: 'The council put', 'bezifferte er'.

    Where an object may stand first ('Den Schaden bezifferte …'), a noun before the verb tells of
    nobody.
    """
    words = reading.words
    first = at
    while first and not _breaks(tokens, first - 1):
        first -= 1
    while first < at and among(tokens[first].low, words.conjunctions):
        first += 1
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is not None and behind.low in words.pronouns:
        return at + 1, at + 2
    before = tokens[first:at]
    if len(before) == 1 and before[0].low in words.pronouns:
        return first, at
    if not 0 < len(before) <= _LONGEST_SUBJECT:
        return None
    if before[0].low in words.determiners:
        return (first, at) if not object_first and len(before) > 1 else None
    return (first, at) if all(token.is_name for token in before) else None
