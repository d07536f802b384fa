"""What pages say that stand where an article should: the expressions that ``wall_words.toml`` has."""

import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files
from typing import Any


def _read() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "wall_words.toml").read_text(encoding="utf-8"))


_WORDS = _read()


def _any(phrases: Sequence[str]) -> str:
    """Any of the phrases, with the named parts in their places."""
    text = "|".join(phrases)
    for name, part in _WORDS["parts"].items():
        text = text.replace(f"<{name}>", part)
    return text


def _names(wall: str) -> re.Pattern[str]:
    """Matches the name of a wall; to be used with ``fullmatch``."""
    return re.compile(f"(?:{_any(_WORDS[wall]['names'])})")


def _sentences(wall: str) -> re.Pattern[str]:
    """Matches what a wall says where it begins a sentence that says hardly more.

    A sentence that goes on after a comma, or that stands in quotation marks, speaks about such words.
    """
    return re.compile(
        r"(?:^|[.!?…:–。！？؟|] ?)(?:(?:sorry|oops|hmm|uh-oh)[,.!…]{1,3} ?(?:but )?)?"
        rf"(?:{_any(_WORDS[wall]['sentences'])})"
        r"[^.!?,;:\"“”„«»…。，]{0,60}(?:[.!?:…|。！？,]? ?$|[.!?:…|。！？])"
    )


def _anywhere(wall: str) -> re.Pattern[str]:
    return re.compile(_any(_WORDS[wall]["anywhere"]))


ERROR_NAMES = _names("error")
ERROR_SENTENCES = _sentences("error")
PARKED = _anywhere("parked")
BOT_NAMES = _names("bot")
BOT_SENTENCES = _sentences("bot")
BOT_MARKS = re.compile(_any(_WORDS["bot"]["marks"]).encode(), re.IGNORECASE)
CONSENT_NAMES = _names("consent")
CONSENT_SENTENCES = _sentences("consent")
LOGIN_NAMES = _names("login")
LOGIN_SENTENCES = _sentences("login")
PAYWALL_SENTENCES = _sentences("paywall")
NEEDS_SCRIPT = _anywhere("needs-script")
