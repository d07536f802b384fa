"""Whether what is shown is too little to be sure that it is the text of a page."""

import re
from collections.abc import Iterable

from audit.model import Zone

_TEXT_ZONES = frozenset({
    *(Zone.MAIN, Zone.HEADLINE, Zone.CAPTION, Zone.EMBED, Zone.INSET, Zone.COMMENTS)
})  # fmt: skip
_FEWEST_WORDS = 20
_OF_EAST_ASIA = re.compile("[\u2e80-\u9fff\uac00-\ud7af\u0e00-\u0eff]")  # scripts without spaces
_FEWEST_LETTERS = 40


def has_hardly_any_words(blocks: Iterable[tuple[str, Zone]]) -> bool:
    """Whether blocks of a page show fewer than some twenty words."""
    words = letters = 0
    for text, zone in blocks:
        if zone in _TEXT_ZONES:
            words += sum(map(_is_word, text.split()))
            letters += len(_OF_EAST_ASIA.findall(text))
            if words >= _FEWEST_WORDS or letters >= _FEWEST_LETTERS:
                return False
    return True


def _is_word(token: str) -> bool:
    """Whether a token has a letter, as dates and marks have not."""
    return any(map(str.isalpha, token))
