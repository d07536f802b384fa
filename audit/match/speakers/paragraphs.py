"""The paragraph of a passage, with what stands in marks told from what stands around it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from audit.languages.comparison.bystanding import bystanding
from audit.match.prepared.blanks import with_blanks
from audit.model import Page, Place

_LONGEST = 5_000  # characters of it before and behind the passage
_MARKED = re.compile(
    r"“[^”\n]*(?:”|$)|„[^“”\n]*(?:[“”]|$)|«[^»\n]*(?:»|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE
)
_ENDS = re.compile(r"(?<![A-Z])[.!?](?=[\s”“»\"]|$)")

Stretch = tuple[int, int]


class Paragraph(NamedTuple):
    """A paragraph; offsets are those in it, but for ``begin``, which is its own in the page."""

    text: str
    begin: int
    quoted: tuple[Stretch, ...]
    """What stands in marks, with them."""
    own: Stretch
    """That of them in which the passage stands."""
    bare: str
    """The text with spaces in place of what stands in marks."""
    sentences: tuple[Stretch, ...]

    def sentence_of(self, at: int) -> Stretch:
        """The sentence in which a character stands."""
        return _around(at, self.sentences) or (at, at)

    def is_quoted(self, at: int) -> bool:
        """Whether a character stands in marks."""
        return _around(at, self.quoted) is not None


def paragraph_of(page: Page, place: Place) -> Paragraph | None:
    """The paragraph of a passage; None where it is very long, or the passage stands in no marks."""
    text = page.text
    begin = text.rfind("\n", max(place.start - _LONGEST, 0), place.start) + 1
    end = text.find("\n", place.end, place.end + _LONGEST)
    end = end if end >= 0 else len(text)
    if place.start - begin > _LONGEST or end - place.end > _LONGEST:
        return None
    its = text[begin:end]
    quoted = tuple(match.span() for match in _MARKED.finditer(its))
    own = _around(place.start - begin, quoted)
    if own is None:
        return None
    sentences = tuple(_sentences(its, quoted))
    return Paragraph(its, begin, quoted, own, with_blanks(its, quoted), sentences)


def _around(at: int, stretches: tuple[Stretch, ...]) -> Stretch | None:
    """The stretch that a character stands in; they are in order and do not overlap."""
    nearest = bisect_right(stretches, (at, len(stretches) and stretches[-1][1])) - 1
    if nearest >= 0 and stretches[nearest][0] <= at < stretches[nearest][1]:
        return stretches[nearest]
    return None


def _sentences(text: str, quoted: tuple[Stretch, ...]) -> Iterator[Stretch]:
    """Sentences; what stands in marks is a part of one, and ends it with a full stop."""
    start = 0
    for match in _ENDS.finditer(text):
        end = match.end()
        around = _around(match.start(), quoted)
        if around is not None:
            if match.group() != "." or end != around[1] - 1:
                continue
            end = around[1]
        elif text.endswith(bystanding().before_point, 0, match.start()):
            continue
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)
