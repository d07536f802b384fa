"""Bytes to text, every character kept: byte order mark and line endings included."""

import codecs
import re

from audit.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PRESCAN = 4096  # bytes in which an HTML page declares its encoding; browsers look at 1024
_SAMPLE = 50_000  # bytes; telling an encoding takes time for every byte looked at
_META_CHARSET = re.compile(
    rb"<meta\s[^<>]{0,400}?charset\s*+=\s*+[\"']?\s*+([\w.:-]{1,40})", re.IGNORECASE
)
_HEADER_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)

# What a page may declare: the encodings of the WHATWG Encoding Standard, by Python's names.
_WHATWG = {
    *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp866", "koi8-r", "koi8-u", "mac-roman"),
    *("mac-cyrillic", "cp874", "gb18030", "gbk", "gb2312", "big5", "euc_jp", "iso2022_jp"),
    *("shift_jis", "cp932", "euc_kr", "cp949", "tis-620"),
    *(f"cp{page}" for page in range(1250, 1259)),
    *(f"iso8859-{part}" for part in range(2, 17)),
}
_READ_AS = {  # labels that the standard reads as a larger encoding
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "utf-16": "utf-16-le",
}


def decode_text(data: bytes, name: str) -> str:
    """The characters of a text file: UTF-8, else UTF-16 by its mark, else by detection.

    Raises:
        ReadError: The bytes are text in no encoding that is known, or hold NUL characters.
    """
    marked = _by_mark(data)
    try:
        text = data.decode(marked or "utf-8")
    except UnicodeDecodeError as error:
        if marked:
            raise ReadError(
                f"{name} is not valid {marked.upper()}, as its first bytes say: save it as UTF-8"
            ) from None
        text = _decode_detected(data, error.start, name)
    return _without_nul(text, name)


def decode_html(data: bytes, name: str, content_type: str | None = None) -> str:
    """The characters of an HTML page, its encoding found as a browser finds it.

    The byte order mark counts first, then the ``charset`` of ``content_type``, then that of a
    ``<meta>`` (WHATWG HTML, 13.2.3.2); without any, as in ``decode_text``. Bytes that are not of
    the declared encoding become U+FFFD, as in a browser.

    Raises:
        ReadError: As in ``decode_text``.
    """
    declared = _by_mark(data) or _declared(data, content_type)
    if declared is None:
        return decode_text(data, name)
    return _without_nul(data.decode(declared, errors="replace"), name)


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    return None


def _declared(data: bytes, content_type: str | None) -> str | None:
    labels = []
    if content_type and (found := _HEADER_CHARSET.search(content_type[:1000])):
        labels.append(found[1])
    if in_page := _META_CHARSET.search(data, 0, _PRESCAN):
        label = in_page[1].decode("ascii", errors="replace")
        # A page whose ASCII is readable is not UTF-16, whatever it says (WHATWG HTML, 13.2.3.2).
        labels.append("utf-8" if label.lower().startswith("utf-16") else label)
    for label in labels:
        if encoding := _known(label):
            return encoding
    return None


def _known(label: str) -> str | None:
    try:
        encoding = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    encoding = _READ_AS.get(encoding, encoding)
    return encoding if encoding in _WHATWG else None


def _decode_detected(data: bytes, first_bad: int, name: str) -> str:
    try:
        if encoding := _detected(data, first_bad):
            return data.decode(encoding)
    except UnicodeDecodeError:
        pass  # the sample was in that encoding, the rest is not
    raise ReadError(f"{name} is in an encoding that cannot be told: save it as UTF-8")


def _detected(data: bytes, first_bad: int) -> str | None:
    """The encoding of what is no UTF-8, told from the lines around the first byte that shows it."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 — 40 ms that UTF-8 files need not wait

    start = data.rfind(b"\n", 0, max(first_bad - _SAMPLE // 10, 0)) + 1
    end = data.find(b"\n", first_bad + _SAMPLE)
    matches = from_bytes(data[start : end if end > 0 else len(data)][: 2 * _SAMPLE])
    best = matches.best()
    if best is None:
        return None
    equals = [m for m in matches if (m.chaos, m.coherence) == (best.chaos, best.coherence)]
    # Nothing in the letters tells them apart: the usual one of the press is the better guess.
    return "cp1252" if any(m.encoding == "cp1252" for m in equals) else best.encoding


def _without_nul(text: str, name: str) -> str:
    if "\x00" in text:
        raise ReadError(
            f"{name} is a binary file, not text: save the article as plain text in UTF-8"
        )
    return text
