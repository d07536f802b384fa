"""Bytes of a source to its characters, also where a page says the wrong thing about itself."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PRESCAN = 4096  # bytes in which a page declares its encoding; browsers look at 1024
_UTF16_SAMPLE = 400  # bytes
_SAMPLE = 20_000  # bytes; telling an encoding takes time for every byte looked at
_BAD_SHARE = 0.05  # of what is not ASCII: a cut or damaged page, not another encoding
_FEW_BAD = 2  # characters: so few say nothing
_TOO_MANY_FOR_CHANCE = 8  # bytes that are not ASCII

_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_META = re.compile(rb"<meta\s[^<>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\s{0,10}<\?xml\s[^<>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
_KANA = re.compile("[\u3041-\u30ff]")
_ASCII = bytes(range(128))

_WHATWG = {
    *("utf-8", "utf-16-le", "utf-16-be", "cp866", "cp874", "koi8-r", "koi8-u", "mac-roman"),
    *("mac-cyrillic", "gb18030", "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949"),
    *(f"cp{page}" for page in range(1250, 1259)),
    *(f"iso8859-{part}" for part in range(2, 17)),
}  # fmt: skip
_READ_AS = {  # labels that the standard reads as a larger encoding
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "johab": "cp949",
    "shift_jis": "cp932",
    "utf-16": "utf-16-le",
}
_UNKNOWN_TO_PYTHON = {
    "iso-8859-8-i": "iso8859-8",
    "dos-874": "cp874",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "unicode-1-1-utf-8": "utf-8",
    "unicode": "utf-16-le",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "x-euc-jp": "euc_jp",
    "x-gbk": "gb18030",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-sjis": "cp932",
    "x-x-big5": "big5hkscs",
}


def decode_page(data: bytes, content_type: str | None = None) -> str:
    """The characters of a page or file, without byte order mark and NULs; never an error.

    The byte order mark counts first, then the ``charset`` of the header ``content_type``, then that
    of a ``<meta>``, then that of the XML declaration (labels as in the WHATWG Encoding Standard).
    Unlike a browser, which would show the reader broken letters, this takes the words' side: a
    declaration that the bytes contradict gives way to the next one or to detection, and every one
    to valid UTF-8, which text in another encoding never is by chance. Bytes that remain undecodable
    become U+FFFD.
    """
    return _decode(data, content_type).removeprefix("\ufeff").replace("\0", "")


def is_binary(data: bytes) -> bool:
    """Whether bytes hold NULs, and not because they are UTF-16."""
    return b"\0" in data[:_PRESCAN] and not (_by_mark(data) or _utf16_by_nuls(data))


def _decode(data: bytes, content_type: str | None) -> str:
    if marked := _by_mark(data) or _utf16_by_nuls(data):
        return data.decode(marked, errors="replace")
    utf8 = _strictly_utf8(data)
    foreign = len(data.translate(None, _ASCII))
    if utf8 is not None and foreign > _TOO_MANY_FOR_CHANCE:
        return utf8
    for encoding in _declared(data, content_type):
        if utf8 is not None and encoding == "cp1252":  # what servers say that were told nothing
            return utf8
        text = data.decode(encoding, errors="replace")
        bad = text.count("\ufffd")
        if not bad or (utf8 is None and bad <= max(_FEW_BAD, _BAD_SHARE * foreign)):
            return text
    if utf8 is not None:
        return utf8
    return data.decode(_detected(data) or "cp1252", errors="replace")


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    return None


def _utf16_by_nuls(data: bytes) -> str | None:
    """UTF-16 without its mark: as markup it begins in ASCII, and NULs stand on one side of it."""
    head = data[:_UTF16_SAMPLE]
    if (head[:1] == b"\0") == (head[1:2] == b"\0"):
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    first, other = (even, odd) if head[0] == 0 else (odd, even)
    if 20 * first < len(head) or 10 * other > first:
        return None
    return "utf-16-be" if head[0] == 0 else "utf-16-le"


def _strictly_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _declared(data: bytes, content_type: str | None) -> list[str]:
    """What header, ``<meta>`` and XML declaration say, in that order, as far as Python knows it."""
    labels = []
    if content_type and (header := _HEADER.search(content_type[:1000])):
        labels.append(header[1])
    for in_page in (_META.search(data, 0, _PRESCAN), _XML.match(data, 0, _PRESCAN)):
        if in_page:
            label = in_page[1].decode("ascii", errors="replace").lower()
            # A page whose ASCII is readable is not UTF-16, whatever it says (HTML, 13.2.3.2).
            labels.append("utf-8" if label.startswith("utf-16") else label)
    known = (_encoding(label) for label in labels)
    return [encoding for encoding in known if encoding]


def _encoding(label: str) -> str | None:
    label = label.lower()
    try:
        name = codecs.lookup(_UNKNOWN_TO_PYTHON.get(label, label)).name
    except (LookupError, ValueError):
        return None
    name = _READ_AS.get(name, name)
    return name if name in _WHATWG else None


def _detected(data: bytes) -> str | None:
    """The encoding told from the letters around the first one that is not ASCII."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 — 40 ms that UTF-8 pages need not wait

    first = len(data) - len(data.lstrip(_ASCII))
    start = data.rfind(b"\n", 0, max(first - _SAMPLE // 10, 0)) + 1
    sample = data[start : first + _SAMPLE]
    if _is_euc_jp(sample):
        return "euc_jp"
    matches = from_bytes(sample)
    best = matches.best()
    if best is None:
        return None
    equals = [one for one in matches if (one.chaos, one.coherence) == (best.chaos, best.coherence)]
    # Nothing in the letters tells them apart: the usual one of the web is the better guess.
    return "cp1252" if any(one.encoding == "cp1252" for one in equals) else best.encoding


def _is_euc_jp(sample: bytes) -> bool:
    """Whether the bytes read as Japanese; detection takes EUC-JP for Big5.

    Every Japanese sentence has kana, and what is EUC-KR or GB 18030 gives next to none.
    """
    text = sample.decode("euc_jp", errors="replace")
    foreign = len(text) - len(text.encode("ascii", errors="ignore"))
    kana = len(_KANA.findall(text))
    return kana > 0.25 * foreign and text.count("\ufffd") <= _BAD_SHARE * foreign
