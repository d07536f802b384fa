"""The links of an article that carry nobody's words, each an attribution of its own."""

from collections.abc import Iterable, Iterator, Sequence

from audit.extract.posts.found import FoundPost
from audit.extract.stretches import Stretches
from audit.model import Article, Attribution, AttributionKind, LinkRole, Span

_REACH = 40  # characters before a mark in which the word that it stands on is looked for


def free_links(
    article: Article, found: Iterable[Attribution], posts: Sequence[FoundPost]
) -> list[Attribution]:
    """An attribution of kind link for every link of the body that carries nobody's words.

    Those to share or subscribe, to log in, to persons' and topics' pages are none.
    """
    used = {url for attribution in found for url in (attribution.url, *attribution.cited)}
    taken = {number for post in posts for number in post.blocks}
    held = Stretches((article.blocks[n].start, article.blocks[n].end) for n in taken)
    free: list[Attribution] = []
    for link in article.links:
        in_post = next(held.overlapping(link.start, link.start + 1), None) is not None
        if link.role is not LinkRole.SOURCE or link.url in used or in_post:
            continue
        used.add(link.url)
        words = Span(link.start, link.end, article.text[link.start : link.end])
        free.append(
            Attribution("", AttributionKind.LINK, (words,), url=link.url, cited=(link.url,))
        )
    return [*free, *_of_marks(article, used)]


def _of_marks(article: Article, used: set[str | None]) -> Iterator[Attribution]:
    """The addresses of notes whose words do not stand in the text: on the word before the mark."""
    for mark in article.marks:
        note = article.notes[mark.note] if mark.note is not None else None
        if note is None or note.span is not None:
            continue
        for url in note.addresses:
            if url not in used:
                used.add(url)
                start = max(mark.at - _REACH, 0)
                start += max(article.text[start : mark.at].rstrip().rfind(" "), -1) + 1
                words = Span(start, mark.at, article.text[start : mark.at])
                yield Attribution("", AttributionKind.LINK, (words,), url=url, cited=(url,))
