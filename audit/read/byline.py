"""The name in a byline, without what stands before it: 'Par Clémence Ardouin'."""

from audit.languages.comparison.comparing import comparing
from audit.languages.folders import folders

_LONGEST = 6  # letters of 'door', 'автор'


def author_alone(byline: str | None, language: str | None) -> str | None:
    """A byline without the word of its language for 'by'; as it is where that is not known."""
    if byline is None or language is None:
        return byline
    first, _, name = byline.partition(" ")
    code = language.partition("-")[0].lower()
    if len(first) > _LONGEST or not name[:1].isupper() or code not in folders():
        return byline
    return name if first.rstrip(":").lower() in comparing(code).bylines else byline
