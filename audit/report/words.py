"""The sentences that explain the words of an audit: plain English, for whoever reads the report."""

from collections.abc import Mapping

from audit.model import READ_WHOLE, Archive, Caution, NotCompared, Outcome, Standing, Verdict

VERDICTS: Mapping[Verdict, str] = {
    Verdict.VERBATIM: "The source has the same words in the same order; only typography may differ.",
    Verdict.EDITED: "The words are the source's, and every difference is marked by an ellipsis or brackets.",
    Verdict.ALTERED: "The source has this passage in other words, and no ellipsis or bracket says so.",
    Verdict.MISATTRIBUTED: "The words are at a source, but there somebody else says them, or it is not the outlet that the article names.",
    Verdict.ABSENT: "The source was read whole and has no such passage. That does not mean that the words are invented.",
    Verdict.NOT_COMPARED: "The words could not be compared with anything. That says nothing about them.",
}
"""What each verdict means."""

REASONS: Mapping[NotCompared, str] = {
    NotCompared.NO_SOURCE: "No page was given for these words: add a link, or name the page in the sources file.",
    NotCompared.NOT_IN_CITED: "No link is tied to these words, and none of the pages that the article cites has them: link them to the page that has, or name it in the sources file.",
    NotCompared.SOURCE_NOT_CAPTURED: "The source could not be read: see what happened to it under Sources.",
    NotCompared.SOURCE_NOT_WHOLE: "The words are not in what could be read of the source, and more was there: look in the rest by hand.",
    NotCompared.TRANSCRIPT_UNCERTAIN: "A machine wrote this transcript, and what it heard may be these words: listen to the recording there.",
    NotCompared.HARDLY_ANY_WORDS: "The source answered with hardly any words, and not with these: open it in a browser, save it and give it as a file.",
    NotCompared.LANGUAGE_DIFFERS: "The source is in another language than the quotation: have the passage checked by somebody who reads it.",
    NotCompared.INDIRECT: "A statement without quotation marks cannot be compared word by word: read the source beside it.",
    NotCompared.NOTHING_TO_COMPARE: "There are no words to compare here: only a link, or punctuation.",
    NotCompared.TOO_LONG: "The quotation is too long to compare: check it by hand, or quote it in parts.",
}
"""Why words were not compared, and what an editor can do."""

STANDINGS: Mapping[Standing, str] = {
    Standing.LINKED: "linked by the article",
    Standing.SUPPLIED: "supplied by the sources file",
    Standing.UNLINKED: "the article gives no link",
    Standing.DISCOVERED: "found by searching",
    Standing.UNATTRIBUTED: "nobody is named",
}
"""How words and a source came together."""

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.CAPTURED: "The page was read.",
    Outcome.FROM_ARCHIVE: "An archived copy of the page was read: check its date against the article's.",
    Outcome.NOT_ARCHIVED: "The captures do not hold this page: run the audit without --offline, or add an archive that has it.",
    Outcome.NOT_FOUND: "The site has no such page (404): correct the link, or look for a copy in a web archive.",
    Outcome.GONE: "The site says that the page was removed (410): look for a copy in a web archive.",
    Outcome.BLOCKED: "The site refused to answer a program, so the page may well be there: open it in a browser, save it and give it as a file.",
    Outcome.RATE_LIMITED: "The site asked for fewer requests: run the audit again later.",
    Outcome.SERVER_ERROR: "The site had an error of its own: run the audit again later.",
    Outcome.CLIENT_ERROR: "The site did not accept the request: open the link in a browser and correct it.",
    Outcome.REDIRECT_LOOP: "The link leads back to itself: open it in a browser, and link to the page where it ends.",
    Outcome.TOO_MANY_REDIRECTS: "The link passes through too many others: open it in a browser, and link to the page where it ends.",
    Outcome.BAD_REDIRECT: "The link leads on to no usable address: open it in a browser and correct it.",
    Outcome.UNSUPPORTED_SCHEME: "The address is none of the web (http or https): link to a web page instead.",
    Outcome.REFUSED: "The address is not on the public web and was not asked: if it is meant, allow it with --allow-private.",
    Outcome.TLS_ERROR: "The site's certificate could not be trusted: open the link in a browser and read its warning.",
    Outcome.NETWORK_ERROR: "No connection came about: check the spelling of the address and your own connection, and try again.",
    Outcome.BAD_RESPONSE: "The site's answer could not be understood: open the link in a browser, save the page and give it as a file.",
    Outcome.TIMED_OUT: "The site did not answer in time: run the audit again later, or with a longer --deadline.",
    Outcome.TOO_LARGE: "The page is larger than the limit: save the part that matters and give it as a file.",
    Outcome.TRUNCATED: "The answer broke off before its end: run the audit again.",
    Outcome.EMPTY: "The site answered with an empty page: open the link in a browser.",
    Outcome.NOT_TEXT: "The link leads to a picture, a film or another file that is not read as text: look at it by hand.",
    Outcome.SOFT_404: "The site says in words that it has no such page: correct the link, or look for a copy in a web archive.",
    Outcome.PAYWALLED: "The page is for subscribers: open it with a subscription, save it and give it as a file.",
    Outcome.LOGIN_REQUIRED: "The page asks for a login: log in with a browser, save it and give it as a file.",
    Outcome.CONSENT_REQUIRED: "The page asks for consent first: open it in a browser, save it and give it as a file.",
    Outcome.NEEDS_JAVASCRIPT: "The page shows its words only to a browser: open it there, save it and give it as a file.",
    Outcome.ROBOTS_DISALLOWED: "The site asks programs not to read this page: open it in a browser, save it and give it as a file.",
    Outcome.IS_ARTICLE: "The source is the article itself, and says nothing of its words: name the page or the notes that have them.",
    Outcome.INTERNAL_ERROR: "citeaudit failed on this page, or gave it up at a bound of time or memory: compare by hand, and report the log, which may hold words of the page.",
}
"""How asking for a page ended, and what an editor does next."""

