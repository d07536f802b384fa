"""Markdown's inline tokens, each with the place in its block's source at which it begins.

markdown-it gives lines to blocks and nothing to what is in them. Its state object knows the place
whenever a token is made; the rule here keeps it, in ``token.meta["at"]``.
"""

import re
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

_AT = "at"
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_NOTE_REF = re.compile(r"\[\^([^\s\[\]^]{1,100})\]")


def placing_parser() -> MarkdownIt:
    """CommonMark with tables and raw HTML; ``place_of`` knows where inline tokens begin."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.core.ruler.at("inline", _parse_inline)
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.inline.ruler.at("footnote_ref", _note_ref)
    parser.inline.ruler.after("footnote_ref", "footnote_inline", _note_inline)
    # Both join neighbouring texts, escapes decoded, and so lose where the parts stood.
    parser.core.ruler.disable("text_join")
    parser.inline.ruler2.disable("fragments_join")
    return parser


def place_of(token: Token) -> int:
    """The offset in the content of its block at which an inline token's source begins."""
    return int(token.meta[_AT])


class _PlacingState(StateInline):
    """Notes the position at which each token is pushed and each stretch of text begins."""

    _text_at = 0
    _between_texts = True
    _closing: dict[int, int] | None = None

    def closing(self, opening: int) -> int | None:
        """Where the square bracket closes that opens at an offset; one pass finds them all."""
        if self._closing is None:
            self._closing = {}
            opened: list[int] = []
            for match in _BRACKET.finditer(self.src):
                if match.group() == "[":
                    opened.append(match.start())
                elif match.group() == "]" and opened:
                    self._closing[opened.pop()] = match.start()
        return self._closing.get(opening)

    def append_pending(self, text: str) -> None:
        if self._between_texts:
            self._text_at = self.pos
            self._between_texts = False
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 — markdown-it's name
        token = super().pushPending()
        token.meta[_AT] = self._text_at
        self._between_texts = True
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta[_AT] = self.pos
        self._between_texts = True
        return token


def _note_ref(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 — markdown-it's signature
    """``[^1]``, whether there is such a note or not."""
    match = _NOTE_REF.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta["label"] = match[1]
    state.pos = match.end()
    return True


def _note_inline(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 — markdown-it's signature
    """``^[a note]`` of Pandoc."""
    if not state.src.startswith("^[", state.pos) or not isinstance(state, _PlacingState):
        return False
    end, after = state.closing(state.pos + 1), state.posMax
    if end is None or end >= after:
        return False
    if not silent:
        state.push("footnote_inline_open", "", 1)
        state.pos, state.posMax = state.pos + 2, end
        state.md.inline.tokenize(state)
        state.posMax = after
        state.pos = end
        state.push("footnote_inline_close", "", -1)
    state.pos = end + 1
    return True


def _parse_inline(core: StateCore) -> None:
    for token in core.tokens:
        if token.type == "inline":
            state = _PlacingState(token.content, core.md, core.env, [])
            core.md.inline.tokenize(state)
            for rule in core.md.inline.ruler2.getRules(""):
                rule(state)
            token.children = state.tokens
