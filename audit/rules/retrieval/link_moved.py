"""link-moved: a page has a new address for good, and the article has the old one."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from audit.markup.addresses.url import host_of
from audit.model import Capture, Facts, Finding, Outcome, Severity
from audit.rules.rule import Confidence, Rule
from audit.rules.sources import is_post
from audit.rules.wording import LONGEST_ADDRESS, clip

_PERMANENT = frozenset({301, 308})
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src|cmpid|ocid|smid"
)
_SHORTENERS = frozenset({
    *("t.co", "bit.ly", "tinyurl.com", "ow.ly", "buff.ly", "is.gd", "goo.gl", "dlvr.it", "trib.al"),
    *("lnkd.in", "youtu.be", "doi.org", "dx.doi.org", "hdl.handle.net", "purl.org", "w3id.org"),
    *("bbc.in", "nyti.ms", "wapo.st", "reut.rs", "cnn.it", "n.pr", "apne.ws", "gu.com", "econ.st"),
    *("on.wsj.com", "bloom.bg", "politi.co", "nbcnews.to", "abcn.ws", "cbsn.ws", "fxn.ws", "spoti.fi"),
})  # fmt: skip


def _find(facts: Facts) -> Iterator[Finding]:
    for record in facts.sources:
        if is_post(record) or record.capture.outcome is not Outcome.CAPTURED:
            continue
        now = _moved_to(record.capture)
        if now is not None:
            yield RULE.finding(
                f"{clip(record.source.url, LONGEST_ADDRESS)} has moved for good to"
                f" {clip(now, LONGEST_ADDRESS)}. Link to the new address.",
                source_id=record.source.id,
            )


def _moved_to(capture: Capture) -> str | None:
    """Where the permanent redirects at the beginning of the way end.

    None where that is the same page.
    """
    if not capture.hops or host_of(capture.url) in _SHORTENERS:
        return None
    ways = [hop.url for hop in capture.hops[1:]] + [capture.final_url]
    now = None
    for hop, following in zip(capture.hops, ways, strict=True):
        if hop.status not in _PERMANENT:
            break
        now = following
    return now if now is not None and _page(now) != _page(capture.url) else None


def _page(url: str) -> object:
    """What an address leads to: no scheme, ``www.``, last slash, index file or tracking."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    path = re.sub(r"/(?:index\.\w{3,5})?$", "", parts.path)
    query = sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0]))
    return host_of(url), port if port not in {80, 443} else None, path.casefold(), query


RULE = Rule(
    id="link-moved",
    summary="A link leads to an address that was given up for another for good",
    severity=Severity.NOTE,
    confidence=Confidence.HIGH,
    help=(
        "The server answers with a permanent redirect (301 or 308). The link works today, and stops to when the"
        " old site is switched off. Another scheme, “www.”, a slash at the end and tracking parameters are no"
        " move, nor are short links. Example: paper.example/2019/story now leads to paper.example/archive/story."
    ),
    links=(
        "https://www.rfc-editor.org/rfc/rfc9110#section-15.4.2",
        "https://www.rfc-editor.org/rfc/rfc9110#section-15.4.9",
    ),
    find=_find,
)
