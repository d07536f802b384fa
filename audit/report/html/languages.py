"""Languages as a browser understands them."""

import re

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def language_of(name: str | None) -> str | None:
    """A language that a browser understands (BCP 47), else None."""
    return name if name and _LANGUAGE.fullmatch(name) else None
