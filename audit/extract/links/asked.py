"""Links on that an outlet asked somebody, or cites them: 'interrogé par La Montagne'.

Such a link has what they said: 'Lee replied when [the Gazette asked her](url)'.
"""

import re

from audit.extract.outlets.gazetteer import triggers

_WORD = re.compile(r"[^\W\d_]+")


def is_on_asking(words: str) -> bool:
    """Whether the words of a link say that somebody was asked by a name, or by whom they were."""
    found = _WORD.findall(words)
    low = [word.lower() for word in found]
    known = triggers()
    at = next((at for at, word in enumerate(low) if word in known.asks), None)
    if at is None:
        return False
    by = any(word in known.asks_joins for word in low)
    if by:
        return len(low) > 1
    object_ = at + 1 >= len(low) or found[at + 1].islower()  # not 'asked the Supreme Court'
    return object_ and any(word[0].isupper() for word in found[:at])
