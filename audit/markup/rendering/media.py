"""What is shown in print or on small screens alone, by the names that style libraries give it.

A reader has a wide screen: on a page that says a thing twice, once for each width, it stands once.
"""

import re
from collections.abc import Sequence

_PREFIX = r"(?:[a-z]{1,8}-{1,2})?"
_NAMED = re.compile(
    rf"{_PREFIX}(?:print-?only|only-?print|visible-print(?:-[a-z-]{{1,12}})?|show-(?:for-)?print|for-print"
    r"|print-(?:link|url|href|address|footnote)s?(?:-(?:url|href))?"
    r"|(?:mobile|phone)-?only|only-?(?:mobile|phone)|visible-(?:mobile|phone|xs)(?:-[a-z-]{1,12})?"
    r"|show-(?:on-|for-)?(?:mobile|phone|small-only)|hid(?:e|den)-(?:on-|for-)?(?:desktop|large|medium)"
    r"|is-hidden-(?:desktop|tablet)|desktop-hidden|hidden@[sml])",
    re.IGNORECASE,
)
_HIDDEN_WIDE = re.compile(r"(?:(?:sm|md|lg|xl|2xl):hidden|d-(?:sm|md|lg|xl|xxl)-none)")
_SHOWN_WIDE = re.compile(
    r"(?:md|lg|xl|2xl):(?:block|inline|flex|grid|contents|table)[a-z-]{0,12}"
    r"|d-(?:md|lg|xl|xxl)-(?:block|inline|flex|grid|table)[a-z-]{0,12}"
)
_HIDDEN = frozenset({"hidden", "d-none"})
_UTILITY = frozenset({"hidden", "d-none", "uk-hidden", "is-hidden", "u-hidden"})
_IN_PRINT = re.compile(r"(?:print:|d-print-)(?:block|inline|flex|table)[a-z-]{0,12}")


def is_of_another_medium(names: Sequence[str]) -> bool:
    """Whether classes say that an element is for print, or for small screens, and for no other."""
    if any(map(_NAMED.fullmatch, names)):
        return True
    if any(map(_HIDDEN_WIDE.fullmatch, names)):
        return not any(map(_SHOWN_WIDE.fullmatch, names))
    is_hidden = not _HIDDEN.isdisjoint(names) and not any(map(_SHOWN_WIDE.fullmatch, names))
    return is_hidden and any(map(_IN_PRINT.fullmatch, names))


def is_named_hidden(classes: str) -> bool:
    """Whether classes have a name by which style libraries hide an element on every screen.

    The sheet is the page's own, or none: what stands in the line is passed over there, and kept.
    """
    names = classes.split()
    return not _UTILITY.isdisjoint(names) and not any(map(_SHOWN_WIDE.fullmatch, names))
