"""A quick look whether a page may have a quotation, or nearly: most pages plainly have not.

Words that a page has, or three in four of them in their order, stand there in pairs: each beside
the one that it stands beside in the quotation, and all in one place. Of a page with hardly any of
these pairs in one place nothing is lost by not looking further.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from audit.match.folding.fold import has_continuous
from audit.match.prepared.quotation import Quotation
from audit.match.prepared.source import Prepared
from audit.values.tokens import has_values

_FEWEST_WORDS = 5  # fewer have too few pairs to tell
_LEAST_SHARE = 4  # one pair in so many: half of those that three words in four leave
_MOST_WORDS = 400  # of a quotation: more are rare, and compared at once
_MOST_BETWEEN = 6  # words of a passage beside twice those of a quotation
_LONG_WORD = 20  # characters, with the space behind it
_MOST_PLACES = 500  # of one pair
_BROKEN = "\ufffd"


def may_have(quotation: Quotation, prepared: Prepared) -> bool:
    """Whether a page may have a quotation's words, or most of them; in doubt, it may.

    A figure may be spelled in other words: where one may stand, its pairs count as there. What a
    machine heard, or lost the letters of, may be any words.
    """
    page = prepared.page
    words = [word.lower() for word in quotation.word_list]
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or page.heard or _BROKEN in page.text:
        return True
    if has_continuous(quotation.folded.words):
        return True
    wanted = -(-(len(words) - 1) // _LEAST_SHARE)
    places: list[Sequence[int]] = []
    last = len(prepared.lowered)
    for first, second in pairwise(words):
        if has_values((first, second), prepared.language):
            wanted -= 1
        elif found := prepared.find_pair(f" {first} {second} ", 0, last, _MOST_PLACES):
            places.append(found)
    if wanted <= 0:
        return True
    if quotation.may_have_marks:  # what they leave out may be long
        return len(places) >= wanted
    return _stand_together(places, wanted, (2 * len(words) + _MOST_BETWEEN) * _LONG_WORD)


def _stand_together(places: Sequence[Sequence[int]], wanted: int, reach: int) -> bool:
    """Whether so many of the pairs stand within so many characters; in doubt, they do.

    Where they do, one of the rarest is among them, as few as these are.
    """
    if len(places) < wanted or any(len(found) >= _MOST_PLACES for found in places):
        return len(places) >= wanted
    rarest = sorted(places, key=len)[: len(places) - wanted + 1]
    return any(
        sum(_is_near(at, found, reach) for found in places) >= wanted
        for found in rarest
        for at in found
    )


def _is_near(at: int, places: Sequence[int], reach: int) -> bool:
    first = bisect_left(places, at - reach)
    return first < len(places) and places[first] <= at + reach
