"""Names who speaks by a verb of saying, in scripts that write names without capitals.

A name does not show there. It is what stands between the beginning of a sentence and a verb, or
between a verb and a sign, if it is short and nothing in it leads to a hearer, a place or a time.
"""

import re
from collections.abc import Callable, Sequence

from audit.extract.claims import span
from audit.extract.quotes import Quotation
from audit.extract.without_grammar.beside_verb import Said
from audit.extract.without_grammar.speakers import sentence_start
from audit.languages.extraction.neighbours import listed, words_of
from audit.model import Article

_REACH = 100  # characters on either side of a quotation
_FEWEST, _MOST = 2, 6  # words of a subject
_LONGEST_JOINED = 20  # characters of a subject in a script without spaces
_SHORTEST_JOINED = {"zh": 2, "ja": 3, "ko": 3}  # characters
_COMMAS = ",،"
_MOST_OF_ROLE = 4  # words before a comma
_NAME = (2, 3)  # words
_LONGEST_TOLD = 14  # characters
_WORD = re.compile(r"[^\s।,،、:：.。·!?؟()（）\"“”«»„]+")
_SIGN_BEFORE = re.compile(r"\s{0,2}[:：,،]?\s{0,2}$")
_SIGN_BEHIND = re.compile(r"[,،，]?\s{0,2}")
_CLAUSE_END = re.compile(r"[.。、，,；：:\n]")
_SIGN_INSIDE = re.compile(r"[,،:.()]")
_LONGEST_HEARER = 4  # words between the mark of a subject and its verb
_BRACKETS = re.compile(r"[（(][^（()）]{1,12}[)）]$")
_TOPICS = {"ja": ("は",), "ko": ("은", "는", "이", "가")}
_BACK = {"ja": "と", "ko": ""}


