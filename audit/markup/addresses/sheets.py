"""Whether an address is that of another page of the same text."""

import re
from urllib.parse import urljoin

_ENDING = re.compile(r"\.(?:html?|php|aspx?)$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<=[^\W\d_])/(?:page/|seite-?)?\d{1,2}$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:\.\w{3,4})?[/?_,-](?:[a-z]{1,10}[=/-]?)?\d{1,3}(?:\.\w{3,4})?/?", re.IGNORECASE
)
_OF_HOST = 2  # strokes before a host


def is_sheet_of(link: str, base: str) -> bool:
    """Whether a link on a page leads to another page of its text: its own address and a number.

    Many sites call the next of their stories 'next', too: that has an address of its own.
    """
    if "comment" in link.lower():
        return False
    try:
        url = urljoin(base, link.strip()).partition("#")[0]
    except ValueError:  # 'http://[x': the library's, for what is no address
        return False
    plain = base.partition("#")[0].partition("?")[0].removesuffix("/")
    if url == base:
        return False
    heres = {_ENDING.sub("", plain), _NUMBERED.sub("", plain)}
    return any(
        url.startswith(here) and _GOES_ON.fullmatch(url.removeprefix(here)) is not None
        for here in heres
        if here.count("/") > _OF_HOST
    )
