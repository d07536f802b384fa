"""What an answer amounts to: one outcome word, and what lies behind it.

Every function here is pure. When in doubt a page counts as captured: a wall that is missed still
shows in the text, while a page that is wrongly called a wall is not compared at all. Being cut is
never in doubt.
"""

import re
from collections.abc import Sequence

from audit.capture.http.exchange import Answer, Cut
from audit.capture.outcome.glance import Glance, glance, is_html, looks_like_html, media_type
from audit.capture.outcome.soft_404 import redirected_elsewhere, redirected_to_links
from audit.capture.outcome.walls import Judged, challenged, what_stands_there
from audit.markup.characters.charset import count_controls, is_utf_16
from audit.model import Outcome

_STATUSES: dict[int, Judged] = {
    304: (Outcome.BAD_RESPONSE, "status 304, though nothing was there to compare with"),
    401: (Outcome.LOGIN_REQUIRED, "status 401: the page is for those who are signed in"),
    402: (Outcome.PAYWALLED, "status 402: the page is for those who pay"),
    403: (Outcome.BLOCKED, "status 403: the site refuses programs, or everyone"),
    404: (Outcome.NOT_FOUND, "status 404"),
    410: (Outcome.GONE, "status 410: taken down for good"),
    429: (Outcome.RATE_LIMITED, "status 429: asked too often"),
    451: (Outcome.BLOCKED, "status 451: withheld for legal reasons"),
    999: (Outcome.BLOCKED, "status 999: the site refuses programs"),
}
_FAMILIES = {4: Outcome.CLIENT_ERROR, 5: Outcome.SERVER_ERROR}
_CUTS: dict[Cut, Judged] = {
    Cut.LENGTH: (Outcome.TOO_LARGE, "longer than the size limit"),
    Cut.TIME: (Outcome.TIMED_OUT, "the answer did not end in time"),
    Cut.DISCONNECT: (
        Outcome.TRUNCATED,
        "the answer ended before it was whole, or is longer than it says",
    ),
}
_WALLS = frozenset({
    *(Outcome.PAYWALLED, Outcome.LOGIN_REQUIRED, Outcome.CONSENT_REQUIRED, Outcome.NEEDS_JAVASCRIPT)
})  # fmt: skip
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"RIFF", "media file"),
    (b"OggS", "media file"),
    (b"ID3", "media file"),
    (b"\x1aE\xdf\xa3", "media file"),
    (b"PK\x03\x04", "ZIP file or office document"),
    (b"\x1f\x8b\x08", "compressed file"),
    (b"\xd0\xcf\x11\xe0", "office document"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\x00", "program"),
)
_NO_TEXT = re.compile(r"(?:image|audio|video|font|model)/|application/(?:pdf|zip|gzip)")
_SNIFFED = 4096
_PDF_WITHIN = 1024
_RANGE = re.compile(r"bytes 0-([0-9]{1,15})/([0-9]{1,15})")
_BINARY_SHARE = 0.04  # of bytes, control characters; in text hardly one stands


def judge(answer: Answer, way: Sequence[str] = ()) -> Judged:
    """The outcome of the last answer on the way, and its reason (empty when captured).

    Args:
        answer: The last answer.
        way: The addresses that led to it, in order; the first is what was asked for.
    """
    return (
        _by_status(answer)
        or _not_whole(answer)
        or _without_text(answer)
        or _no_source(answer, way)
        or (Outcome.CAPTURED, "")
    )


def _by_status(answer: Answer) -> Judged | None:
    """What a status says; None for one of success."""
    status = answer.status
    if status not in {200, 403} and (wall := challenged(answer)):
        return wall[0], f"status {status}: {wall[1]}"
    if status in _STATUSES:
        return _STATUSES[status]
    if 300 <= status < 400:
        return Outcome.BAD_REDIRECT, f"status {status} is no way to a page"
    if 200 <= status < 300:
        return None
    return _FAMILIES.get(status // 100, Outcome.BAD_RESPONSE), f"status {status}"


def _not_whole(answer: Answer) -> Judged | None:
    if answer.cut is not None:
        return _CUTS[answer.cut]
    if answer.status == 206 and not _is_whole_range(answer):
        return Outcome.TRUNCATED, "status 206: only a part was sent"
    return None


def _without_text(answer: Answer) -> Judged | None:
    if not answer.body.removeprefix(b"\xef\xbb\xbf").strip():
        return Outcome.EMPTY, "an answer without content"
    if answer.coding and not looks_like_html(answer.body):  # some tools archive it decoded
        return Outcome.NOT_TEXT, f"compressed in a way that is not read here: {answer.coding}"
    kind = _no_text(answer)
    return (Outcome.NOT_TEXT, kind) if kind else None


def _no_source(answer: Answer, way: Sequence[str]) -> Judged | None:
    """What stands where an article should, or that the way ended somewhere else."""
    wall = what_stands_there(answer, way)
    if wall is not None and wall[0] in _WALLS and b'"articleBody"' in answer.body:
        return wall[0], f"{wall[1]}; its data for search engines was read"
    return (
        wall
        or redirected_elsewhere(answer.exchange.url, way)
        or redirected_to_links(answer.exchange.url, way, _share_of_prose(answer))
    )


def _share_of_prose(answer: Answer) -> float:
    """How much of what a page shows at its beginning stands outside links.

    All of what is no page.
    """
    page = glance(answer.body, answer.content_type) if is_html(answer) else Glance()
    return page.prose / page.count if page.count else 1.0


def _is_whole_range(answer: Answer) -> bool:
    """Whether a Content-Range names all bytes there are (RFC 9110, 14.4)."""
    found = _RANGE.fullmatch(answer.headers.get("Content-Range", ""))
    return found is not None and int(found[1]) + 1 == int(found[2])


def _no_text(answer: Answer) -> str:
    """What a body is if it is no text; empty for text. The bytes count for more than the label."""
    body = answer.body
    for signature, name in _SIGNATURES:
        if body.startswith(signature):
            return name
    if body[:_PDF_WITHIN].lstrip().startswith(b"%PDF-"):  # some servers put line ends before it
        return "PDF"
    if body[4:8] == b"ftyp":
        return "media file"
    declared = media_type(answer)
    if _NO_TEXT.match(declared) and not looks_like_html(body):
        return declared[:60]
    is_wide = is_utf_16(body) or "utf-16" in (answer.content_type or "").lower()
    head = body[:_SNIFFED]
    if not is_wide and count_controls(head) > len(head) * _BINARY_SHARE:
        return "binary data"
    return ""
