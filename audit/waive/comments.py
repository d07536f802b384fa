"""``<!-- citeaudit: ignore[RULE] reason -->``: comments that waive findings of a block."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from audit.errors import nearest_name
from audit.model import Article, Comment, Waiver

_COMMENT = re.compile(r"<!--\s*citeaudit\s*:\s*ignore\s*\[([^\[\]]*)\](.*?)--!?>", re.DOTALL)
_LONGEST = 1_000  # characters
_MOST = 200
_SHOWN = 60  # characters of a name that is none
_FORM = "write <!-- citeaudit: ignore[RULE] reason -->"


@dataclass(frozen=True, slots=True)
class Covering:
    """A waiver for some rules in one block of the article, by its index."""

    rules: frozenset[str]
    block: int
    waiver: Waiver


def read_comments(
    article: Article, rules: Collection[str]
) -> tuple[tuple[Covering, ...], tuple[str, ...]]:
    """The waivers in an article's comments, and a sentence on each comment that waives nothing.

    Args:
        article: Its comments are those of a local file, or none.
        rules: The ids of all rules.
    """
    if len(article.comments) > _MOST:
        count = len(article.comments)
        remark = (
            f"The article has {count} comments for citeaudit, more than the {_MOST} that are read:"
            " none of them waives anything."
        )
        return (), (remark,)
    found: list[Covering] = []
    remarks: list[str] = []
    for comment in article.comments:
        read = _read(comment, rules)
        if isinstance(read, Covering):
            found.append(read)
        else:
            remarks.append(f"The comment in line {comment.line} waives nothing: {read}.")
    return tuple(found), tuple(remarks)


def _read(comment: Comment, rules: Collection[str]) -> Covering | str:
    """The waiver of a comment, or what is wrong with it."""
    if len(comment.text) > _LONGEST:
        return f"it has more than {_LONGEST} characters"
    match = _COMMENT.fullmatch(comment.text)
    if match is None:
        return f"it cannot be understood, {_FORM}"
    named = [name.strip() for name in match[1].split(",")]
    for name in named:
        if name not in rules:
            return f"{name[:_SHOWN]!r} is no rule{nearest(name, rules)}"
    reason = " ".join(match[2].split())
    if not reason:
        return f"it gives no reason, {_FORM}"
    if comment.block is None:
        return "no block of the article's text stands around it or behind it"
    return Covering(frozenset(named), comment.block, Waiver(reason, f"line {comment.line}"))


def nearest(name: str, known: Collection[str]) -> str:
    """What may have been meant, as the end of a sentence; empty where nothing is near."""
    found = nearest_name(name[:_SHOWN], known)
    return f", did you mean {found}?" if found is not None else ""