class WithoutCapitals:
    """The verbs of saying of one article in such a script."""

    def __init__(self, article: Article, codes: Sequence[str]) -> None:
        self._article = article
        self._codes = codes

    def said(self, quotation: Quotation) -> Said | None:
        """Who says a quotation, None where no verb beside it tells."""
        patterns: Sequence[Callable[[Quotation, str], Said | None]] = (
            self._verb_before,
            self._verb_behind,
            self._joined,
        )
        found = (pattern(quotation, code) for code in self._codes for pattern in patterns)
        return next((each for each in found if each is not None), None)

    def _before(self, quotation: Quotation) -> tuple[int, list[re.Match[str]]]:
        """Where the sentence of a quotation begins, and its words before the marks."""
        block = self._article.blocks[quotation.block]
        start = sentence_start(self._article, quotation, block, _REACH)
        if start is None:
            return quotation.outer_start, []
        words = list(_WORD.finditer(self._article.text, start, quotation.outer_start))
        return start, words

    def _verb_before(self, quotation: Quotation, code: str) -> Said | None:
        """A verb before the words: 'דוד כהן אמר: „…”', 'قال خالد منصور: «…»'."""
        text = self._article.text
        words = self._before(quotation)[1]
        if not words or not _SIGN_BEFORE.fullmatch(text, words[-1].end(), quotation.outer_start):
            return None
        if words[-1].group() in words_of("subject_verb", code):
            return self._made(self._apposed(words[:-1]), words[-1:], code)
        if words[0].group() in words_of("verb_subject", code):
            colon = ":" in text[words[-1].end() : quotation.outer_start]
            subject = _less_hearers(words[1:], code)
            return self._made(subject, words[:1], code) if colon else None
        return self._marked(words, code)

    def _apposed(self, words: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
        """The name between commas of who is named by a role: 'שרת החינוך, רונית אלבז, אמרה'."""
        text = self._article.text
        commas = [i for i in range(1, len(words)) if text[words[i - 1].end()] in _COMMAS]
        ends = bool(words) and text[words[-1].end()] in _COMMAS
        if len(commas) != 1 or not ends or commas[0] > _MOST_OF_ROLE:
            return words
        named = words[commas[0] :]
        return named if len(named) in _NAME else words

    def _marked(self, words: Sequence[re.Match[str]], code: str) -> Said | None:
        """A subject with a word behind it that says so: 'अनिल शर्मा ने पत्रकारों से कहा'."""
        marker, *verbs = listed("marked_subject", code) or ("",)
        if words[-1].group() not in verbs:
            return None
        last = len(words) - 1
        at = next((i for i in range(last - 1, 0, -1) if words[i].group() == marker), None)
        if at is None or last - at > _LONGEST_HEARER:
            return None
        return self._made(words[:at], [words[at], words[last]], code)

    def _verb_behind(self, quotation: Quotation, code: str) -> Said | None:
        """A verb behind the words and before its subject: '"…", אמר יוסי ברק, …'."""
        text = self._article.text
        block = self._article.blocks[quotation.block]
        sign = _SIGN_BEHIND.match(text, quotation.outer_end, block.end)
        first = sign.end() if sign is not None else quotation.outer_end
        words: list[re.Match[str]] = []
        for match in _WORD.finditer(text, first, min(first + _REACH, block.end)):
            if text[words[-1].end() if words else first : match.start()].strip():
                break
            words.append(match)
        if not words or words[0].group() not in words_of("verb_subject", code):
            return self._marked_behind(words, code)
        at = 1
        while at < len(words) and words[at].group() in words_of("hearers", code):
            at += 1
        never = words_of("never_inside", code)
        stop = next((i for i in range(at, len(words)) if words[i].group() in never), len(words))
        return self._made(_less_hearers(words[at:stop], code), words[:1], code)

    def _marked_behind(self, words: Sequence[re.Match[str]], code: str) -> Said | None:
        """A subject behind the words, with its mark: '“…,” अनिल शर्मा ने मैच के बाद बताया।'."""
        marker, *verbs = listed("marked_subject", code) or ("",)
        at = next((i for i, word in enumerate(words) if word.group() == marker), None)
        if at is None:
            return None
        last = len(words) - 1
        verb = next((i for i in range(at + 1, last + 1) if words[i].group() in verbs), None)
        if verb is None or verb - at > _LONGEST_HEARER + 1:
            return None
        return self._made(words[:at], [words[at], words[verb]], code)

    def _made(
        self, subject: Sequence[re.Match[str]], cue: Sequence[re.Match[str]], code: str
    ) -> Said | None:
        never = words_of("never_inside", code) | words_of("hearers", code)
        if not _FEWEST <= len(subject) <= _MOST:
            return None
        between = self._article.text[subject[0].start() : subject[-1].end()]
        if any(word.group() in never for word in subject) or _SIGN_INSIDE.search(between):
            return None
        return Said(
            span(self._article, subject[0].start(), subject[-1].end()),
            span(self._article, cue[0].start(), cue[-1].end()),
        )

    def _joined(self, quotation: Quotation, code: str) -> Said | None:
        """The verbs of Chinese, Japanese and Korean."""
        if not words_of("joined", code):
            return None
        if code in _TOPICS:
            return self._with_topic(quotation, code) or self._told_so(quotation, code)
        return self._chinese_before(quotation, code) or self._chinese_behind(quotation, code)

    def _with_topic(self, quotation: Quotation, code: str) -> Said | None:
        """'佐藤健一市長は「…」と述べた'."""
        text = self._article.text
        block = self._article.blocks[quotation.block]
        behind = text[quotation.outer_end : min(quotation.outer_end + _REACH, block.end)]
        if not behind.startswith(_BACK[code]):
            return None
        clause = _CLAUSE_END.split(behind, maxsplit=1)[0]
        verb = next((verb for verb in listed("joined", code) if verb in clause), None)
        if verb is None or len(clause) > _LONGEST_JOINED + len(verb):
            return None
        start = self._before(quotation)[0]
        topic = self._article.text[start : quotation.outer_start].strip().rstrip("、,").strip()
        ends = [at for at in range(1, len(topic)) if topic[at] in _TOPICS[code]]
        ends = [at for at in ends if at + 1 == len(topic) or self._is_hearer(topic[at + 1 :], code)]
        name = _BRACKETS.sub("", topic[: ends[0]]) if ends else ""
        if not self._may_be_joined(name, code):
            return None
        at = quotation.outer_end + behind.index(verb)
        first = self._article.text.index(name, start)
        return Said(
            span(self._article, first, first + len(name)), span(self._article, at, at + len(verb))
        )

    def _told_so(self, quotation: Quotation, code: str) -> Said | None:
        """A sentence behind the words says who says so: '「…」。館長の松田さんはそう語る。'."""
        text = self._article.text
        block = self._article.blocks[quotation.block]
        first = quotation.outer_end
        while first < block.end and text[first] in "。 ":
            first += 1
        clause = _CLAUSE_END.split(text[first : min(first + _REACH, block.end)], maxsplit=1)[0]
        verb = _last_verb(clause, code)
        ends = [at for at in range(1, len(clause)) if clause[at] in _TOPICS[code]]
        if code == "ko":  # a role ends in a topic too: '소설가 김영희가'
            ends = [at for at in ends if " " in clause[:at] and clause[at + 1 : at + 2] == " "]
        if verb is None or not ends:
            return None
        name, between = clause[: ends[0]], clause[ends[0] + 1 : -len(verb)]
        so = tuple(listed("so", code))
        led = between.startswith(so) if so else between.startswith(" ") or not between
        if not led or len(between) > _LONGEST_JOINED or not self._may_be_joined(name, code):
            return None
        at = first + len(clause) - len(verb)
        return Said(
            span(self._article, first, first + len(name)), span(self._article, at, at + len(verb))
        )

    def _is_hearer(self, text: str, code: str) -> bool:
        """Whether all that stands behind a topic is who was told, or where."""
        apart = code != "ko" or text.startswith(" ")
        short = len(text) <= _LONGEST_TOLD and not _SIGN_INSIDE.search(text) and "、" not in text
        return apart and short and text.endswith(listed("told_ends", code))

    def _chinese_before(self, quotation: Quotation, code: str) -> Said | None:
        """'市长王建国表示：“…”'."""
        start, _ = self._before(quotation)
        text = self._article.text[start : quotation.outer_start]
        clause = text.rstrip().rstrip("：:，,").rstrip()
        if clause == text.rstrip():
            return None
        verb = _last_verb(clause, code)
        if verb is None:
            return None
        name = _less_place(clause[: -len(verb)], code)
        if not self._may_be_joined(name.strip(), code):
            return None
        first = start + len(clause) - len(verb)
        return Said(
            span(self._article, start, start + len(name)),
            span(self._article, first, first + len(verb)),
        )

    def _chinese_behind(self, quotation: Quotation, code: str) -> Said | None:
        """'“…，”李秀英说。'."""
        text = self._article.text
        block = self._article.blocks[quotation.block]
        sign = _SIGN_BEHIND.match(text, quotation.outer_end, block.end)
        first = sign.end() if sign is not None else quotation.outer_end
        reach = text[first : min(first + _REACH, block.end)]
        clause = _CLAUSE_END.split(reach, maxsplit=1)[0]
        verb = _last_verb(clause, code)
        name = _less_place(clause[: -len(verb)], code) if verb is not None else ""
        if verb is None or not self._may_be_joined(name, code):
            return None
        at = first + len(clause) - len(verb)
        return Said(
            span(self._article, first, first + len(name)),
            span(self._article, at, at + len(verb)),
        )

    def _may_be_joined(self, name: str, code: str) -> bool:
        """Whether characters before a verb may be who speaks, and nothing else."""
        if not _SHORTEST_JOINED[code] <= len(name) <= _LONGEST_JOINED:
            return False
        never = listed("never_inside", code)
        if code in _TOPICS:
            return not name.endswith(never) and not re.search(r"[,、。:：“”「」]", name)
        if name.endswith(listed("never_last", code)):
            return False
        return not any(word in name for word in never) and not re.search(r"[\s,，。:：“”（(]", name)


def _last_verb(clause: str, code: str) -> str | None:
    """The verb with which a clause ends, the longest first: '介绍说', not '说'."""
    verbs = (verb for verb in listed("joined", code) if clause.endswith(verb))
    return max(verbs, key=len, default=None)


def _less_place(text: str, code: str) -> str:
    """A subject less where it speaks, and to whom: '陈雨桐在发布会上', '王建国对记者'."""
    cut = min((text.find(word) for word in listed("leads_on", code) if word in text), default=0)
    rest = len(text) - cut
    return text[:cut] if cut >= _SHORTEST_JOINED[code] and rest <= _LONGEST_TOLD else text


def _less_hearers(words: Sequence[re.Match[str]], code: str) -> Sequence[re.Match[str]]:
    """A subject less who was told: 'حسن يوسف للصحفيين'."""
    begins = listed("hearer_begins", code)
    stop = len(words)
    while begins and stop > 0 and words[stop - 1].group().startswith(begins):
        stop -= 1
    return words[:stop]
