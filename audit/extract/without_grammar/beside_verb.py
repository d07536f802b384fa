"""Names who speaks by a verb of saying beside a name, in languages whose names have capitals.

'”Nej”, säger kommunalrådet Erik Ström' and 'Erik Ström säger: ”Nej”': the verb stands right beside
the name, roles aside, and no small word parts them that leads to a hearer or a place.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from audit.extract.claims import span
from audit.extract.quotes import Quotation
from audit.extract.sentences import IN_WORD
from audit.extract.without_grammar.names import Names
from audit.extract.without_grammar.speakers import sentence_start
from audit.languages.extraction.neighbours import listed, words_of
from audit.languages.extraction.particles import particles
from audit.languages.recognition import function_words
from audit.model import Article, Span

_ANY = "any"  # a language
_REACH = 140  # characters on either side of a quotation
_WORD = re.compile(rf"[^\W\d_]{IN_WORD}*(?:[.’'·-][^\W\d_]{IN_WORD}*)*[’']?")
_LEAD = re.compile(r"[,.]?\s{0,2}(?:[–—-]{1,2}\s{0,2})?")
_TAIL = re.compile(r"\s{0,2}[:,]?\s{0,2}$")
_LONGEST_VERB = 2  # words
_FULL_NAME = 2  # words, mostly
_MOST_ROLES = 4  # words between a verb and a name
_LONGEST_NAME = 5  # words, titles with capitals among them
_LONGEST_SUBJECT = 8  # words
_MOST_ADVERBS = 4  # words between a subject and its verb
_MOST_BEHIND_VERB = 5  # words between a verb and the quotation


class Said(NamedTuple):
    """A speaker and the words that say that he speaks."""

    speaker: Span
    cue: Span


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    sign: str  # what stands between it and the word before

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def is_name(self) -> bool:
        return self.text[0].isupper()


class BesideVerb:
    """The verbs of saying beside the names of one article."""

    def __init__(self, article: Article, codes: Sequence[str], names: Names) -> None:
        self._article = article
        self._names = names
        self._codes = [code for code in codes if words_of("verbs", code)]

    def said(self, quotation: Quotation) -> Said | None:
        """Who says a quotation, None where no verb beside it tells."""
        if not self._codes:
            return None
        block = self._article.blocks[quotation.block]
        behind = self._behind(quotation, block.end)
        start = sentence_start(self._article, quotation, block, _REACH)
        before = [] if start is None else self._words(start, quotation.outer_start)
        found = (
            self._verb_first(behind, code)
            or self._subject_first(quotation, behind, code)
            or self._led_to(quotation, before, code)
            or self._opens(quotation, before, code)
            or self._around(quotation, before, behind, code)
            for code in self._codes
        )
        return next((each for each in found if each is not None), None)

    def _behind(self, quotation: Quotation, end: int) -> list[_Word]:
        lead = _LEAD.match(self._article.text, quotation.outer_end, end)
        first = lead.end() if lead is not None else quotation.outer_end
        words = self._words(first, min(first + _REACH, end))
        return words if words and words[0].start == first else []

    def _words(self, start: int, end: int) -> list[_Word]:
        return list(self._each(start, end))

    def _each(self, start: int, end: int) -> Iterator[_Word]:
        text = self._article.text
        last = start
        for match in _WORD.finditer(text, start, end):
            yield _Word(
                match.start(), match.end(), match.group(), text[last : match.start()].strip()
            )
            last = match.end()

    def _verb_first(self, words: Sequence[_Word], code: str) -> Said | None:
        """'”…”, säger Erik Ström'."""
        verb = _verb_at(words, 0, code, "verbs")
        if not verb or words[0].is_name:
            return None
        first = verb + _skipped(words, verb, words_of("clitics", code))
        first = _behind_hearers(words, first, code)
        agency = first + 1 < len(words) and _is_initials(words[first])
        if agency and not words[first + 1].is_name and _may_be_role(words[first + 1], code):
            first += 1  # 'řekl ČTK starosta Jan Novák'
        subject = self._subject(words, first, code)
        return self._made(words, subject, range(verb)) if subject is not None else None

    def _subject_first(
        self, quotation: Quotation, words: Sequence[_Word], code: str
    ) -> Said | None:
        """'”…”, Erik Ström säger'."""
        text = self._article.text
        sign = text[quotation.outer_end : words[0].start].strip() if words else ""
        if "." in sign or (not sign and text[quotation.end - 1] in ".!?…"):
            return None  # a sentence of its own
        subject = self._subject(words, 0, code)
        if subject is None:
            return None
        verb = _verb_at(words, subject.stop, code, "verbs")
        behind = range(subject.stop, subject.stop + verb)
        return self._made(words, subject, behind) if verb else None

    def _led_to(self, quotation: Quotation, words: Sequence[_Word], code: str) -> Said | None:
        """'Erik Ström säger: ”…”', the sentence beginning with who speaks."""
        if not words or not _TAIL.fullmatch(
            self._article.text[words[-1].end : quotation.outer_start]
        ):
            return None
        for length in range(_LONGEST_VERB, 0, -1):
            first = len(words) - length
            if first < 1 or _verb_at(words, first, code, "verbs") != length:
                continue
            stop = first
            while stop > 1 and words[stop - 1].low in words_of("clitics", code):
                stop -= 1
            subject = self._opening(words[:stop], words[stop].sign, code)
            subject = subject or self._before_adverbs(words[:stop], words[stop].sign, code)
            return self._made(words, subject, range(first, len(words))) if subject else None
        return None

    def _before_adverbs(self, words: Sequence[_Word], sign: str, code: str) -> range | None:
        """The subject that opens words which go on in small letters: 'Ігор Лисенко після гри'."""
        stop = len(words)
        while stop > 0 and not words[stop - 1].is_name:
            stop -= 1
        while stop and stop < len(words) and _is_role_behind(words[stop], code):
            stop += 1
        adverbs = words[stop:]
        apart = bool(sign) or any(word.sign for word in adverbs)
        if apart or not 1 <= len(adverbs) <= _MOST_ADVERBS:
            return None
        if any(_verb_at(adverbs, at, code, "verbs") for at in range(len(adverbs))):
            return None
        return self._opening(words[:stop], "", code)

    def _opens(self, quotation: Quotation, words: Sequence[_Word], code: str) -> Said | None:
        """'Erik Ström sade i går: ”…”', 'Erik Ström kallar det ”…”': subject and verb open it."""
        tail = self._article.text[words[-1].end : quotation.outer_start] if words else ""
        colon = ":" in tail
        if not words or not _TAIL.fullmatch(tail) or "," in tail:
            return None
        for first in range(1, min(len(words), _LONGEST_SUBJECT)):
            verb = _verb_at(words, first, code, "verbs" if colon else "labels")
            if not verb:
                continue
            rest = words[first + verb :]
            if not 1 <= len(rest) <= _MOST_BEHIND_VERB or any(word.sign for word in rest):
                return None
            if rest[0].is_name:
                return None  # 'Anna Lind svarar Per Ek' may be of either
            if any(_verb_at(rest, at, code, "verbs") for at in range(len(rest))):
                return None
            whole = not any(word.sign for word in words[1 : first + verb])
            subject = self._opening(words[:first], "", code) if whole else None
            return self._made(words, subject, range(first, first + verb)) if subject else None
        return None

    def _around(
        self, quotation: Quotation, before: Sequence[_Word], behind: Sequence[_Word], code: str
    ) -> Said | None:
        """'Murat Kaya, “…” dedi', in languages whose verbs come last."""
        verb = _verb_at(behind, 0, code, "last")
        if not verb or not before:
            return None
        sign = self._article.text[before[-1].end : quotation.outer_start].strip()
        subject = self._opening(before, "", code) if sign in {"", ","} else None
        if subject is None or subject.stop != len(before):
            return None
        speaker = span(self._article, before[subject.start].start, before[subject.stop - 1].end)
        return Said(speaker, span(self._article, behind[0].start, behind[verb - 1].end))

    def _subject(self, words: Sequence[_Word], first: int, code: str) -> range | None:
        """The subject that begins at a word: roles, and the name that they lead to."""
        if first >= len(words) or (first > 0 and words[first].sign != ""):
            return None
        follows_name = (
            first + 1 < len(words) and words[first + 1].is_name and not words[first + 1].sign
        )
        if words[first].low in words_of("pronouns", code) and not follows_name:
            return range(first, first + 1)
        start = _behind_roles(words, first, code)
        at = start
        while at < len(words) and (at == start or not words[at].sign) and _in_name(words, at):
            at += 1
        if words[start : start + 1] and _is_initials(words[start]) and at - start > 1:
            start += 1
            first = start  # an agency that was told: 'powiedział PAP Jan Nowak'
        told = listed("told_behind", code)
        if told and at - start == _FULL_NAME + 1 and words[at - 1].low.endswith(told):
            at -= 1  # 'sanoo Pekka Väyrynen Ylelle'
        if not self._is_person(words[start:at], code) or _runs_on(words, start, at, code):
            return None
        while at < len(words) and not words[at].sign and _is_role_behind(words[at], code):
            at += 1
        return range(first, at)

    def _opening(self, words: Sequence[_Word], sign: str, code: str) -> range | None:
        """The subject that is all of some words, with which a sentence begins."""
        if not 1 <= len(words) <= _LONGEST_SUBJECT:
            return None
        commas = [at for at, word in enumerate(words) if at > 0 and word.sign]
        if any(words[at].sign != "," for at in commas) or (sign == ",") != (len(commas) == 1):
            return None
        if commas and sign == ",":
            head, aside = words[: commas[0]], words[commas[0] :]
            if self._is_whole(aside, code):
                return range(len(words)) if _begins(head, code) else None
            return range(len(head)) if self._is_whole(head, code) else None
        return range(len(words)) if self._is_whole(words, code) else None

    def _is_whole(self, words: Sequence[_Word], code: str) -> bool:
        """Whether words are nothing but roles and a full name that they lead to."""
        stop = len(words)
        while stop > 1 and _is_role_behind(words[stop - 1], code):
            stop -= 1
        start = stop
        while start > 0 and _in_name(words[:stop], start - 1):
            start -= 1
        while start < stop and not words[start].is_name:
            start += 1
        if stop - start < 2 or not self._is_person(words[start:stop], code):
            return False
        return start == 0 or _begins(words[:start], code)

    def _is_person(self, name: Sequence[_Word], code: str) -> bool:
        """Whether words are a full name, or a surname of one, and none of who is told."""
        named = [word for word in name if word.is_name]
        if not 1 <= len(named) <= _LONGEST_NAME or not name[-1].is_name:
            return False
        told = listed("told", code)
        if told and any(word.low.endswith(told) for word in named):
            return False
        return len(named) > 1 or self._names.is_surname(named[0].text)

    def _made(self, words: Sequence[_Word], subject: range, verb: range) -> Said:
        return Said(
            span(self._article, words[subject.start].start, words[subject.stop - 1].end),
            span(self._article, words[verb.start].start, words[verb.stop - 1].end),
        )


def _verb_at(words: Sequence[_Word], first: int, code: str, group: str) -> int:
    """How many words a verb of saying at a word has; 0 where there is none."""
    for length in range(_LONGEST_VERB, 0, -1):
        phrase = words[first : first + length]
        apart = len(phrase) < length or any(word.sign for word in phrase[1:])
        if not apart and " ".join(word.low for word in phrase) in words_of(group, code):
            return length
    return 0


def _skipped(words: Sequence[_Word], first: int, small: frozenset[str]) -> int:
    return int(first < len(words) and words[first].low in small)


def _behind_roles(words: Sequence[_Word], first: int, code: str) -> int:
    """Behind the article and the roles before a name; the end where other words stand there."""
    at = first + _skipped(words, first, words_of("articles", code))
    while at < len(words) and not words[at].is_name:
        inside = at > first and not words[at].sign and _may_stand_inside(words[at], code)
        if at - first >= _MOST_ROLES or words[at].sign:
            return len(words)
        if not (inside or _may_be_role(words[at], code)):
            return len(words)
        at += 1
    parted = first < at < len(words) and words[at].sign
    return len(words) if parted and not _is_abbreviated(words[at - 1], words[at].sign) else at


def _is_abbreviated(word: _Word, sign: str) -> bool:
    """Whether a full stop ends no sentence but a title: 'dr. Erik Ström', not 'han. Erik Ström'."""
    return sign == "." and word.low in words_of("shortened", _ANY)


def _behind_hearers(words: Sequence[_Word], first: int, code: str) -> int:
    """Behind the nouns that say who was told: 'powiedział dziennikarzom premier Adam Krawczyk'."""
    at, told = first, listed("told", code)
    while told and at < len(words) and not words[at].sign and not words[at].is_name:
        article = _skipped(words, at, words_of("articles", code))
        noun = at + article
        if noun >= len(words) or words[noun].is_name or not words[noun].low.endswith(told):
            break
        at = noun + 1
    return at if at - first <= _MOST_ROLES else first


def _runs_on(words: Sequence[_Word], start: int, stop: int, code: str) -> bool:
    """Whether a long name may end in what begins another: 'řekl Petr Novák České televizi'."""
    told = listed("told", code)
    if not told or stop - start <= _FULL_NAME or stop >= len(words) or words[stop].sign:
        return False
    return words[stop].low not in function_words()[code] and not words[stop].low.endswith(told)


def _may_be_role(word: _Word, code: str) -> bool:
    """Whether a small word may say who somebody is: 'kommunalrådet', not 'till'."""
    away = words_of("away", code)
    if not away or word.low in away or word.low in words_of("verbs", code):
        return False
    told = listed("told", code)
    if told and not word.is_name and word.low.endswith(told):
        return False
    return word.low in words_of("of", code) or word.low not in function_words()[code]


def _may_stand_inside(word: _Word, code: str) -> bool:
    """Whether a word may be in the genitive of a role before it: 'velitel zásahu Milan Horák'."""
    known = words_of("verbs", code) | words_of("away", code) | function_words()[code]
    return bool(words_of("away", code)) and word.low not in known


def _is_role_behind(word: _Word, code: str) -> bool:
    ends = listed("roles_behind", code)
    return bool(ends) and not word.is_name and word.low.endswith(ends)


def _in_name(words: Sequence[_Word], at: int) -> bool:
    """Whether a word goes on with a name: a capital, or a small word between two."""
    if words[at].is_name:
        return True
    between = 0 < at < len(words) - 1 and words[at - 1].is_name and words[at + 1].is_name
    return between and words[at].low in particles()


def _is_initials(word: _Word) -> bool:
    return len(word.text) > 1 and word.text.isupper()


def _begins(words: Sequence[_Word], code: str) -> bool:
    """Whether words with which a sentence begins may be roles before a name."""
    article = words[0].low in words_of("articles", code)
    if not article and (not words[0].is_name or not _may_be_role(words[0], code)):
        return False
    return all(word.is_name or _may_be_role(word, code) for word in words[1:])
