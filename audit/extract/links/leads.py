"""Reads what leads to a link: 'wrote in [a letter]' has the words, 'rejecting [the report]' not."""

import re
from enum import Enum

from audit.languages.common import CommonWords, among
from audit.languages.extraction.linking import Linking
from audit.model import Article, Link

_REACH = 60  # characters before a link
_PIECE = re.compile(r"[\w@-]+(?:[’'][\w]+)*|[^\w\s]")
_ORNAMENT = frozenset('“”"„«»‘*_')  # around the name of an outlet
_TO = "to"
_FAR = 3  # adjectives, at most, between an article and a document: 'in a long, angry [letter]'
_MARK = 3  # characters back to a mark before a link
_PART = 2  # words before 'of': 'page 12'
_GENITIVE = ("’s", "'s", "s’", "s'")


class Lead(Enum):
    """Whether what stands before a link says that words stand there."""

    PLACE = "in a statement"
    OPEN = "nothing tells"
    ABOUT = "rejecting the report"


class Leads:
    """Reads what leads to the links of one article."""

    def __init__(self, article: Article, words: CommonWords, known: Linking) -> None:
        self._text = article.text
        self._words = words
        self._known = known

    def of(self, link: Link) -> Lead:
        """What the words before a link, and its own first ones, say of it."""
        own = _PIECE.findall(self._text[link.start : link.end])
        before = self._before(link)
        if before[-1:] == [","] and self._previous(before[:-1]) in self._known.documents:
            return Lead.PLACE  # 'In her memoir, [North Is Up]'
        if any(self._is_verb(word) for word in own[:_FAR]):
            return Lead.OPEN  # 'she [recalled on her blog]'
        if own and among(own[0].lower(), self._words.prepositions, self._words.link_before):
            if own[-1][0].isupper() and own[-1].lower() in self._known.documents:
                return Lead.PLACE  # 'sur X', where 'sur' is 'about' as well
            return self._judged(own[0].lower(), before)
        far = bool(own) and own[0].lower() not in self._words.determiners
        before, is_determined = self._without_determiners(before, far=far)
        leads = before.pop() if before else ""
        if not leads or not (leads[0].isalnum() or leads == "("):
            return Lead.OPEN
        low, starts = leads.lower(), not self._previous(before)
        if leads[0].isupper() and not starts and not is_determined:
            return Lead.OPEN  # a name, or the day: 'Mary Holt [wrote on Facebook]'
        return self._judged(low, before)

    def _judged(self, leads: str, before: list[str]) -> Lead:
        known, words = self._known, self._words
        previous = self._previous(before)
        if leads in known.about and any(word.lower() in known.parts for word in before[-_PART:]):
            return Lead.PLACE  # 'on page 12 of [the report]'
        if previous in known.speaking and among(leads, words.prepositions, words.conjunctions):
            return Lead.PLACE  # 'testifying before [a committee]'
        if f"{previous} {leads}" in known.place_phrases:
            return Lead.PLACE
        if leads in known.about or f"{previous} {leads}" in known.about_phrases:
            return Lead.ABOUT
        if leads == _TO and known.gives:
            says = words.say.get(previous) is not None or previous in known.citing
            return Lead.PLACE if says else Lead.OPEN
        if leads in words.link_before or leads in known.documents:
            return Lead.PLACE
        if self._is_verb(leads):
            return Lead.OPEN
        open_ = (
            words.prepositions,
            words.conjunctions,
            words.times,
            words.relative,
            words.pronouns,
        )
        if among(leads, *open_):
            return Lead.OPEN
        return Lead.ABOUT if known.gives and leads[0].isalpha() else Lead.OPEN

    def _is_verb(self, word: str) -> bool:
        says = word in self._known.gives or self._words.say.get(word) is not None
        return says and word not in self._known.documents  # 'the report', 'a ruling'

    def _before(self, link: Link) -> list[str]:
        ahead = self._text[max(link.start - _MARK, 0) : link.start]
        if ahead[-1:].isspace() and ahead.rstrip()[-1:] in _ORNAMENT - {"*", "_"}:
            return []  # behind quoted words: 'The line “it went dark” [appears in her memoir]'
        found = _PIECE.findall(self._text[max(link.start - _REACH, 0) : link.start])
        while found and found[-1] in _ORNAMENT:
            found.pop()
        return found

    def _without_determiners(self, before: list[str], *, far: bool) -> tuple[list[str], bool]:
        """What stands before the article of a noun and its adjectives: 'in the council's new …'."""
        determiners = self._words.determiners
        at = len(before)
        for back in range(1, (_FAR if far else 0) + 2):
            if back > len(before) or not before[-back][0].isalpha():
                break
            low = before[-back].lower()
            if low in determiners or low.endswith(_GENITIVE):
                at = len(before) - back
                break
            if among(low, self._words.prepositions, self._words.link_before):
                break
        is_determined = at < len(before)
        while at and (
            before[at - 1].lower() in determiners or before[at - 1].lower().endswith(_GENITIVE)
        ):
            at -= 1
        return before[:at], is_determined

    @staticmethod
    def _previous(before: list[str]) -> str:
        return before[-1].lower() if before and before[-1][0].isalpha() else ""
