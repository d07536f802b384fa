"""Whether a machine wrote a transcript down: what it says of itself, or how it is written.

What recognises speech writes few capitals and no marks; a person who writes captions does.
"""

import re
from urllib.parse import parse_qs, urlsplit

_WORD_TIMES = re.compile(r"<\d{1,2}:\d{2}:\d{2}\.\d{3}><c[>.]")
_KIND = re.compile(r"^Kind:[ \t]{0,9}asr\b", re.IGNORECASE | re.MULTILINE)
_HEAD = 20_000  # characters of a file that are looked at
_TEXT = 60_000  # of its words
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_MARK = re.compile(r"[.,?!;](?=\s|$|[\"”»])")
_FEWEST_WORDS = 40
_FEWEST_CASED = 0.9  # of the letters: scripts without capitals tell nothing
_MOST_MARKS = 0.01  # a word
_MOST_CAPITALS = 0.2  # of the words: names, and 'I'


def says_heard(raw: str, url: str | None) -> bool:
    """Whether a file of captions or its address says that speech recognition made it."""
    if url is not None and parse_qs(urlsplit(url).query).get("kind") == ["asr"]:
        return True
    head = raw[:_HEAD]
    return _WORD_TIMES.search(head) is not None or _KIND.search(head) is not None


def looks_heard(text: str) -> bool:
    """Whether words stand one after the other without marks, and few of them with a capital."""
    sample = text[:_TEXT]
    letters = [char for char in sample if char.isalpha()]
    cased = sum(char.islower() or char.isupper() for char in letters)
    words = _WORD.findall(sample)
    if len(words) < _FEWEST_WORDS or cased < _FEWEST_CASED * len(letters):
        return False
    capitals = sum(word[0].isupper() for word in words)
    marks = len(_MARK.findall(sample))
    return marks <= _MOST_MARKS * len(words) and capitals <= _MOST_CAPITALS * len(words)
