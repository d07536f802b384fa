"""Patterns on which the check itself is tried: those that must be found, and those that must not."""

import re

from tests.patterns.collected import Used

_SLOW = {
    "nested repeats": (r"(?:\s{1,99}|<!--.{0,500}?-->){0,20}<[a-z]", "match"),
    "nested repeats of one set": (r"(\w+\s?)*$", "match"),
    "alternatives that overlap": (r"(?:a|\wb?)*!", "match"),
    "adjacent repeats": (r"=\s*\"?\s*\"?\s*x", "match"),
    "a repeat searched from everywhere": (r"\s+$", "search"),
    "an end that never comes": (r"<!--.*?-->", "sub"),
    "an end that never comes, bounded": (r"<[^>]{0,20000}>", "finditer"),
    "a suffix of a long repeat": (r"[a-z]+-[a-z]+", "search"),
}
_QUICK = {
    "a possessive repeat": (r"(?:\s++|<!--.{0,500}?-->)*+<[a-z]", "match"),
    "one class": (r"\w+", "finditer"),
    "anchored on the left": (r"(?<!\s)\s++$", "search"),
    "a bounded end": (r"<!--.{0,50}?-->", "sub"),
}


def _used(name: str, pattern: str, way: str) -> Used:
    return Used(re.compile(pattern), "samples", 0, name, frozenset({way}))


SAMPLES = [_used(name, *sample) for name, sample in {**_SLOW, **_QUICK}.items()]
TO_BE_FOUND = frozenset(_SLOW)
