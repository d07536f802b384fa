"""Lines that end with a hyphen, read as broken off: 'you would-' before another's 'no'.

Folding joins the two, as a typesetter's hyphen asks for; only the words of a quotation can tell.
"""

import re

from audit.match.passed_over.transcripts import Pieces

_BROKEN_OFF = re.compile(r"[-\u2010](?<=[^\W\d_].)(?=[ \t]{0,20}\r?\n[ \t]{0,99}[^\W\d_])")
_MOST = 200


def parted(text: str, reach: tuple[int, int]) -> Pieces | None:
    """A stretch of a text without the hyphens at its line ends; None where there are none."""
    pieces: list[str] = []
    new: list[int] = []
    old: list[int] = []
    length, done = 0, reach[0]
    hyphens = [match.start() for match in _BROKEN_OFF.finditer(text, *reach)][:_MOST]
    for at in [*hyphens, reach[1]]:
        piece = text[done:at] + (" " if at < reach[1] else "")
        if piece:
            new.append(length)
            old.append(done)
            pieces.append(piece)
            length += len(piece)
        done = at + 1
    return Pieces("".join(pieces), tuple(new), tuple(old)) if hyphens else None
