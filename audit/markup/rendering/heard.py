"""What a stage may hear of a page that ``Reading`` walks; what it does not ask for does nothing."""


class Heard:
    """Each method is called in the order of the page, with attributes still unread."""

    __slots__ = ()

    def opened(self, tag: str, rest: str) -> None:
        """An element begins that stands by itself, or in the line with a name: a caption."""

    def left(self, depth: int) -> None:
        """An element that is watched ends.

        Its last block has not, unless it ended with the element.
        """

    def hid(self) -> None:
        """An element begins that hides its words."""

    def showed(self) -> None:
        """The element that hides its words ends."""

    def dropped(self, tag: str, rest: str) -> None:
        """An element begins whose content is no text: a script, a frame, the title, a mark."""

    def dropped_text(self, text: str) -> None:
        """A text in such an element."""

    def dropped_ended(self, tag: str) -> None:
        """Such an element ends."""

    def comment(self, text: str) -> None:
        """A comment outside elements whose content is no text."""

    def void(self, tag: str, rest: str) -> None:
        """An element without content, and in the line."""

    def noted(self, tag: str, rest: str) -> None:
        """The ``<html>`` or a ``<frameset>`` begins."""
