"""The pages that may have a statement of whoever spoke in the paragraph above: candidates, no more.

'The office [announced](url) a recall.' has its page there. The next paragraph, 'Nine were children,
the office said', has no link: nothing says that it is from the same page, and it mostly is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from audit.model import (
    Article,
    Attribution,
    AttributionKind,
    BlockKind,
    LinkRole,
    Pairing,
    Standing,
)

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})
_SHORT = 2  # words of 'the office', as 'the health office' is called again


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who spoke last, where, and the sources of it."""

    name: str
    sources: tuple[str, ...]
    urls: tuple[str, ...]
    paragraph: int
    end: int


def with_going_on(
    article: Article, attributions: Sequence[Attribution], pairings: Sequence[Pairing]
) -> list[Pairing]:
    """Pairings with the sources of the paragraph above for statements of who goes on speaking.

    Only where nobody else speaks and no link stands between, from one paragraph to the next.
    """
    return list(_going_on(article, attributions, pairings))


def _going_on(
    article: Article, attributions: Sequence[Attribution], pairings: Sequence[Pairing]
) -> Iterator[Pairing]:
    last: _Voice | None = None
    for said, pairing in zip(attributions, pairings, strict=True):
        paragraph = article.paragraph(said.contents[0].start) if said.contents else None
        name, end = said.speaker_name, max((part.end for part in said.contents), default=0)
        if said.kind in {AttributionKind.LINK, AttributionKind.POST}:
            last = None
        if name is None or paragraph is None:
            yield pairing
            continue
        sources, urls = pairing.source_ids, said.cited
        goes_on = last is not None and not sources and _goes_on(article, said, paragraph, last)
        if last is not None and goes_on:
            sources, urls = last.sources, last.urls
        last = _Voice(name, sources, urls, paragraph, end) if sources else None
        yield (
            replace(pairing, candidates=sources)
            if goes_on and _may_have(said, pairing)
            else pairing
        )


def _may_have(said: Attribution, pairing: Pairing) -> bool:
    return (
        said.kind is AttributionKind.INDIRECT
        and said.outlet is None
        and pairing.standing is Standing.UNLINKED
        and not (pairing.candidates or pairing.own_reporting)
    )


def _goes_on(article: Article, said: Attribution, paragraph: int, last: _Voice) -> bool:
    """Whether the same voice goes on in a paragraph that follows, with no link in between."""
    if not 0 <= paragraph - last.paragraph <= 1 or not _is_one(last.name, said.speaker_name or ""):
        return False
    block = article.blocks[paragraph - 1]
    links = article.links
    first = bisect_left(links, last.end, key=lambda link: link.start)
    until = bisect_left(links, block.end, key=lambda link: link.start)
    between = any(
        link.role is LinkRole.SOURCE and link.url not in last.urls for link in links[first:until]
    )
    mark = bisect_right(article.marks, block.start, key=lambda mark: mark.at)
    marked = mark < len(article.marks) and article.marks[mark].at <= block.end
    return block.kind in _PROSE and not (between or marked)


def _is_one(first: str, then: str) -> bool:
    """Whether two names are one's: 'Ann Lee' twice, 'the health office' and 'the office'.

    'European Court of Justice' is 'the Court' as well.
    """
    before, now = first.casefold().split(), then.casefold().split()
    if before == now:
        return True
    described = first[:1].islower() or then[:1].islower()
    if not described or len(now) != _SHORT or len(before) < _SHORT:
        return False
    return now[-1] == before[-1] or now[-1] == _head(first)


def _head(name: str) -> str | None:
    """The noun that an institution is called by alone: 'court' of 'European Court of Justice'."""
    words = name.split()
    ends = (at for at, word in enumerate(words) if at > 0 and word.islower())
    at = next(ends, None)
    return words[at - 1].casefold() if at is not None and words[at - 1][:1].isupper() else None
