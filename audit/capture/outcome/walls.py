"""Pages that stand where an article should: error pages, walls, and shells without words.

Each detector needs two signs, and one of them is always that the page has few words of its own. A
page with a headline that is none of a wall's is an article with something beside it: only what it
says outright, that the rest is for subscribers or for those who sign in, makes it a beginning. So
an article about a missing page, a paywall or JavaScript is never taken for one.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from audit.capture.http.exchange import Answer
from audit.capture.outcome.glance import ENOUGH_WORDS, Glance, glance, is_html
from audit.capture.outcome.wall_words import anywhere, marks, names, on_path, sentences
from audit.markup.addresses.url import hostname, path_of
from audit.markup.characters.charset import decode_page, is_utf_16
from audit.markup.offers import asks
from audit.markup.promised import promised_words
from audit.model import Outcome

Judged = tuple[Outcome, str]

_TEXT_WITHOUT_SCRIPTS, _BEGUN = 120, 60  # words, and of them those that would ask for scripts
_SHELL_WORDS = 25
_SHELL_RUN = 12
_NOSCRIPT_WORDS = 60
_ERROR_PAGE_WORDS = 150
_ERROR_WORDS = 120
_BARE_WORDS = 40  # of a page with a headline that may say nothing but that its text is gone
_WALL_WORDS = 250
_LOGIN_WORDS = 80
_PAYWALL_WORDS = ENOUGH_WORDS
_LEAST_PROMISED = 150
_SHARE_OF_PROMISED = 0.5
_WHOLE_PAGE = ENOUGH_WORDS
_LONGEST_CALL = 600  # characters of a text run in which a wall speaks to its reader
_LONGEST_CALL_WORDS = 60
_SEARCHED = 20_000  # characters of a page of few words
_SHARE_OF_HEADING = 0.5  # that the name of a wall has of one
_HEADLINE = 3  # words that a heading has when it is the headline of an article
_LONGEST_BARE = 1000  # bytes
_JSON_ERROR = re.compile(
    r"\{.{0,300}\"(?:errors?|message|detail|status|code)\" ?: ?[\[{]?.{0,100}(?:not[ _-]?found|does not exist|\b404\b|\b410\b).{0,500}\}"
)
_SNIFFED = 200_000
_CHALLENGES = frozenset({"cf-mitigated", "x-amzn-waf-action"})
_WALL_STATUSES = frozenset({200, 202, 401, 403, 405, 429, 503})

_SEGMENTS = re.compile(r" [-–—|·•»:] |\|")
# schema.org: isAccessibleForFree, as search engines ask publishers to declare subscription content.
_FREE = re.compile(
    rb"\"isAccessibleForFree\"\s{0,20}:\s{0,20}\"?(?:https?://schema\.org/)?"
    rb"([Tt]rue|[Ff]alse|TRUE|FALSE)"
)


def what_stands_there(answer: Answer, way: Sequence[str] = ()) -> Judged | None:
    """The outcome of a page that is no source; None for one that may be.

    Args:
        answer: The last answer, with a status of success.
        way: The addresses that led to it, in order.
    """
    if not is_html(answer):
        return _bare_error(answer.body)
    if is_utf_16(answer.body):  # marks and declarations are looked for in its bytes
        answer = replace(answer, body=f"\ufeff{decode_page(answer.body)}".encode())
    page = glance(answer.body, answer.content_type)
    wall = (
        _challenge(answer, page)
        or _error(page)
        or _queue(page)
        or _consent(answer, page, way)
        or _wall(answer, page, way)
        or _declared_wall(answer.body)
        or _shell(page)
    )
    if wall is None and not page.count and not _has_text_without_scripts(page):
        return Outcome.EMPTY, "the page has no words"
    return wall


def _bare_error(body: bytes) -> Judged | None:
    """``soft-404`` for text or JSON that says there is nothing, and nothing more."""
    if len(body) > _LONGEST_BARE:
        return None
    text = " ".join(body.decode("utf-8", "replace").lower().split())
    is_error = names("error").fullmatch(_plain(text).strip(" .!")) or _JSON_ERROR.fullmatch(text)
    return (Outcome.SOFT_404, "the answer says that there is no such page") if is_error else None


def challenged(answer: Answer) -> Judged | None:
    """``blocked`` where an answer that looks like an error asks whether a program is reading."""
    if answer.status not in _WALL_STATUSES:
        return None
    page = glance(answer.body, answer.content_type) if is_html(answer) else Glance()
    return _challenge(answer, page)


def _challenge(answer: Answer, page: Glance) -> Judged | None:
    blocked = Outcome.BLOCKED, "the page asks whether a program is reading"
    if any(name in answer.headers for name in _CHALLENGES):
        return blocked
    if page.own < _LOGIN_WORDS and not _has_headline(page, partial(names, "bot")):
        if marks("bot").search(answer.body, 0, _SNIFFED) or _says(page, sentences("bot")):
            return blocked
        if sentences("bot").search(_plain(page.noscript)):
            return blocked
    if page.own < _ERROR_PAGE_WORDS and _is_named(page, names("bot")):
        return blocked
    return None


def _error(page: Glance) -> Judged | None:
    if page.own >= _WHOLE_PAGE:
        return None
    if _is_named(page, names("error")) and page.own < _most_words(page):
        return Outcome.SOFT_404, "the page says that there is no such page"
    if page.own >= _ERROR_PAGE_WORDS:
        return None
    has_headline = _has_headline(page, partial(names, "error"), partial(anywhere, "parked"))
    if has_headline and page.own >= _BARE_WORDS:
        return None
    if page.own < _ERROR_WORDS and _says(page, sentences("error")):
        return Outcome.SOFT_404, "the page says that there is no such page"
    if not has_headline and anywhere("parked").search(
        _plain(f"{page.title} . {page.text}"[:_SEARCHED])
    ):
        return Outcome.SOFT_404, "the page is what stands at an address without a site"
    return None


def _queue(page: Glance) -> Judged | None:
    if page.own < _WALL_WORDS and _is_named(page, names("queue")):
        return Outcome.BLOCKED, "the page keeps its reader waiting in a queue"
    return None


def _most_words(page: Glance) -> int:
    """Words that may stand on an error page, and more where all its titles say it is one."""
    heading = page.heading or page.subheading
    both = bool(heading) and names("error").fullmatch(_plain(heading).strip(" .!?:*|"))
    return (
        _WHOLE_PAGE
        if both and _is_named(replace(page, heading="", subheading=""), names("error"))
        else _WALL_WORDS
    )


def _consent(answer: Answer, page: Glance, way: Sequence[str]) -> Judged | None:
    asks = Outcome.CONSENT_REQUIRED, "the page asks for consent before it shows more"
    if page.own >= _WALL_WORDS:
        return None
    url = answer.exchange.url
    if hostname(url).startswith("consent.") or (way and on_path("consent").search(path_of(url))):
        return asks
    if _is_named(page, names("consent")):
        return asks
    if page.own >= _ERROR_WORDS or _has_headline(page, partial(names, "consent")):
        return None
    return asks if _says(page, sentences("consent")) else None


def _wall(answer: Answer, page: Glance, way: Sequence[str]) -> Judged | None:
    is_open = _declared(answer.body) == {b"true"}
    if page.own < _PAYWALL_WORDS and not is_open and _says(page, sentences("paywall")):
        return Outcome.PAYWALLED, "the page shows a beginning and asks for a subscription"
    if page.own < _PAYWALL_WORDS and asks(page.blocks):
        promised = promised_words(
            decode_page(answer.body[:_SNIFFED], answer.content_type), by_minutes=True
        )
        if promised >= _LEAST_PROMISED and page.own < _SHARE_OF_PROMISED * promised:
            return Outcome.PAYWALLED, "the page shows far fewer words than it says its text has"
    if page.own >= _WALL_WORDS:
        return None
    asks_to_sign_in = Outcome.LOGIN_REQUIRED, "the page asks its reader to sign in"
    if way and on_path("login").search(path_of(answer.exchange.url)):
        return asks_to_sign_in
    if _says(page, sentences("login")):
        return asks_to_sign_in
    if page.has_password and _is_named(page, names("login")):
        return asks_to_sign_in
    is_form = page.has_password and page.own < _LOGIN_WORDS
    return asks_to_sign_in if is_form and not _has_headline(page, partial(names, "login")) else None


def _declared_wall(body: bytes) -> Judged | None:
    if _declared(body) == {b"false"}:
        return Outcome.PAYWALLED, "the page declares that it is not free to read"
    return None


def _declared(body: bytes) -> set[bytes]:
    """What a page says of whether it is free to read."""
    return {found.lower() for found in _FREE.findall(body)}


def _shell(page: Glance) -> Judged | None:
    if _has_text_without_scripts(page):
        return None
    needs = Outcome.NEEDS_JAVASCRIPT, "the page has no words until its scripts run"
    if page.has_script and page.prose < _SHELL_WORDS and page.longest < _SHELL_RUN:
        return needs
    if page.prose >= _NOSCRIPT_WORDS or _has_headline(page):
        return None
    asks = anywhere("needs-script")
    return needs if asks.search(page.noscript) or asks.search(page.text) else None


def _has_text_without_scripts(page: Glance) -> bool:
    """Whether a page has its text for readers without scripts, as forums give theirs.

    More words, that is, than it takes to ask them to turn scripts on.
    """
    words = page.noscript.split()
    begun = " ".join(words[:_BEGUN])
    return len(words) >= _TEXT_WITHOUT_SCRIPTS and not anywhere("needs-script").search(begun)


def _is_named(page: Glance, wall: re.Pattern[str]) -> bool:
    """Whether the page's title, a part of that, or its first heading is the name of a wall."""
    heading = page.heading or page.subheading
    names = [page.title, heading, *_SEGMENTS.split(page.title[:500])]
    return any(
        wall.fullmatch(_plain(name).strip(" .!?:*|")) or wall.fullmatch(_plain(name).strip())
        for name in names
        if name and len(name) <= 200
    )


def _has_headline(page: Glance, *walls: Callable[[], re.Pattern[str]]) -> bool:
    """Whether a heading stands over an article, and not over one of some walls.

    A headline may have the name of a wall in it, among others: 'Bank drops its security check'.
    """
    heading = _plain(page.heading)
    if len(heading.split()) < _HEADLINE:
        return False
    found = (wall().search(heading) for wall in walls)
    return not any(each and len(each[0]) >= _SHARE_OF_HEADING * len(heading) for each in found)


def _says(page: Glance, sentences: re.Pattern[str]) -> bool:
    """Whether a text of the page itself, and not one about such pages, says this to its reader."""
    return any(
        sentences.search(_plain(block))
        for block in page.blocks
        if len(block) < _LONGEST_CALL and block.count(" ") < _LONGEST_CALL_WORDS
    )


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'").replace("\xa0", " ")
