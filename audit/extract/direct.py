"""Ties each quotation to the cue and the speaker that its sentence gives it."""

from collections.abc import Sequence
from typing import NamedTuple

from audit.extract.claims import Claim, span
from audit.extract.cues import Cue, CueKind
from audit.extract.lexicon import Lexicon
from audit.extract.passives import Agent
from audit.extract.phrases import Phrase
from audit.extract.quotes import Quotation
from audit.extract.sentences import Sentence, Token
from audit.model import Article, AttributionKind, BlockKind, Span

_FEW_WORDS = 5  # fewer in quotation marks without a cue may be a title or a scare quote


class Parsed(NamedTuple):
    """A sentence with its cues and the agents of its passives."""

    sentence: Sentence
    cues: list[Cue]
    agents: list[Agent]


class _Tie(NamedTuple):
    cue: Cue
    subject: Phrase


def attribute_quotations(
    article: Article,
    quotations: Sequence[Quotation],
    parsed: Sequence[Parsed],
    words: Lexicon,
) -> list[Claim]:
    """A claim for every quotation, in order; parts of one statement share a claim."""
    claims: list[Claim] = []
    run_on: Claim | None = None  # the claim of a quotation that goes on in the next block
    for number, one in enumerate(parsed):
        tokens = one.sentence.tokens
        alone = _stands_alone(tokens)
        here: dict[tuple[int, int], Claim] = {}
        for index, token in enumerate(tokens):
            if token.quote < 0:
                continue
            quotation = quotations[token.quote]
            words_in = span(article, quotation.start, quotation.end)
            if not words_in.text:
                continue
            claim = _continued(claims, run_on, one, number, index) if alone else None
            if claim is None:
                claim = _tied(article, one, index, words, here)
            if claim is None:
                claim = _untied(article, claims, one, number, words_in, alone=alone)
            if not claim.contents:
                claims.append(claim)
            claim.contents.append(words_in)
            claim.sentences.append(number)
            if claim.kind is AttributionKind.MIXED and _is_direct(tokens, index):
                claim.kind = AttributionKind.DIRECT
            run_on = claim if quotation.runs_on else None
    return claims


def _continued(
    claims: list[Claim], run_on: Claim | None, one: Parsed, number: int, index: int
) -> Claim | None:
    """The claim that a quotation standing alone goes on with: '“…,” he said. “…”'."""
    if not claims:
        return None
    last = claims[-1]
    if run_on is not None and index == 0:
        return run_on
    same_block = last.block == one.sentence.block
    adjacent = last.sentences[-1] in {number, number - 1}
    if same_block and adjacent and last.kind is AttributionKind.DIRECT and last.speaker:
        return last
    return None


def _stands_alone(tokens: list[Token]) -> bool:
    return all(token.quote >= 0 or not token.is_word for token in tokens)


def _tied(
    article: Article,
    one: Parsed,
    index: int,
    words: Lexicon,
    here: dict[tuple[int, int], Claim],
) -> Claim | None:
    tokens = one.sentence.tokens
    tie = (
        _agent(one.agents, index)
        or _right_after(tokens, one.cues, index)
        or _right_before(tokens, one.cues, index, words)
        or _closing(tokens, one.cues, index)
        or _before(one.cues, index)
    )
    if tie is None:
        return None
    key = (tie.cue.start, tie.subject.start)
    if key not in here:
        here[key] = Claim(
            AttributionKind.MIXED,
            [],
            _tokens_span(article, tokens, tie.cue.start, tie.cue.end),
            _tokens_span(article, tokens, tie.subject.start, tie.subject.end),
            one.sentence.block,
        )
    return here[key]


def _tokens_span(article: Article, tokens: list[Token], start: int, end: int) -> Span:
    return span(article, tokens[start].start, tokens[end - 1].end)


def _agent(agents: Sequence[Agent], index: int) -> _Tie | None:
    for agent in agents:
        if agent.complement.start <= index < agent.complement.end:
            return _Tie(agent.cue, agent.subject)
    return None


def _right_after(tokens: list[Token], cues: Sequence[Cue], index: int) -> _Tie | None:
    """'“…,” Smith said' and '“…,” said Smith' and '“…,” according to Smith'."""
    according: _Tie | None = None
    for cue in cues:
        if cue.start <= index or cue.subject is None:
            continue
        first = min(cue.start, cue.subject.start)
        between = tokens[index + 1 : first]
        if any(token.text != "," and token.quote < 0 for token in between):
            continue
        if cue.kind is CueKind.ACCORDING:
            according = _Tie(cue, cue.subject)
        elif cue.kind is not CueKind.NOUN:
            return _Tie(cue, cue.subject)
    before = _before(cues, index)
    return None if before is not None else according


def _right_before(
    tokens: list[Token], cues: Sequence[Cue], index: int, words: Lexicon
) -> _Tie | None:
    """'Smith said: “…”', 'called it a “…”', 'a statement: “…”'."""
    bridge = words.determiners | words.pronouns | {"that", "as", "of", "for", ",", ":", "was", "is"}
    for cue in reversed(cues):
        if cue.end > index or cue.subject is None or cue.inverted:
            continue
        between = tokens[cue.end : index]
        if all(token.low in bridge or token.quote >= 0 for token in between):
            return _Tie(cue, cue.subject)
        return None
    return None


def _closing(tokens: list[Token], cues: Sequence[Cue], index: int) -> _Tie | None:
    """The cue at the end of a sentence: 'The plan is “a mess”, and too dear, Smith said'."""
    for cue in cues:
        if cue.start <= index or cue.subject is None or cue.kind is CueKind.NOUN:
            continue
        first = min(cue.start, cue.subject.start)
        if tokens[first - 1].text == "," and cue.kind in {CueKind.SAY, CueKind.ACCORDING}:
            before = _before([other for other in cues if other.kind is CueKind.SAY], index)
            return None if before is not None else _Tie(cue, cue.subject)
    return None


def _before(cues: Sequence[Cue], index: int) -> _Tie | None:
    for cue in reversed(cues):
        if cue.end <= index and cue.subject is not None and not cue.inverted:
            return _Tie(cue, cue.subject)
    return None


def _is_direct(tokens: list[Token], index: int) -> bool:
    """Whether a quotation is a sentence of its own, not words inside the reporter's."""
    first = next((char for char in tokens[index].text if char.isalnum()), "")
    if not (first.isupper() or first.isdigit() or not first.lower().isascii()):
        return False
    if index == 0 or tokens[index - 1].quote >= 0:
        return True
    return not tokens[index - 1].is_word or tokens[index - 1].low in {"said", "says", "told"}


def _untied(
    article: Article,
    claims: list[Claim],
    one: Parsed,
    number: int,
    content: Span,
    *,
    alone: bool,
) -> Claim:
    """A quotation whose sentence names nobody: the speaker goes on, or it is nobody's words."""
    block = one.sentence.block
    speaker: Span | None = None
    in_body = article.blocks[block].kind in {BlockKind.PARAGRAPH, BlockKind.QUOTE}
    long_enough = len(content.text.split()) >= _FEW_WORDS
    if in_body and long_enough and claims and claims[-1].speaker is not None:
        last = claims[-1]
        near = last.block == block or (last.block == block - 1 and alone)
        if near and number - last.sentences[-1] <= 2:
            speaker = last.speaker
    kind = AttributionKind.UNATTRIBUTED
    if speaker is not None:
        opens = one.sentence.tokens[0].quote >= 0 and _is_direct(one.sentence.tokens, 0)
        kind = AttributionKind.DIRECT if opens else AttributionKind.MIXED
    return Claim(kind, [], None, speaker, block)
