"""Which elements are open: the tree of a page as its tags, often wrongly nested, make it.

The stack of open elements of the WHATWG HTML standard (13.2.4.2), without the tree: start tags
that end others ('<li>one<li>two'), end tags that end several or nothing, and formatting elements
that cross blocks.
"""

from collections.abc import Iterator

from audit.markup.rendering.elements import NOT_IN_LINE, Element

_IN_CELL = frozenset({"button", "caption", "object", "table", "td", "template", "th"})
_IN_TABLE = frozenset({"table", "template"})
_TABLE_PARTS = frozenset(
    {"caption", "table", "tbody", "td", "template", "tfoot", "th", "thead", "tr"}
)
_FORMATTING = frozenset({
    *("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"),
})  # fmt: skip
_NEVER_END = frozenset({"html", "body"})
_PATIENCE = 2_000_000  # steps down the stack that lead to nothing; then stray tags are passed over


class OpenElements:
    """The names of the open elements, outermost first; an element's depth is its place from 1.

    A name is empty where a formatting element has ended before a block inside it. Time is linear
    in the number of tags, and so is the searching in vain that hostile pages ask for. ``watched``
    are the depths of those on which something hangs, ascending.
    """

    def __init__(self) -> None:
        self.names: list[str] = []
        self.watched: list[int] = []
        self._patience = _PATIENCE

    def make_room(self, tag: Element) -> list[str]:
        """Ends what a start tag of such an element ends; the names of that, outermost first."""
        names = self.names
        found = -1
        steps = 0
        for index in range(len(names) - 1, -1, -1):
            name = names[index]
            if name in tag.ends:
                found = index
            elif name in tag.within:
                break
            steps += 1
            if steps > self._patience:
                break
        gone = names[found:] if found >= 0 else []
        if gone:
            steps -= len(gone)
            del names[found:]
        self._patience -= steps
        return gone

    def end(self, name: str) -> int:
        """Ends an element and what is open in it; how many stay open, -1 when it was not open.

        A formatting element that ends before a block inside it leaves that block open.
        """
        names = self.names
        if name in _NEVER_END:
            return -1
        block = name in NOT_IN_LINE
        within = _IN_TABLE if name in _TABLE_PARTS else _IN_CELL
        formatting = name in _FORMATTING
        crossed = False
        steps = 0
        for index in range(len(names) - 1, -1, -1):
            other = names[index]
            if other == name:
                if crossed:
                    names[index] = ""
                else:
                    del names[index:]
                return index
            if block:
                if other in within:
                    break
            elif other in NOT_IN_LINE:
                if not formatting:
                    break
                crossed = True
            steps += 1
            if steps > self._patience:
                break
        self._patience -= steps
        return -1

    def watch(self, depth: int) -> None:
        """Has ``ended`` tell when the element at a depth has ended."""
        if not self.watched or self.watched[-1] != depth:
            self.watched.append(depth)

    def ended(self, left: int) -> Iterator[int]:
        """Takes the watched depths of ended elements, deeper than ``left``, from within."""
        watched = self.watched
        if len(self.names) > left:  # only the one at this depth: it ended before a block inside it
            if left + 1 in watched:
                watched.remove(left + 1)
                yield left + 1
            return
        while watched and watched[-1] > left:
            yield watched.pop()
