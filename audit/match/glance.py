"""A quick look whether a page may have a quotation, or nearly: most pages plainly have not.

Words that a page has, or three in four of them in their order, stand there in pairs: each beside
the one that it stands beside in the quotation. Of a page with hardly any of these pairs nothing is
lost by not looking further.
"""

from itertools import pairwise

from audit.match.folding.fold import has_continuous
from audit.match.prepared import Prepared
from audit.match.quotation import Quotation
from audit.values.tokens import has_values

_FEWEST_WORDS = 5  # fewer have too few pairs to tell
_LEAST_SHARE = 4  # one pair in so many: half of those that three words in four leave
_MOST_WORDS = 400  # of a quotation: more are rare, and compared at once
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
    text = prepared.lowered
    for first, second in pairwise(words):
        if f" {first} {second} " in text or has_values((first, second), prepared.language):
            wanted -= 1
            if not wanted:
                return True
    return False
