"""Which part of a sentence is for whose words, where several people speak in it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.extract.claims import Claim
from audit.extract.sentences import Sentence
from audit.languages.common import CommonWords
from audit.model import Article, AttributionKind, LinkRole, Span

Reach = tuple[tuple[int, int], ...]  # stretches of the text, start and end, in order

_STOPS = frozenset({";", "–", "—"})
_MAY_SAY_WHERE = frozenset({LinkRole.SOURCE, LinkRole.HOME})


@dataclass(frozen=True, slots=True)
class _Clause:
    """Who speaks from ``start`` to ``end`` of a sentence: words, cue and speaker.

    ``whose`` are the last names there; ``claims`` are their numbers.
    """

    start: int
    end: int
    whose: frozenset[str]
    claims: tuple[int, ...]


class SharedSentences:
    """Where the link and the outlet of each claim may stand.

    'Lee told [the Gazette](url) that …, while Haddad told [the Herald](url) that …': each has their
    own half. A clause without a link of its own may have one that stands with nobody's words, as
    that of '…, [the Gazette reported](url)'.
    """

    def __init__(
        self,
        article: Article,
        claims: Sequence[Claim],
        sentences: Sequence[Sentence],
        words: CommonWords,
    ) -> None:
        self._claims = claims
        self._sentences = sentences
        self._words = words
        self._links = sorted(link.start for link in article.links if link.role in _MAY_SAY_WHERE)
        self._narrowed: dict[tuple[int, int], Reach] = {}
        for number, sharing in self._shared().items():
            self._part(number, sharing)
        self._numbers = {id(claim): number for number, claim in enumerate(claims)}

    def reach(self, claim: Claim) -> Reach:
        """The stretches of the sentences of a claim that are not for somebody else's words."""
        at = self._numbers[id(claim)]
        return tuple(
            stretch
            for number in dict.fromkeys(claim.sentences)
            for stretch in self._narrowed.get((number, at), (self._whole(number),))
        )

    def _whole(self, number: int) -> tuple[int, int]:
        tokens = self._sentences[number].tokens
        return tokens[0].start, tokens[-1].end

    def _shared(self) -> dict[int, list[int]]:
        """The numbers of the claims of each sentence that has several cues."""
        by_sentence: defaultdict[int, list[int]] = defaultdict(list)
        for at, claim in enumerate(self._claims):
            for number in dict.fromkeys(claim.sentences):
                by_sentence[number].append(at)
        return {
            number: sharing
            for number, sharing in by_sentence.items()
            if len({self._claims[at].cue for at in sharing}) > 1 or self._has_parts(sharing)
        }

    def _has_parts(self, sharing: Sequence[int]) -> bool:
        """Whether one cue has words of several quotations that are told apart."""
        return sum(_is_quoted(self._claims[at]) for at in sharing) > 1

    def _part(self, number: int, sharing: Sequence[int]) -> None:
        start, end = self._whole(number)
        clauses = _apart(self._clauses(number, sharing))
        parts = self._parts(number, clauses)
        for clause, own in zip(clauses, parts, strict=True):
            has_link = self._has_link(*own)
            others = [
                part if has_link else (other.start, other.end)
                for other, part in zip(clauses, parts, strict=True)
                if other is not clause
                and (has_link or (clause.whose and other.whose.isdisjoint(clause.whose)))
            ]
            left = tuple(_without(start, end, others))
            for at in clause.claims:
                self._narrowed[number, at] = left

    def _parts(self, number: int, clauses: list[_Clause]) -> list[tuple[int, int]]:
        """The part of a sentence that each clause has; ``clauses`` loses those that have none.

        Clauses that nothing joins are one, unless each has a link: 'Asked by [the Gazette](url)
        whether she would pay, Lee said …'.
        """
        start, end = self._whole(number)
        parts: list[tuple[int, int]] = []
        at = 0
        while at < len(clauses):
            border = end
            if at + 1 < len(clauses):
                one, other = clauses[at], clauses[at + 1]
                joint = self._joint(number, one.end, other.start)
                border = joint if joint is not None else other.start
                reach = clauses[at + 2].start if at + 2 < len(clauses) else end
                linked = self._has_link(start, border) and self._has_link(border, reach)
                if joint is None and not linked:
                    clauses[at : at + 2] = [_joined(one, other)]
                    continue
            parts.append((start, border))
            start, at = border, at + 1
        return parts

    def _clauses(self, number: int, sharing: Sequence[int]) -> Iterator[_Clause]:
        """Each cue with its words: those in quotation marks, since statements often run on."""
        start, end = self._whole(number)
        by_cue: defaultdict[Span | None, list[int]] = defaultdict(list)
        for at in sharing:
            by_cue[self._claims[at].cue].append(at)
        for numbers in by_cue.values():
            quoted = [at for at in numbers if _is_quoted(self._claims[at])]
            quoted.sort(key=lambda at: self._claims[at].contents[0].start)
            parts = [(at,) for at in quoted] if len(quoted) > 1 else [tuple(numbers)]
            for place, part in enumerate(parts):
                clause = self._clause(part, quoted, range(start, end), leads=place == 0)
                if clause is not None:
                    yield clause

    def _clause(
        self, part: tuple[int, ...], quoted: Sequence[int], within: range, *, leads: bool
    ) -> _Clause | None:
        """A cue with its words; of those that share it, the first alone ``leads`` with it."""
        claims = [self._claims[at] for at in part]
        saying = [self._claims[at] for at in part if at in quoted] or claims
        spans = [
            span
            for claim in saying
            for span in (*((claim.speaker, claim.cue) if leads else ()), *claim.contents)
            if span is not None and span.start in within
        ]
        if not spans:
            return None
        whose = _last_names(claims)
        return _Clause(
            min(span.start for span in spans), max(span.end for span in spans), whose, part
        )

    def _joint(self, number: int, start: int, end: int) -> int | None:
        """Where the second of two clauses begins: at the last 'while', 'who' or stop between."""
        tokens = self._sentences[number].tokens
        first = bisect_left(tokens, start, key=lambda token: token.start)
        last = bisect_right(tokens, end, key=lambda token: token.start)
        for token in reversed(tokens[first:last]):
            if token.text in _STOPS or token.low in self._words.conjunctions:
                return token.start
        return None

    def _has_link(self, start: int, end: int) -> bool:
        return bisect_left(self._links, start) < bisect_left(self._links, end)


def _last_names(claims: Sequence[Claim]) -> frozenset[str]:
    names = {claim.named.text.split()[-1] for claim in claims if claim.named}
    return frozenset(name for name in names if name[:1].isupper())


def _is_quoted(claim: Claim) -> bool:
    return claim.kind is not AttributionKind.INDIRECT


def is_within(offset: int, reach: Reach) -> bool:
    """Whether an offset is in one of some stretches."""
    return any(start <= offset < end for start, end in reach)


def _apart(clauses: Iterator[_Clause]) -> list[_Clause]:
    """The clauses in order; those that share words, as a statement and what it quotes, are one."""
    found: list[_Clause] = []
    for clause in sorted(clauses, key=lambda each: each.start):
        if found and clause.start < found[-1].end:
            found.append(_joined(found.pop(), clause))
        else:
            found.append(clause)
    return found


def _joined(one: _Clause, other: _Clause) -> _Clause:
    end = max(one.end, other.end)
    return _Clause(one.start, end, one.whose | other.whose, one.claims + other.claims)


def _without(start: int, end: int, others: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for other_start, other_end in others:
        if start < other_start:
            yield start, other_start
        start = max(start, other_end)
    if start < end:
        yield start, end
