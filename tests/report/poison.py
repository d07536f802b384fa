"""Reports in which every free text carries something hostile."""

import dataclasses
from collections.abc import Callable
from enum import Enum
from typing import Any

from audit.model import Report

FIXED = {"id", "source_id", "attribution_id", "op", "group", "rule", "repeat"}
"""Fields that our own stages fill with names of their own, and the command, which is shown or not: test_repeat.py."""

POISONS = (
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "`one` ``two`` ```three``` ~~~",
    "\n```\n# heading in a fence\n```\n",
    "<script>alert(1)</script><img src=x onerror=alert(1)><!-- ",
    "</details></summary><h1>big</h1>",
    "[click](javascript:alert(1)) ![x](https://evil.example/x.png) <javascript:alert(1)>",
    "https://evil.example/?a=1&copy;=2 www.evil.example ftp://evil.example mail@evil.example",
    "@octocat #123 GH-7 octo/repo#9 :smile: :+1: $x^2$ ~~gone~~ **bold** _thin_ [^1] [ ] [!NOTE]",
    "\n\n# one\n\n## two\n===\n---\n- item\n+ item\n1. item\n> quote\n\n    code\n",
    "\x1b[31mred\x1b]8;;https://evil.example\x07\x00\x07\x9b31m",
    "\u202egnirts desrever\u202c \u2066isolated\u2069 zero\u200bwidth \ufeff \U000e0041",
    "&lt;b&gt; &#64;octocat &commat; &amp;",
    "\\ \\| \\` \\[ \\",
    "lone \ud800 surrogate \udfff",
    "<https://evil.example> <a href=https://evil.example>x</a> &quot;><svg onload=alert(1)>",
)


def poisoned(report: Report, spoil: Callable[[str], str]) -> Report:
    """The report with ``spoil`` applied to every free text in it."""
    spoilt = _walk(report, spoil)
    assert isinstance(spoilt, Report)
    return spoilt


def _walk(value: Any, spoil: Callable[[str], str]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return spoil(value)
    if isinstance(value, tuple):
        return tuple(_walk(item, spoil) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {
            field.name: _walk(getattr(value, field.name), spoil)
            for field in dataclasses.fields(value)
            if field.name not in FIXED
        }
        return dataclasses.replace(value, **fields)
    return value
