"""Whether the first word of a quoted phrase has but the ending that its sentence asks for.

Of 'ein schwarzer Tag', German has 'sprach von einem „schwarzen Tag“': no other word would do.
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_SHORTEST_STEM = 3  # letters


def is_fitted(ours: str, theirs: str, behind: Sequence[str], language: str | None) -> bool:
    """Whether two words are one adjective before a noun, in two cases.

    ``behind`` are the next words of the quotation. Where both endings are those of verbs,
    too ('hatte', 'hatten'), nothing is told.
    """
    case, both = _endings(language)
    if not case or not (ours.islower() and theirs.islower() and ours != theirs):
        return False
    noun = any(word[:1].isupper() for word in behind)
    return noun and any(
        one.endswith(ending)
        and len(stem := one.removesuffix(ending)) >= _SHORTEST_STEM
        and other.startswith(stem)
        and other.removeprefix(stem) in case | both
        for one, other in ((ours, theirs), (theirs, ours))
        for ending in case
    )


@cache
def _endings(language: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The endings of cases alone, and those that verbs have, too."""
    text = (files("audit.languages") / "fitted.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text).get(language or "", {})
    return frozenset(found.get("case", "").split()), frozenset(found.get("both", "").split())
