"""Marks of notes among the words of a page: a reader does not read them as words."""

import re

from audit.markup.tokens import decoded

_INSIDE = re.compile(r"""href\s{0,9}=\s{0,9}["']?#""", re.IGNORECASE)
_NOTE = re.compile(
    r"noteref|footnote|endnote|fnref|cite_ref|cite_note|\breference\b", re.IGNORECASE
)
_CALL = re.compile(
    r"(?:foot|end|side)?note-?(?:ref|call|mark|number|anchor|link)|noteref|fnref|[\w]-footnote\b|[\"' ]footnote[\"' ]",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"""class\s?=\s?(?:["']|["'][^"'<>]{0,200}\s)(?:sup|super|superscript)["'\s]|vertical-align:\s{0,3}super""",
    re.IGNORECASE,
)
_NOTE_LINK = re.compile(
    r"noteref|footnote-?ref|data-footnote|fnref|cite_ref|cite_note", re.IGNORECASE
)
_BRACKET, _CLOSING = r"(?:\[|&#91;|&lbrack;)", r"(?:\]|&#93;|&rbrack;)"
_SIGN = r"(?:\d{1,3}|[a-z]|[ivx]{1,5}|\*{1,3}|[†‡§])"
_TAGS = re.compile(r"<[^<>]{0,1500}>")
_LONGEST_MARK = 1500  # characters of its markup
_BRACKETED = re.compile(r"\[[^\[\]]{1,60}\]|\(\d{1,3}\)")
_FIGURES = re.compile(
    r"(?:(?:n|fn|nb|note|ref)\.?\s?)?\d{1,3}(?:(?:\s?[,;–-]\s?|\s)\d{1,3}){0,9}[.,;)]?|[*†‡§¶]{1,3}",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[a-h](?:\s?[,;]\s?[a-h]){0,4}")
_WORD_ENDS = re.compile(r"(?:[^\W\d_A-Z]{3}|(?<!\d)[,;]|[.:!?)\]”’\"'»%])$")
_LONG_WORD_ENDS = re.compile(r"(?:[^\W\d_A-Z]{4}|[.,;:!?”’\"'»])$")
_NO_BASE = re.compile(r"(?:(?<![\d.,])(?:1[89]|20)\d\d|(?<!\d)\d{1,3}(?:,\d{3}){1,3})$")
_DEGREES = re.compile(r"°\s?[CF]$")
_UNIT = re.compile(
    r"(?:(?<![^\W\d_])(?:[kcdmnµμ]?m|ft|mi|yd|s|mc|[b-hj-zα-ω])|\d\s?in)$", re.IGNORECASE
)
_BETWEEN = r"\s{0,9}+(?:<(?:/?[bi]|/?sup|/?span)\b[^<>]{0,200}>\s{0,9}){0,4}"
_IN_BRACKETS = re.compile(rf"{_BETWEEN}{_BRACKET}{_SIGN}{_CLOSING}{_BETWEEN}</a\b", re.IGNORECASE)
_BARE = re.compile(rf"{_BETWEEN}\(?{_SIGN}\)?{_BETWEEN}</a\b", re.IGNORECASE)
_TO_A_NOTE = re.compile(
    r"""href\s{0,9}=\s{0,9}["']?[^\s"'<>#]{0,500}#_?(?:cite|edn|endnote|fn|footnote|ftn|note|ref)""",
    re.IGNORECASE,
)
_CALLED = re.compile(rf"{_BETWEEN}[(\[]?{_SIGN}[)\]]?{_BETWEEN}</", re.IGNORECASE)
_FRAGMENT = re.compile(r"""href\s{0,9}=\s{0,9}["']?[^\s"'<>#]{0,500}#""", re.IGNORECASE)
_LINK_FOLLOWS = re.compile(rf"[\s(]{{0,5}}+{_BRACKET}?<a\s([^<>]{{0,1000}})>", re.IGNORECASE)


def leads_inside(rest: str) -> bool:
    """Whether the attributes of a link lead to a place of the same page."""
    return _INSIDE.search(rest) is not None


def is_note_link(rest: str, markup: str, after: int, before: str) -> bool:
    """Whether a link marks a note: '[12]' to a place in the page, or '12' to a note.

    ``after`` is the offset in ``markup`` at which its content begins, ``before`` the end of the
    text that it stands behind. 'Section 3' may be a link as well.
    """
    if _NOTE_LINK.search(rest) and (
        "#" in rest or "doc-noteref" in rest or "data-footnote" in rest
    ):
        return (
            _BARE.match(markup, after) is not None or _IN_BRACKETS.match(markup, after) is not None
        )
    is_inside = leads_inside(rest)
    if is_inside and _IN_BRACKETS.match(markup, after):
        return True
    is_glued = bool(before) and not before[-1:].isspace()
    if not (is_inside or is_glued) or _BARE.match(markup, after) is None:
        return False
    if _TO_A_NOTE.search(rest) is not None:
        return True
    return is_glued and (
        (is_inside and _WORD_ENDS.search(before) is not None)
        or (_NOTE.search(rest) is not None and _FRAGMENT.search(rest) is not None)
    )


def is_call(tag: str, rest: str, markup: str, after: int) -> bool:
    """Whether an element in the line is by its name the mark of a note, and shows no more."""
    return _CALL.search(f"{tag} {rest} ") is not None and _CALLED.match(markup, after) is not None


def is_raised(rest: str) -> bool:
    """Whether attributes set the words of an element higher, as ``<sup>`` does."""
    quick = "sup" in rest and ("class" in rest or "align" in rest)
    return quick and _RAISED.search(rest) is not None


def is_note_mark(tag: str, rest: str, markup: str, after: int, before: str) -> bool:
    """Whether a ``<sup>``, or what is set like one, is the mark of a note.

    It is none where it is an exponent, an ordinal or part of a fraction.

    It says so, holds a link to a place of a page, or brackets, or figures behind a word; ``before``
    is the end of the text that it stands behind.
    """
    if _NOTE.search(rest):
        return True
    end = markup.find(f"</{tag}", after, after + _LONGEST_MARK)
    if end < 0:
        link = _LINK_FOLLOWS.match(markup, after)
        return link is not None and (
            leads_inside(link[1]) or _NOTE_LINK.search(link[1]) is not None
        )
    content = markup[after:end]
    shown = decoded(_TAGS.sub("", content)).strip()
    if _BRACKETED.fullmatch(shown):
        return True
    link = _LINK_FOLLOWS.match(content)
    if link is not None and (leads_inside(link[1]) or _NOTE_LINK.search(link[1])):
        return True
    follows = markup[end + len(tag) + 3 : end + len(tag) + 4]
    if _LETTER.fullmatch(shown):
        return not follows.isalnum() and _LONG_WORD_ENDS.search(before) is not None
    if not _FIGURES.fullmatch(shown):
        return False
    if link is not None and _FRAGMENT.search(link[1]):
        return True
    return _is_behind_a_word(before, follows)


def _is_behind_a_word(before: str, follows: str) -> bool:
    """Whether raised figures stand behind a word or sentence; behind a figure they count."""
    if follows.isalnum() or (follows and follows in "/⁄&"):
        return False
    last = before[-1:]
    if not last:
        return False
    if last.isspace():
        return _LONG_WORD_ENDS.search(before.rstrip()) is not None
    if last.isdigit():
        return _NO_BASE.search(before) is not None
    if last.isalpha() and _UNIT.search(before):
        return _DEGREES.search(before) is not None
    return True
