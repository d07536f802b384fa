"""The markup of an RTF document without the words that are struck out, deleted or hidden in it."""

import re

_TOKEN = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\[^a-z]|[{}]|[^\\{}]+",
    re.DOTALL,
)
_WITHDRAWN = {"strike": "struck", "striked": "struck", "deleted": "struck", "v": "hidden"}


def shown_only(markup: str) -> str:
    """The markup less the words that no reader sees; what ends a paragraph stays. Linear."""
    out: list[str] = []
    state: frozenset[str] = frozenset()
    groups: list[frozenset[str]] = []
    for match in _TOKEN.finditer(markup):
        piece, word = match[0], match["word"]
        if piece == "{":
            groups.append(state)
        elif piece == "}":
            state = groups.pop() if groups else frozenset()
        elif word == "plain":
            state = frozenset()
        elif word in _WITHDRAWN:
            named = frozenset({_WITHDRAWN[word]})
            state = state - named if match["number"] == "0" else state | named
            continue
        elif state and (word is None or word == "u"):
            continue
        out.append(piece)
    return "".join(out)
