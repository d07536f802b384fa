"""The words of one Markdown block: text, links, notes and comments in it."""

import re
from typing import TYPE_CHECKING

from markdown_it.token import Token

from audit.markup.rendering.elements import STRUCK
from audit.markup.tokens import COMMENT, attributes_of, tags
from audit.read.comments import LONGEST, is_for_us
from audit.read.html.embeds import signed_service
from audit.read.links.addresses import only_absolute
from audit.read.markdown.inline import place_of
from audit.read.markdown.lines import PlacedContent
from audit.read.parsed import NoteEntry
from audit.read.runs import Anchor, Run, RunBuilder

if TYPE_CHECKING:
    from audit.read.markdown.pieces import RawComment

_NUMBER_ALONE = re.compile(r"\[\^?\d{1,3}\](?:\[\])?(?![(\[])")


class InlineReader:
    """Walks the inline tokens of one block.

    ``comments`` are those in it, each with the index of the run that it stands in.
    """

    def __init__(
        self, token: Token, content: PlacedContent, *, signs: bool, notes: list[NoteEntry]
    ) -> None:
        self._source = token.content
        self._tokens = token.children or []
        self._content = content
        self._signs = signs
        self._notes = notes
        self._around: list[RunBuilder] = []  # of the text around the note that is being read
        self._bracketed = False
        self._struck = 0  # open elements that strike their words out
        self._builder = RunBuilder()
        self._anchor: Anchor | None = None
        self._runs: list[Run] = []
        self.comments: list[tuple[int, RawComment]] = []

    def runs(self) -> list[Run]:
        """The text as one run.

        More where it breaks twice, or a signature follows on its own line.
        """
        for index, token in enumerate(self._tokens):
            if token.type in {"text", "text_special"}:
                self._text(token, index)
            elif token.type == "code_inline":
                self._code(token)
            elif token.type in {"softbreak", "hardbreak"}:
                self._break(token)
            elif token.type == "link_open":
                self._anchor = Anchor(str(token.attrs["href"]))
                self._bracket(token)
            elif token.type == "link_close":
                if self._bracketed:
                    self._add("]", place_of(token))
                self._anchor, self._bracketed = None, False
            elif token.type == "footnote_ref":
                self._builder.cite(token.meta["label"], token.meta["label"])
            elif token.type.startswith("footnote_inline"):
                self._note(token)
            elif token.type in {"s_open", "s_close"}:
                self._struck += token.nesting
            elif token.type == "html_inline":
                self._tag(token)
        self._flush()
        return self._runs

    def _bracket(self, token: Token) -> None:
        """Shows '[1]' with its brackets where '[1]: https://…' makes it a link: it is a mark."""
        opens = place_of(token) - 1
        if _NUMBER_ALONE.match(self._source, max(opens, 0)):
            self._add("[", opens)
            self._bracketed = True

    def _note(self, token: Token) -> None:
        """Reads a note among the words by itself; notes in notes belong to the outermost."""
        if token.nesting > 0:
            self._around.append(self._builder)
            self._builder = RunBuilder()
            return
        run = self._builder.take()
        self._builder = self._around.pop()
        key = f"^{len(self._notes) + 1}"
        links = [only_absolute(href) for _, _, href in run.links] if run else []
        addresses = tuple(link for link in links if link is not None)
        words = run.text if run is not None else ""
        self._notes.append(NoteEntry(key, key[1:], words=words, addresses=addresses))
        self._builder.cite(key, key[1:])

    def _flush(self) -> None:
        if self._around:  # a note is one run
            return
        if run := self._builder.take():
            self._runs.append(run)

    def _text(self, token: Token, index: int) -> None:
        at = place_of(token)
        if index and self._tokens[index - 1].markup == "autolink" and self._anchor:
            at += 1  # past the '<'
        self._add(token.content, at)

    def _code(self, token: Token) -> None:
        at = place_of(token) + len(token.markup)
        raw = self._source[at : at + len(token.content)].replace("\n", " ")
        at += raw != token.content  # one blank at each end is no part of the code
        self._add(token.content, at)

    def _add(self, text: str, at: int) -> None:
        if self._struck > 0:
            return
        for piece, file_at in self._content.pieces(text, at):
            self._builder.add(piece, file_at, self._anchor)

    def _break(self, token: Token) -> None:
        at = place_of(token)
        following = self._source.find("\n", at) + 1
        file_at = self._content.file_offset(at)
        if self._signs and signed_service(self._source[following : following + 600].lstrip()):
            self._flush()
        elif token.type == "hardbreak":
            self._break_line(file_at)
        else:
            self._builder.add(" ", file_at)

    def _break_line(self, at: int) -> None:
        if self._builder.at_line_break:
            self._flush()
        else:
            self._builder.break_line(at)

    def _tag(self, token: Token) -> None:
        _, tag, rest, _ = next(tags(token.content))
        at = self._content.file_offset(place_of(token))
        if tag == COMMENT and is_for_us(token.content):
            self.comments.append((len(self._runs), (token.content[:LONGEST], at)))
        elif tag == "br":
            self._break_line(at)
        elif tag == "q":
            self._builder.add("“" if rest is not None else "”", at, self._anchor)
        elif tag in STRUCK:
            self._struck += -1 if rest is None else 1
        elif tag == "sup":
            if rest is None:
                self._builder.lower_line()
            else:
                self._builder.raise_line()
        elif tag == "a":
            href = attributes_of(rest).get("href") if rest else None
            self._anchor = Anchor(href) if href else None
