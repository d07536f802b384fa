"""Takes the lines that fence divisions out of a Markdown file, as Pandoc writes them.

'::: {#ref-lee2021 .csl-entry}' says that what follows is the entry which '[@lee2021]' cites: it
becomes '[@lee2021]'. Every character keeps its place.
"""

import re

_FENCE = re.compile(r"(?m)^:::[^\n]{0,300}$")
_ENTRY = re.compile(r":{3,10}[ \t]{0,3}\{#ref-([\w:.-]{1,40})")


def without_divisions(source: str) -> str:
    """A file whose fences are blank, or the label of an entry."""
    return _FENCE.sub(_label, source) if "\n:::" in source else source


def _label(fence: re.Match[str]) -> str:
    entry = _ENTRY.match(fence[0])
    label = f"[@{entry[1]}]" if entry is not None else ""
    return label.ljust(len(fence[0]))
