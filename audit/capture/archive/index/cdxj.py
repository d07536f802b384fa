"""The index that other tools read: CDXJ, one line a capture, sorted (as pywb and WACZ have it).

A line is the URL's key, the moment as 14 digits, and a JSON object. Our own replay does not read
it: what the archive holds is told by the archive alone.
"""

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from urllib.parse import quote_from_bytes, unquote_to_bytes

from audit.capture.archive.record import Record
from audit.capture.http.dates import warc_date

_PARTS = re.compile(rb"([a-zA-Z][a-zA-Z0-9+.-]*)://([^/?#]*)([^?#]*)(?:\?([^#]*))?", re.DOTALL)
_SAFE = "!\"$&'()*+,-./:;<=>?@[\\]^_`{|}~"
_WWW = re.compile(rb"www\d*\.")
_SESSIONS_IN_PATH = (
    re.compile(rb"^(.*/)(\((?:[a-z]\([0-9a-z]{24}\))+\)/)([^?]+\.aspx.*)$", re.IGNORECASE),
    re.compile(rb"^(.*/)(\([0-9a-z]{24}\)/)([^?]+\.aspx.*)$", re.IGNORECASE),
)
_SESSIONS_IN_QUERY = tuple(
    re.compile(rb"^(.*)(?:" + name + rb")(?:&(.*))?$", re.IGNORECASE)
    for name in (
        rb"jsessionid=[0-9a-zA-Z]{32}",
        rb"phpsessid=[0-9a-zA-Z]{32}",
        rb"sid=[0-9a-zA-Z]{32}",
        rb"ASPSESSIONID[a-zA-Z]{8}=[a-zA-Z]{24}",
        rb"cfid=[^&]+&cftoken=[^&]+",
    )
)
_LONGEST = 8192  # bytes of a URL whose spelling is evened out; a longer one is its own key
_MOST_ESCAPES = 20  # deep; honest addresses have one or two


def surt(url: str) -> str:
    """The key under which tools look a URL up: its host turned round, spellings evened out.

    As the Internet Archive's canonicalizer has it (``surt.surt`` with its defaults), so that an
    index serves pywb. Among others, 'www.', the case of all letters and a slash at the end do not
    count.
    """
    data = url.strip().encode("utf-8", "surrogateescape")
    parts = _PARTS.match(data) if len(data) <= _LONGEST else None
    if parts is None:
        return re.sub(r"\s", "%20", url)
    scheme, netloc, path, query = parts.groups()
    host, port = _host_and_port(netloc.rpartition(b"@")[2])
    key = b",".join(reversed(_host(host).split(b".")))
    if port not in {None, {b"http": 80, b"https": 443}.get(scheme.lower())}:
        key += b":%d" % port
    key += b")" + _path(path)
    query = _query(query or b"")
    key += b"?" + query if query else b""
    return key.decode("ascii", "replace").replace(" ", "%20")


def _host_and_port(authority: bytes) -> tuple[bytes, int | None]:
    host, colon, port = authority.rpartition(b":")
    if not colon or not (port.isdigit() or not port) or len(port) > 5:  # an IPv6 address, or none
        host, port = authority, b""
    return host.strip(b"[]"), int(port) if port else None


def _host(host: bytes) -> bytes:
    host = _unescaped(host)
    if not host.isascii():
        with suppress(UnicodeError):
            host = host.decode("utf-8", "ignore").encode("idna")
    host = _escaped(host.replace(b"..", b".").strip(b".").lower())
    return _WWW.sub(b"", host, count=1) if _WWW.match(host) else host


def _path(path: bytes) -> bytes:
    kept: list[bytes] = []
    for segment in _unescaped(path).split(b"/")[1:]:
        if segment == b"..":
            kept = kept[:-1] if kept else [segment]
        elif segment != b".":
            kept.append(segment)
    *inner, last = kept or [b""]
    path = _escaped(b"/" + b"".join(part + b"/" for part in inner if part) + last).lower()
    for pattern in _SESSIONS_IN_PATH:
        if found := pattern.match(path):
            path = found[1] + found[3]
    return path[:-1] if path.endswith(b"/") and len(path) > 1 else path


def _query(query: bytes) -> bytes:
    query = _escaped(_unescaped(query))
    for pattern in _SESSIONS_IN_QUERY:
        if found := pattern.match(query):
            query = found[1] + (found[2] or b"")
    query = query.lower()
    if len(query) <= 1:
        return query
    return b"&".join(
        b"=".join(pair) for pair in sorted(tuple(arg.split(b"=", 1)) for arg in query.split(b"&"))
    )


def _unescaped(data: bytes) -> bytes:
    for _ in range(_MOST_ESCAPES):
        plain = unquote_to_bytes(data)
        if plain == data:
            break
        data = plain
    return data


def _escaped(data: bytes) -> bytes:
    return quote_from_bytes(data, safe=_SAFE).encode()


def index_line(record: Record, filename: str, at: tuple[int, int] | None = None) -> str | None:
    """The line of one record; None when it is no capture.

    Args:
        record: The record, as it stands in its archive.
        filename: The archive's name as the index is to have it.
        at: The offset and length of the record in the archive of that name, where that is another.
    """
    if record.kind not in {"response", "revisit"} or not record.uri:
        return None
    if record.kind == "response" and not record.opening.startswith(b"HTTP/"):
        return None
    head = record.opening.partition(b"\r\n\r\n")[0].split(b"\n")
    words = head[0].split()
    status = words[1].decode("ascii", "replace") if len(words) > 1 else "-"
    offset, length = at or (record.offset, record.end - record.offset)
    fields = {
        "url": record.uri,
        "mime": "warc/revisit" if record.kind == "revisit" else _mime(head),
        "status": status,
        "digest": record.fields.get("warc-payload-digest", "-"),
        "length": str(length),
        "offset": str(offset),
        "filename": filename,
    }
    moment = warc_date(record.fields.get("warc-date")).strftime("%Y%m%d%H%M%S").zfill(14)
    return f"{surt(record.uri)} {moment} {json.dumps(fields)}"


def _mime(head: list[bytes]) -> str:
    for line in head[1:]:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-type":
            mime = value.partition(b";")[0].strip().decode("latin-1")
            return re.sub(r"\s", "", mime) or "unk"
    return "unk"


def index_text(lines: Iterable[str]) -> str:
    """Lines as an index file has them: sorted by their bytes, each once."""
    return "".join(f"{line}\n" for line in sorted(set(lines)))
