"""What a page tells itself, without its links to other pages and what is said of those."""

from collections.abc import Sequence

from audit.markup.promised import has_fewer_words
from audit.model import Zone

_HEADLINE = 4  # words of a link that is the headline of another page
_LABEL = 8  # words: a date, a section, a caption of a list
_SUMMARY = 45  # words

Parts = Sequence[tuple[str, Zone]]

LINKS = ("", Zone.RELATED)
"""What stands in the place of links to other pages."""


def without_teasers(blocks: Parts, leading: Sequence[bool], *, with_labels: bool = False) -> Parts:
    """The blocks of a page less those that are a link to another page, and what these have.

    What stands between two headlines of other pages, a date, a section's name, a mark for members,
    a summary, is said of those.

    Args:
        blocks: The blocks that are seen, with their zones.
        leading: Of each, whether all of it is a link to another page.
        with_labels: Whether to keep short lines before the first of several links, and behind the
            last one: they may be an offer.
    """
    if True not in leading:
        return blocks
    kept: list[tuple[str, Zone]] = []
    gap: list[tuple[str, Zone]] = []
    links = 0  # short ones in the gap
    is_behind = has_summaries = False
    for block, leads in zip(blocks, leading, strict=True):
        text, zone = block
        if not leads or zone is Zone.HEADLINE:
            gap.append(block)
        elif zone is Zone.NAVIGATION or (
            zone is not Zone.RELATED and has_fewer_words(text, _HEADLINE)
        ):
            links += 1
        else:
            if is_behind and _is_of_links(gap, links + 1):
                has_summaries |= not all(map(_is_label, gap))
            else:
                kept += gap if with_labels else _less_labels(gap, behind=is_behind)
            if not kept or kept[-1] != LINKS:
                kept.append(LINKS)
            gap, links, is_behind = [], 0, True
    if is_behind:
        gap = list(_behind_the_last(gap, has_summaries=has_summaries, with_labels=with_labels))
    return [*kept, *gap]


def _behind_the_last(gap: Parts, *, has_summaries: bool, with_labels: bool) -> Parts:
    """What stands behind the last link, less what is of it."""
    if not with_labels:
        return _from_first_of_own(gap, has_summaries=has_summaries)
    first = next((index for index, block in enumerate(gap) if not _is_label(block)), len(gap))
    if has_summaries and first < len(gap) and _may_be_summary(gap[first]):
        return [*gap[:first], *gap[first + 1 :]]
    return gap


def _is_of_links(gap: Parts, links: int) -> bool:
    """Whether all behind some links is said of them: labels, and one summary of each at most."""
    longer = [block for block in gap if not _is_label(block)]
    return len(longer) <= links and all(map(_may_be_summary, longer))


def _less_labels(gap: Parts, *, behind: bool) -> list[tuple[str, Zone]]:
    """What stands before a link, less the labels that are of it, and those of a link before."""
    end = len(gap)
    while end and _is_label(gap[end - 1]):
        end -= 1
    own = list(gap[:end])
    return _from_first_of_own(own, has_summaries=False) if behind else own


def _from_first_of_own(gap: Parts, *, has_summaries: bool) -> list[tuple[str, Zone]]:
    """What stands behind a link, less its labels, and its summary where others have one."""
    start = 0
    while start < len(gap) and _is_label(gap[start]):
        start += 1
    if has_summaries and start < len(gap) and _may_be_summary(gap[start]):
        start += 1
    return list(gap[start:])


def _is_label(block: tuple[str, Zone]) -> bool:
    text, zone = block
    return (
        zone is not Zone.HEADLINE
        and not text.endswith((".", "。"))
        and has_fewer_words(text, _LABEL)
    )


def _may_be_summary(block: tuple[str, Zone]) -> bool:
    return block[1] is not Zone.HEADLINE and has_fewer_words(block[0], _SUMMARY)
