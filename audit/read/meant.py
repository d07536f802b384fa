"""What may have been meant by the name of a file that is not there."""

import re
from contextlib import suppress
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from audit.errors import nearest_name
from audit.read.links.addresses import meant_address

_SCHEME = re.compile(r"(?P<scheme>[A-Za-z]{2,9}):/{1,3}(?P<rest>[^/].*)", re.DOTALL)
_MOST_NAMES = 2_000  # of a folder in which a like one is looked for
_SHOWN = 200  # characters
_CURLY = frozenset("“”„‟«»‘’‚")
_NEAR = 0.8  # of the characters of two names


def what_is_meant(name: str) -> str:
    """The end of a sentence that says of a file that it does not exist."""
    if scheme := _SCHEME.fullmatch(name):
        rest = scheme["rest"]
        if nearest_name(scheme["scheme"], ("http", "https")) is not None:
            return f"did you mean https://{rest[:_SHOWN]}?"
        return "an address begins with https://, a file with its folder or its name"
    path = Path(name)
    if path.parts and not Path(path.parts[0]).is_dir():
        address = meant_address(name)
        if address is not None:
            return f"did you mean {address}?"
    if path.is_symlink():
        return f"it is a link to {str(path.readlink())[:_SHOWN]!r}, which is not there"
    if name[:1] in _CURLY or name[-1:] in _CURLY:
        return 'a shell knows straight quotation marks only: write "…" for “…”'
    near = get_close_matches(path.name[:_SHOWN], _beside(path), n=1, cutoff=_NEAR)
    if near:
        return f"did you mean {path.with_name(near[0])}?"
    return "check the name and the folder"


def _beside(path: Path) -> list[str]:
    """The names of files in the folder of one that is not there."""
    with suppress(OSError, ValueError):
        return [other.name for other in islice(path.parent.iterdir(), _MOST_NAMES)]
    return []
