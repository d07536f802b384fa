"""Pages that stand where an article should: error pages, walls, and shells without words.

Each detector needs two signs, and one of them is always that the page has few words. So an article about
a missing page, a paywall or JavaScript is never taken for one.
"""

import re
from urllib.parse import urlsplit

from audit.capture.exchange import Answer
from audit.capture.markup import Glance, glance, is_html
from audit.model import Outcome

_SHELL_WORDS = 25
_NOSCRIPT_WORDS = 60
_ERROR_PAGE_WORDS = 150
_WALL_WORDS = 250
_LOGIN_WORDS = 80

_NEEDS_SCRIPT = re.compile(
    r"(?:enable|activate|turn on|requires?|needs?) javascript|javascript (?:is|has been|must be) "
    r"(?:disabled|required|not available|not enabled|turned off|enabled)|"
    r"javascript aktivieren|activer javascript|active javascript|включите javascript"
)
_ERROR_NAMES = re.compile(
    r"(?:error:? ?)?404(?:[ :]*(?:error|not found|page not found))?|(?:page|story|article|content) not found|not found|"
    r"(?:sorry, )?(?:this|the|that) page (?:does not|doesn['’]t) exist|page (?:does not|doesn['’]t) exist|"
    r"(?:this|the) page (?:is )?(?:no longer available|unavailable|could not be found|cannot be found|can['’]t be found)|"
    r"seite nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|"
    r"страница не найдена|404[ :]*seite nicht gefunden"
)
_SEGMENTS = re.compile(r" [-–—|·•:»] |\|")
_BOT_NAMES = re.compile(
    r"just a moment\.{0,3}|attention required|access denied|access to this page has been denied|"
    r"are you a robot\??|pardon our interruption\.{0,3}|verify you are human|security check"
)
_CONSENT_NAMES = re.compile(
    r"before you continue.{0,60}|(?:cookie|privacy) (?:consent|settings|choices)|your privacy(?: choices)?|"
    r"we value your privacy|bevor sie fortfahren.{0,60}"
)
_LOGIN = re.compile(
    r"(?:log|sign) ?in to (?:continue|view|see|read)|(?:please|you must|you need to) (?:be )?(?:logged in|log in|sign in|login)"
)
_PAYWALL = re.compile(
    r"subscribe (?:now )?to (?:continue|keep|read)|to (?:continue|keep) reading,? (?:please )?subscribe|"
    r"(?:exclusive(?:ly)? (?:for|to)|only for|only available to|available only to) (?:our )?subscribers|"
    r"(?:article|story|content) is for subscribers|become a subscriber to (?:continue|keep|read)"
)
# schema.org: isAccessibleForFree, as search engines ask publishers to declare subscription content.
_FREE = re.compile(rb'"isAccessibleForFree"\s{0,20}:\s{0,20}"?(true|false)', re.IGNORECASE)


def what_stands_there(answer: Answer) -> tuple[Outcome, str] | None:
    """The outcome of a page that is no source; None for one that may be."""
    if not is_html(answer):
        return None
    page = glance(answer.body)
    count = len(page.words)
    names = _names(page)
    if count < _ERROR_PAGE_WORDS and any(map(_ERROR_NAMES.fullmatch, names)):
        return Outcome.SOFT_404, "the page says that there is no such page"
    if count < _ERROR_PAGE_WORDS and any(map(_BOT_NAMES.fullmatch, names)):
        return Outcome.BLOCKED, "the page asks whether a program is reading"
    host = urlsplit(answer.exchange.url).hostname or ""
    if count < _WALL_WORDS and (
        host.startswith("consent.") or any(map(_CONSENT_NAMES.fullmatch, names))
    ):
        return Outcome.CONSENT_REQUIRED, "the page asks for consent before it shows more"
    return _wall(page) or _declared_wall(answer.body) or _shell(page)


def _names(page: Glance) -> list[str]:
    """What the page calls itself: its title, the parts of that, and its first heading."""
    names = [page.title, page.heading, *_SEGMENTS.split(page.title[:500])]
    return [name.strip(" .!") for name in names if len(name) <= 200]


def _wall(page: Glance) -> tuple[Outcome, str] | None:
    if len(page.words) >= _WALL_WORDS:
        return None
    if _PAYWALL.search(page.text):
        return Outcome.PAYWALLED, "the page shows a beginning and asks for a subscription"
    if len(page.words) < _LOGIN_WORDS and (page.has_password or _LOGIN.search(page.text)):
        return Outcome.LOGIN_REQUIRED, "the page asks its reader to sign in"
    return None


def _declared_wall(body: bytes) -> tuple[Outcome, str] | None:
    declared = {found.lower() for found in _FREE.findall(body)}
    if declared == {b"false"}:
        return Outcome.PAYWALLED, "the page declares that it is not free to read"
    return None


def _shell(page: Glance) -> tuple[Outcome, str] | None:
    count = len(page.words)
    asks = _NEEDS_SCRIPT.search(page.noscript) or _NEEDS_SCRIPT.search(page.text)
    if (count < _SHELL_WORDS and page.has_script) or (count < _NOSCRIPT_WORDS and asks):
        return Outcome.NEEDS_JAVASCRIPT, "the page has no words until its scripts run"
    return None
