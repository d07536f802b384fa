"""Markdown's inline tokens, each with the place in its block's source at which it begins.

markdown-it gives lines to blocks and nothing to what is in them. Its state object knows the place
whenever a token is made; the rule here keeps it, in ``token.meta["at"]``.
"""

from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_AT = "at"


def placing_parser() -> MarkdownIt:
    """CommonMark with tables and raw HTML; ``place_of`` knows where inline tokens begin."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.core.ruler.at("inline", _parse_inline)
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


def _parse_inline(core: StateCore) -> None:
    for token in core.tokens:
        if token.type == "inline":
            state = _PlacingState(token.content, core.md, core.env, [])
            core.md.inline.tokenize(state)
            for rule in core.md.inline.ruler2.getRules(""):
                rule(state)
            token.children = state.tokens
