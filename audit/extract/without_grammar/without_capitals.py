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
_SHORTEST_JOINED = 4
_WORD = re.compile(r"[^\s,،、:：.。·!?؟()（）\"“”«»„]+")
_SIGN_BEFORE = re.compile(r"\s{0,2}[:：,،]?\s{0,2}$")
_SIGN_BEHIND = re.compile(r"[,،，]?\s{0,2}")
_ENDS = re.compile(r"\s{0,2}(?:[,،，.。:：]|$)")
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
        _, words = self._before(quotation)
        if not words or not _SIGN_BEFORE.fullmatch(text, words[-1].end(), quotation.outer_start):
            return None
        verbs, marked = words_of("subject_verb", code), listed("marked_subject", code)
        first, last = words[0].group(), words[-1].group()
        if last in verbs:
            return self._made(words[:-1], words[-1:], code)
        if marked and last in marked[1:] and len(words) > 1 and words[-2].group() == marked[0]:
            return self._made(words[:-2], words[-2:], code)
        if first in words_of("verb_subject", code):
            colon = ":" in text[words[-1].end() : quotation.outer_start]
            return self._made(words[1:], words[:1], code) if colon else None
        return None

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
            return None
        return self._made(words[1:], words[:1], code)

    def _made(
        self, subject: Sequence[re.Match[str]], cue: Sequence[re.Match[str]], code: str
    ) -> Said | None:
        never = words_of("never_inside", code)
        if not _FEWEST <= len(subject) <= _MOST:
            return None
        between = self._article.text[subject[0].start() : subject[-1].end()]
        if any(word.group() in never for word in subject) or re.search(r"[,،:.()]", between):
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
            return self._with_topic(quotation, code)
        return self._chinese_before(quotation, code) or self._chinese_behind(quotation, code)

    def _with_topic(self, quotation: Quotation, code: str) -> Said | None:
        """'佐藤健一市長は「…」と述べた'."""
        text = self._article.text
        block = self._article.blocks[quotation.block]
        behind = text[quotation.outer_end : min(quotation.outer_end + _REACH, block.end)]
        if not behind.startswith(_BACK[code]):
            return None
        clause = re.split(r"[.。、,]", behind, maxsplit=1)[0]
        verb = next((verb for verb in listed("joined", code) if verb in clause), None)
        if verb is None or len(clause) > _LONGEST_JOINED + len(verb):
            return None
        start, _ = self._before(quotation)
        topic = text[start : quotation.outer_start].strip().rstrip("、,").strip()
        if not topic.endswith(_TOPICS[code]) or "、" in topic or "," in topic:
            return None
        name = _BRACKETS.sub("", topic[:-1])
        if not self._may_be_joined(name, code):
            return None
        at = quotation.outer_end + behind.index(verb)
        speaker = span(self._article, start, start + len(text[start:]) - len(text[start:].lstrip()) + len(name))
        return Said(speaker, span(self._article, at, at + len(verb)))

    def _chinese_before(self, quotation: Quotation, code: str) -> Said | None:
        """'市长王建国表示：“…”'."""
        start, _ = self._before(quotation)
        text = self._article.text[start : quotation.outer_start]
        clause = text.rstrip().rstrip("：:，,").rstrip()
        if clause == text.rstrip():
            return None
        verb = next((verb for verb in listed("joined", code) if clause.endswith(verb)), None)
        if verb is None:
            return None
        name = clause[: -len(verb)]
        if not self._may_be_joined(name.strip(), code):
            return None
        first = start + len(name)
        return Said(
            span(self._article, start, first), span(self._article, first, first + len(verb))
        )

    def _chinese_behind(self, quotation: Quotation, code: str) -> Said | None:
        """'“…，”李秀英说。'."""
        text = self._article.text
        block = self._article.blocks[quotation.block]
        sign = _SIGN_BEHIND.match(text, quotation.outer_end, block.end)
        first = sign.end() if sign is not None else quotation.outer_end
        clause = re.split(r"[.。、，,；：:\n]", text[first : min(first + _REACH, block.end)], maxsplit=1)[0]
        verb = next((verb for verb in listed("joined", code) if clause.endswith(verb)), None)
        name = clause[: -len(verb)] if verb is not None else ""
        if verb is None or not self._may_be_joined(name, code):
            return None
        at = first + len(name)
        return Said(span(self._article, first, at), span(self._article, at, at + len(verb)))

    def _may_be_joined(self, name: str, code: str) -> bool:
        """Whether characters before a verb may be who speaks, and nothing else."""
        if not _SHORTEST_JOINED - 1 <= len(name) <= _LONGEST_JOINED:
            return False
        never = listed("never_inside", code)
        if code in _TOPICS:
            return not name.endswith(never) and not re.search(r"[,、。:：“”「」]", name)
        return not any(word in name for word in never) and not re.search(r"[\s,，。:：“”（(]", name)
