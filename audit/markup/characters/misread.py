"""Text whose encoding was damaged before it came here: 'donâ€™t', 'PayrÃ³', 'Ð¿Ñ€Ð¸'.

UTF-8 that a program read as Windows-1252 and saved so. Real words have 'Ã', 'â', 'Â' too ('SÃO',
'Âge', 'pâine', a closing mark behind 'IRMÃ'), but not before these signs.
"""

import re
from collections import Counter

_HIGH = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MARK = 'â€[™œ\x9d˜“”¦¢š\x9c\x9d\x99\x98"]'
_LETTER = "(?<![A-ZÀ-Þ])[ÃÂ][\u00a1-\u00aa\u00ac-\u00b6\u00b8\u00b9\u00bb-\u00bf]"
_CYRILLIC = f"(?:[ÐÑ][{_HIGH}]){{3,24}}"
_MISREAD = re.compile(f"{_MARK}|{_LETTER}|{_CYRILLIC}")
_WORD = re.compile(r"\S{0,30}")
_BEFORE = 30  # characters of the word around one that are looked at
_FEWEST = 2  # one alone may be meant
_MOST = 10_000  # that are counted


def misread_words(text: str) -> tuple[str, int] | None:
    """A word of a text whose encoding was damaged, and how many places are so; None where none is.

    The word is the one that shows it most often.
    """
    words: Counter[str] = Counter()
    places = 0
    for found in _MISREAD.finditer(text):
        places += 1
        if places > _MOST:
            break
        before = text[max(found.start() - _BEFORE, 0) : found.start()]
        start = (
            found.start() - len(before.split()[-1])
            if before.strip() and not before[-1].isspace()
            else found.start()
        )
        behind = _WORD.match(text, found.end())
        words[text[start : behind.end() if behind else found.end()]] += 1
    if places < _FEWEST:
        return None
    return words.most_common(1)[0][0], places