CAUTIONS: Mapping[Caution, str] = {
    Caution.ELLIPSIS_DROPS_NEGATION: "The words that the ellipsis leaves out hold a negation.",
    Caution.ELLIPSIS_DROPS_CONDITION: "The words that the ellipsis leaves out begin with a but, if or unless that may turn the meaning.",
    Caution.BRACKETS_CHANGE_NEGATION: "The words in brackets differ by a negation from those they stand for.",
    Caution.FRAGMENTS_REVERSED: "The parts between the ellipses stand in another order in the source.",
    Caution.TURNED_AFTER: "The sentence goes on at the source with a but, unless, if, except or not, or with what a figure counts: read it to its end.",
    Caution.TURNED_BEFORE: "The words before the quotation may turn it at the source: read the whole sentence.",
    Caution.QUESTION: "The source asks what the quotation states.",
    Caution.BROKEN_CHARACTERS: "Characters are broken at the source: the words were compared with what they plainly stand for.",
    Caution.TWO_SPEAKERS: "At the source, the words are those of two speakers.",
    Caution.OTHER_NAME: "At the source another name stands by the words, which may not be who says them: check who said them.",
    Caution.ONLY_IN_CORRECTION: "The words stand only in a correction that the page makes of itself.",
    Caution.AUTHORS_WORDS: "At the source nobody is quoted with these words: they are the page author's own prose. Check who said them.",
    Caution.NAMESAKE: "At the source somebody of the same last name says the words, with another first name: check who said them.",
    Caution.UNNAMED: "At the source somebody says the words who is not named there, and the speaker is not either: check who said them.",
    Caution.FRAGMENTS_FAR_APART: "Many words are left out at one ellipsis: read what stands between.",
    Caution.ONLY_IN_COMMENTS: "The words stand only in the readers' comments of the page.",
    Caution.ONLY_IN_RELATED: "The words stand only in the page's links to other articles.",
    Caution.ONLY_IN_NAVIGATION: "The words stand only in the navigation of the page.",
    Caution.ONLY_IN_HIDDEN: "The words stand only in a part of the page that no reader sees.",
    Caution.ONLY_IN_FOLDED: "The words stand only in a part of the page that is hidden until a script or its reader opens it.",
    Caution.WITHDRAWN: "Some of the words are struck out at the source: they were withdrawn there.",
    Caution.SPLICED: "The quotation joins passages that stand apart in the source.",
    Caution.SHORT: "One or two words are easily found by chance: read the passage.",
    Caution.CUT_SHORT: "The post is cut short in the article; only what is shown was compared.",
}
"""What an editor should know before trusting a verdict."""


def why_not_compared(reason: NotCompared, outcome: Outcome | None) -> str:
    """Why words were not compared; of a source that was not read, what happened to it."""
    if reason is NotCompared.SOURCE_NOT_CAPTURED and outcome is not None:
        return "The source has no words." if outcome in READ_WHOLE else OUTCOMES[outcome]
    return REASONS[reason]


def cut_short(archive: Archive) -> str:
    """What is said behind an archive that breaks off; empty of one that is whole."""
    if archive.cut is None:
        return ""
    return f"; it breaks off behind byte {archive.cut:,}, and what came after is missing"


UNTOLD = (
    "No source is tied to them, and of the pages that were read none plainly tells the same. Check them by"
    " hand, or name their sources in the article."
)
"""What is said of the sentences with figures that were compared with nothing."""
