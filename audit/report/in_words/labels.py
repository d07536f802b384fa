"""Two or three words for what kept words from being compared, where a line has no room for more."""

from collections.abc import Mapping

from audit.model import READ_WHOLE, NotCompared, Outcome

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.CAPTURED: "page read",
    Outcome.FROM_ARCHIVE: "archived copy read",
    Outcome.NOT_ARCHIVED: "not in the captures",
    Outcome.NOT_FOUND: "page not found",
    Outcome.GONE: "page removed",
    Outcome.BLOCKED: "site refuses programs",
    Outcome.RATE_LIMITED: "site asks to wait",
    Outcome.SERVER_ERROR: "error of the site",
    Outcome.CLIENT_ERROR: "request not accepted",
    Outcome.REDIRECT_LOOP: "link leads back to itself",
    Outcome.TOO_MANY_REDIRECTS: "too many redirects",
    Outcome.BAD_REDIRECT: "link leads nowhere",
    Outcome.UNSUPPORTED_SCHEME: "no web address",
    Outcome.REFUSED: "private address",
    Outcome.TLS_ERROR: "certificate not trusted",
    Outcome.NETWORK_ERROR: "no connection",
    Outcome.BAD_RESPONSE: "answer not understood",
    Outcome.TIMED_OUT: "no answer in time",
    Outcome.TOO_LARGE: "page too large",
    Outcome.TRUNCATED: "answer broke off",
    Outcome.EMPTY: "empty page",
    Outcome.NOT_TEXT: "no text",
    Outcome.SOFT_404: "page says it is not there",
    Outcome.PAYWALLED: "paywall",
    Outcome.LOGIN_REQUIRED: "login",
    Outcome.CONSENT_REQUIRED: "consent asked for",
    Outcome.NEEDS_JAVASCRIPT: "needs a browser",
    Outcome.ROBOTS_DISALLOWED: "robots.txt says no",
    Outcome.IS_ARTICLE: "the article itself",
    Outcome.INTERNAL_ERROR: "left out by citeaudit",
}
"""How asking for a page ended."""

REASONS: Mapping[NotCompared, str] = {
    NotCompared.NO_SOURCE: "no source",
    NotCompared.NOT_IN_CITED: "in no cited page",
    NotCompared.SOURCE_NOT_CAPTURED: "source not read",
    NotCompared.SOURCE_NOT_WHOLE: "source read in part",
    NotCompared.HARDLY_ANY_WORDS: "hardly any words at the source",
    NotCompared.LANGUAGE_DIFFERS: "source in another language",
    NotCompared.INDIRECT: "no quotation marks",
    NotCompared.NOTHING_TO_COMPARE: "no words",
    NotCompared.TOO_LONG: "too long",
    NotCompared.TRANSCRIPT_UNCERTAIN: "transcript uncertain",
}
"""Why words were not compared."""

NOT_THERE = "figure not at the source"
"""Why the figures of a statement are not among those that were found."""


NO_SUCH_DATE = "date not at the source"
"""The same of a date alone, which a page may tell in other words: 'on Monday'."""


def why(reason: NotCompared, outcome: Outcome | None) -> str:
    """Why words were not compared; of a source that was not read, what happened to it."""
    if reason is NotCompared.SOURCE_NOT_CAPTURED and outcome is not None:
        return "no words in the source" if outcome in READ_WHOLE else OUTCOMES[outcome]
    return REASONS[reason]
