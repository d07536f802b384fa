"""Takes an address out of the one that leads through a counter, a filter or a cache to it.

Nobody is asked: what a wrapper does not say stays wrapped. The wrappers are in
``wrapped_links.toml``. Proofpoint's codes: help.proofpoint.com, 'URL Defense decoder'.
"""

import re
import tomllib
from base64 import urlsafe_b64decode
from binascii import Error
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from audit.model.addresses import hostname

_DEEPEST = 5  # wrappers in each other
_LONGEST = 8192  # characters of an address that is looked into
_ABSOLUTE = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_TRANSLATED = ".translate.goog"


class _Wrapper(NamedTuple):
    host: re.Pattern[str]
    path: re.Pattern[str]
    place: str | Sequence[str]


def unwrapped(url: str) -> str:
    """The address that a wrapper names, or the address itself where none does.

    What comes out is an http or https address and, like any other, still to be judged.
    """
    for _ in range(_DEEPEST):
        inner = _inside(url)
        if inner is None:
            break
        url = inner
    return url


def _inside(url: str) -> str | None:
    if len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = hostname(url)
    if host.endswith(_TRANSLATED):
        return _of_translation(host, parts)
    for wrapper in _by_end(host):
        if not wrapper.host.fullmatch(host):
            continue
        path = wrapper.path.fullmatch(parts.path)
        if path is None:
            continue
        for found in _named(wrapper, path, parts):
            if _ABSOLUTE.match(found):
                return found
    return None


def _named(wrapper: _Wrapper, path: re.Match[str], parts: SplitResult) -> Iterator[str]:
    """What stands where a wrapper has the address."""
    if not isinstance(wrapper.place, str):
        for name in wrapper.place:
            yield from _values(parts.query, name)
    elif wrapper.place == "path":
        yield _of_path(path, parts)
    elif wrapper.place == "query":
        yield unquote(parts.query)
    else:
        yield from _CODES[wrapper.place](parts)


def _values(query: str, name: str) -> Iterator[str]:
    """The values of a parameter; a plus is one, for addresses have no other sign for it."""
    for field in query.split("&"):
        key, _, value = field.partition("=")
        if key == name:
            yield unquote(value)


def _of_path(path: re.Match[str], parts: SplitResult) -> str:
    page = path["page"]
    if re.match(r"https?(?::|%3a)", page, re.IGNORECASE):
        return unquote(page) if "%3a" in page[:8].lower() else page
    secure = path.groupdict().get("secure")
    query = f"?{parts.query}" if parts.query else ""
    return f"{'https' if secure else 'http'}://{page}{query}"


def _proofpoint_2(parts: SplitResult) -> Iterator[str]:
    """``https-3A__host_path``: a hyphen for a percent sign, an underscore for a slash."""
    for field in parts.query.split("&"):
        key, _, value = field.partition("=")
        if key == "u":
            yield unquote(value.replace("-", "%").replace("_", "/"))


def _proofpoint_3(parts: SplitResult) -> Iterator[str]:
    """``__address__;code!!…``: each asterisk of the address stands for characters of the code."""
    whole = parts.path + (f"?{parts.query}" if parts.query else "")
    end = whole.rfind("__;")
    if end < 0:
        return
    code = whole[end + len("__;") :].partition("!")[0]
    address = whole[whole.index("__") + 2 : end]
    held = _base64(code)
    out: list[str] = []
    at = 0
    for piece in re.split(r"(\*\*[A-Za-z0-9_-]|\*)", address):
        if piece == "*":
            taken = 1
        elif piece.startswith("**"):
            taken = _RUN_LENGTHS.index(piece[2]) + 2
        else:
            out.append(piece)
            continue
        out.append(held[at : at + taken] or piece)
        at += taken
    found = "".join(out)
    yield re.sub(r"^(https?):/(?=[^/])", r"\1://", found)


_RUN_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def _base64_parameter(parts: SplitResult) -> Iterator[str]:
    for value in _values(parts.query, "u"):
        yield _base64(value)


def _bing(parts: SplitResult) -> Iterator[str]:
    for value in _values(parts.query, "u"):
        if value.startswith("a1"):
            yield _base64(value[2:])


_CODES: Mapping[str, Callable[[SplitResult], Iterator[str]]] = {
    "proofpoint-2": _proofpoint_2,
    "proofpoint-3": _proofpoint_3,
    "base64": _base64_parameter,
    "bing": _bing,
}


def _base64(code: str) -> str:
    """What a code without its padding holds; nothing where it is no such code."""
    plain = code.replace("+", "-").replace("/", "_").rstrip("=")
    try:
        return urlsafe_b64decode(plain + "=" * (-len(plain) % 4)).decode("utf-8")
    except (Error, UnicodeError, ValueError):
        return ""


def _of_translation(host: str, parts: SplitResult) -> str:
    """``www-bbc-com.translate.goog``: a hyphen for a dot, two for a hyphen."""
    page = host.removesuffix(_TRANSLATED).replace("--", "\0").replace("-", ".").replace("\0", "-")
    own = [field for field in parts.query.split("&") if field and not field.startswith("_x_tr_")]
    query = "?" + "&".join(own) if own else ""
    return f"https://{page}{parts.path}{query}"


def _by_end(host: str) -> Sequence[_Wrapper]:
    """The wrappers that may be a host's: most hosts are none's, and end here."""
    return _table() if any(label in _labels() for label in host.split(".")) else ()


@cache
def _table() -> tuple[_Wrapper, ...]:
    text = (files(__package__) / "wrapped_links.toml").read_text("utf-8")
    return tuple(
        _Wrapper(re.compile(entry["host"]), re.compile(entry["path"]), entry["in"])
        for entry in tomllib.loads(text)["wrapper"]
    )


@cache
def _labels() -> frozenset[str]:
    """The words in the patterns of hosts."""
    return frozenset(
        label
        for wrapper in _table()
        for word in re.findall(r"[a-z0-9-]{2,}", wrapper.host.pattern.replace(r"\.", " "))
        for label in (word, f"{word}protect", f"{word}2")
    )
