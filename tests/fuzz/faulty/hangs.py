"""A target in which a regular expression never comes back: the interpreter cannot be interrupted."""

import re

WORDS = ()


def run(data: bytes) -> None:
    if data:
        re.match(rb"(?:a|a)*b", b"a" * 80)
