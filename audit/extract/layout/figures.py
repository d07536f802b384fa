"""Tells of a stretch whether it has a figure that a source may be asked for."""

import re
from functools import cache

from audit.languages.comparison.figures import percents_and_scales
from audit.languages.expressions import any_of

_SHORTEST_SCALE = 3  # letters: 'mio'; '5 m' are metres as often
YEAR = re.compile(r"(?:1[89]|20)\d\d")


@cache
def figure_in_digits() -> re.Pattern[str]:
    """An amount, a share, a large number, a score or a vote, or a number of two digits or more."""
    words = (word for word in percents_and_scales() if len(word) >= _SHORTEST_SCALE)
    return re.compile(
        r"(?<![\w.,])[$€£¥]?\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+\b|[$€£¥]\s?\d"
        r"|(?<![\d.,])\d[\d.,]{0,30}\s?(?:%|€|£)"
        rf"|(?<![\d.,])\d[\d.,]{{0,30}}\s(?i:{any_of(words)})(?!\w)"
        r"|(?<![\w.,/:-])\d{1,3}[-–:]\d{1,3}(?![\w/:-])"
        r"|(?<![\w.,/:-])\d{2,}(?:[.,]\d+)?(?![\w/:-])"
    )


def has_figure(text: str) -> bool:
    """Whether a stretch has such a figure beside its years."""
    return figure_in_digits().search(YEAR.sub("    ", text)) is not None
