"""Finds statements reported without quotation marks: 'said that …', '…, officials said'."""

from collections.abc import Iterator, Sequence

from audit.extract.claims import Claim, span
from audit.extract.cues import Cue, CueKind
from audit.extract.direct import Parsed
from audit.extract.lexicon import Lexicon
from audit.extract.phrases import Phrase, phrase_from
from audit.extract.sentences import Token
from audit.model import Article, AttributionKind, BlockKind, Span

_WHETHER = frozenset({"whether", "if", "why", "how", "what", "who", "when", "where"})
_WHEN = frozenset({"on", "in", "at", "to", "during", "after", "last", "this", "late", "early", ","})
_NOT_OPENING = frozenset({"and", "but", "or", "so", "yet"})


def attribute_statements(
    article: Article, parsed: Sequence[Parsed], quoted: Sequence[Claim], words: Lexicon
) -> list[Claim]:
    """A claim for every indirect statement; a cue that carries a quotation carries no second one."""
    used = {claim.cue.start for claim in quoted if claim.cue is not None}
    claims: list[Claim] = []
    for number, one in enumerate(parsed):
        if article.blocks[one.sentence.block].kind is BlockKind.HEADING:
            continue
        tokens = one.sentence.tokens
        for cue, subject, contents in _statements(one, words):
            spans = [
                words_in
                for content in contents
                if (words_in := _content(article, tokens, content)) is not None
            ]
            quoted_inside = any(
                token.quote >= 0
                for content in contents
                for token in tokens[content.start : content.end]
            )
            if not spans or quoted_inside or (tokens[cue.start].start in used and not cue.passive):
                continue
            claims.append(
                Claim(
                    AttributionKind.INDIRECT,
                    spans,
                    span(article, tokens[cue.start].start, tokens[cue.end - 1].end),
                    span(article, tokens[subject.start].start, tokens[subject.end - 1].end),
                    one.sentence.block,
                    [number],
                )
            )
    return claims


def _content(article: Article, tokens: list[Token], content: Phrase) -> Span | None:
    start, end = content
    while start < end and not (tokens[start].is_word or tokens[start].quote >= 0):
        start += 1
    while end > start and tokens[end - 1].text in {".", ",", ";", "—", "–", ":"}:
        end -= 1
    if start >= end:
        return None
    return span(article, tokens[start].start, tokens[end - 1].end)


def _statements(one: Parsed, words: Lexicon) -> Iterator[tuple[Cue, Phrase, list[Phrase]]]:
    tokens = one.sentence.tokens
    for agent in one.agents:
        yield agent.cue, agent.subject, [agent.complement]
    for cue in one.cues:
        if cue.subject is None or cue.kind is CueKind.COLON:
            continue
        contents = _contents(tokens, cue, cue.subject, words)
        if contents:
            yield cue, cue.subject, contents


def _contents(tokens: list[Token], cue: Cue, subject: Phrase, words: Lexicon) -> list[Phrase]:
    if cue.kind is CueKind.ACCORDING:
        return _according(tokens, cue, subject)
    if cue.kind is CueKind.POINT:
        return [Phrase(cue.end, _end(tokens, cue.end))]
    if cue.kind is CueKind.NOUN:
        return _that_clause(tokens, cue.end, words)
    around = _closing(tokens, cue, subject)
    if around:
        return around if cue.kind is CueKind.SAY or cue.lemma in words.bare else []
    return _following(tokens, cue, words)


def _according(tokens: list[Token], cue: Cue, subject: Phrase) -> list[Phrase]:
    if cue.start == 0 or all(not token.is_word for token in tokens[: cue.start]):
        if subject.end < len(tokens) and tokens[subject.end].text == ",":
            return [Phrase(subject.end + 1, len(tokens))]
        comma = next((i for i in range(subject.end, len(tokens)) if tokens[i].text == ","), None)
        return [Phrase(comma + 1, len(tokens))] if comma is not None else []
    return [Phrase(_opening(tokens), cue.start)]


def _opening(tokens: list[Token]) -> int:
    return 1 if tokens and tokens[0].low in _NOT_OPENING else 0


def _closing(tokens: list[Token], cue: Cue, subject: Phrase) -> list[Phrase]:
    """What stands around '…, officials said.' and '…, officials said, …'."""
    first, last = min(cue.start, subject.start), max(cue.end, subject.end)
    if first == 0 or tokens[first - 1].text not in {",", "—", "–"}:
        return []
    ahead = Phrase(_opening(tokens), first - 1)
    if not any(token.is_word for token in tokens[ahead.start : ahead.end]):
        return []
    if last >= len(tokens) or tokens[last].text in {".", "?", "!", ";"}:
        return [ahead] if _is_clause(tokens, ahead) else []
    if tokens[last].text == ",":
        return [ahead, Phrase(last + 1, len(tokens))]
    if all(token.low != "that" for token in tokens[last : last + 3]) and _only_when(tokens, last):
        return [ahead] if _is_clause(tokens, ahead) else []
    return []


def _is_clause(tokens: list[Token], phrase: Phrase) -> bool:
    return sum(token.is_word for token in tokens[phrase.start : phrase.end]) >= 3


def _only_when(tokens: list[Token], start: int) -> bool:
    """Whether only 'on Monday', 'in a statement' and the like follow."""
    rest = [token for token in tokens[start:] if token.is_word]
    opens = {"on", "in", "at", "during", "after", "last", "this", "late", "early", "when", "as"}
    days = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    return bool(rest) and len(rest) <= 14 and (rest[0].low in opens or rest[0].low in days)


def _following(tokens: list[Token], cue: Cue, words: Lexicon) -> list[Phrase]:
    at = cue.end
    if cue.inverted or at >= len(tokens):
        return []
    clause = _that_clause(tokens, at, words)
    if clause:
        return clause
    if cue.kind is CueKind.LABEL:
        return []
    if cue.lemma in {"tell", "remind", "assure", "notify", "warn", "inform", "advise", "convince"}:
        listener = phrase_from(tokens, at, words)
        if cue.lemma != "warn" or (listener and listener.end < len(tokens)):
            at = listener.end if listener is not None else at
        clause = _that_clause(tokens, at, words)
        if clause:
            return clause
    if at >= len(tokens) or tokens[at].text in {".", ",", ";", "?", "!"}:
        return []
    if tokens[at].low in _WHETHER and cue.kind is CueKind.SAY:
        return [Phrase(at, _end(tokens, at))]
    if tokens[at].low == "to" and cue.lemma in words.intent:
        return [Phrase(at, _end(tokens, at))]
    if tokens[at].low in {"of", "against"} and cue.lemma == "warn":
        return [Phrase(at, _end(tokens, at))]
    end = _end(tokens, at)
    if cue.lemma in words.bare and _finite(tokens[at:end], words):
        return [Phrase(_skip_when(tokens, at, words), end)]
    return []


def _that_clause(tokens: list[Token], start: int, words: Lexicon) -> list[Phrase]:
    """The clause behind 'that', at once or behind 'on Monday', 'in a statement' and the like."""
    for index in range(start, min(start + 8, len(tokens))):
        token = tokens[index]
        if token.low == "that":
            return [Phrase(index + 1, _end(tokens, index + 1))]
        if not token.is_word and token.text != ",":
            return []
        if index == start and token.low not in _WHEN | words.times:
            return []
    return []


def _skip_when(tokens: list[Token], at: int, words: Lexicon) -> int:
    while at < len(tokens) and tokens[at].low in words.times:
        at += 1
    return at


def _finite(tokens: list[Token], words: Lexicon) -> bool:
    if not tokens or tokens[0].low in words.prepositions:
        return False
    return any(
        token.low in words.finite or (token.low.endswith("ed") and index > 0)
        for index, token in enumerate(tokens)
    )


def _end(tokens: list[Token], start: int) -> int:
    """Where a clause ends: at the end of the sentence or a semicolon."""
    for index in range(start, len(tokens)):
        if tokens[index].text == ";":
            return index
    return len(tokens)
