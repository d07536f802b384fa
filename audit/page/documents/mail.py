"""Mails, and pages that browsers save as mails are written (MIME, RFC 2045; MHTML, RFC 2557).

What matters of a mail is its body, and that of a mail which it passes on, without what is attached
else; of a saved page, the page and its frames.
"""

import re
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

from audit.model import Page
from audit.page.layout import unread
from audit.page.reader import Inner, PageReader, Received, Unwrapped

# What may stand before the header: the length that Apple Mail writes, the separator of a mailbox.
_BEFORE = re.compile(rb"(?:\d{1,12}[ \t]*\r?\n|From [^\r\n]{1,500}\r?\n|\s{0,99})")
_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:")
_HEAD = 100_000  # bytes within which a header ends
_BLANK = re.compile(rb"\r?\n[ \t]{0,9}\r?\n")
_IS_MIME = re.compile(
    rb"^(?:MIME-Version:|Content-Transfer-Encoding:|Content-Type:[ \t]{0,9}multipart/)",
    re.IGNORECASE | re.MULTILINE,
)
_MAILBOX = re.compile(rb"^From [^\r\n]{1,200} \d{4}\r?\n[A-Za-z-]{1,60}:", re.MULTILINE)
_NESTING = re.compile(
    rb"^content-type:[ \t\r\n]{0,9}(?:multipart|message)/", re.IGNORECASE | re.MULTILINE
)
_CONTENT_FIELD = re.compile(
    rb"^content-[a-z-]{1,40}:[^\n]*+(?:\n[ \t][^\n]*+)*+", re.IGNORECASE | re.MULTILINE
)
_LONGEST_FIELD = 4000  # bytes; the library takes quadratic time on its parameters
_MOST_NESTED = 40  # parts that have parts
_MOST_BOUNDS = 50_000  # lines that begin as the bounds between parts do
_MOST_BODIES = 100  # a saved page and its frames
_LONGEST_SUBJECT = 1000  # characters
_LONGEST_PROLOGUE = 300  # bytes, of a property list
_TEXTS = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_DOCUMENTS = frozenset({"application", "message", "text"})
_NO_DOCUMENTS = re.compile(r"application/(?:pgp|pkcs7|x-pkcs7)-|text/(?:calendar|css)")
_TOO_MANY = "a mail of too many parts: save the one that matters as text"
_ATTACHED = "what is attached to the mail was not read: give it as a file of its own"


def _read(source: Received) -> Page | Unwrapped | None:
    data = source.data
    before = _BEFORE.match(data)
    begin = before.end() if before else 0
    if before and before[0][:1].isdigit():
        data = _without_its_record(data)
    if not _is_mail(data, begin, named=source.said == READER.format):
        return None
    if len(_MAILBOX.findall(data)) > 1:
        return unread("a mailbox of several mails: save the one that matters", source.url)
    if _is_hostile(data):
        return unread(_TOO_MANY, source.url)
    found = _Bodies()
    try:
        message = message_from_bytes(data[begin:])
        found.look(message)
        inner = tuple(_inner(part) for part in found.bodies[:_MOST_BODIES])
        title = _subject(message)
    # The library meets what no mail has with errors of any of these kinds.
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError):
        return unread("a broken mail: save it anew", source.url)
    if not inner:
        return unread("a mail without text", source.url)
    return Unwrapped(inner, title, _ATTACHED if found.attached else "")


def _without_its_record(data: bytes) -> bytes:
    """A mail as Apple Mail keeps it, without the property list that follows it."""
    at = data.rfind(b"<?xml")
    is_record = at > 0 and b"<!DOCTYPE plist" in data[at : at + _LONGEST_PROLOGUE]
    return data[:at] if is_record and data.rstrip().endswith(b"</plist>") else data


def _is_mail(data: bytes, begin: int, *, named: bool) -> bool:
    """Whether bytes begin with the header of a mail, and one that says how the rest is coded."""
    if not _FIELD.match(data, begin):
        return False
    blank = _BLANK.search(data, begin, begin + _HEAD)
    head = data[begin : blank.start() if blank else begin + _HEAD]
    return named or _IS_MIME.search(head) is not None


def _is_hostile(data: bytes) -> bool:
    if len(_NESTING.findall(data)) > _MOST_NESTED or data.count(b"\n--") > _MOST_BOUNDS:
        return True
    fields = _CONTENT_FIELD.finditer(data)
    return any(field.end() - field.start() > _LONGEST_FIELD for field in fields)


class _Bodies:
    """The parts of a mail that are its text, in order.

    ``attached`` says that documents come with it.
    """

    def __init__(self) -> None:
        self.bodies: list[Message] = []
        self.attached = False

    def look(self, part: Message) -> None:
        kind = part.get_content_type()
        if kind == "message/rfc822":  # one that is passed on: its words came with this one
            for inner in _parts(part):
                self.look(inner)
        elif kind.startswith("message/") or part.get_content_disposition() == "attachment":
            self.attached |= part.get_content_maintype() in _DOCUMENTS
        elif kind == "multipart/alternative":
            self._richest(_parts(part))
        elif kind == "multipart/related":
            self._root(part)
        elif part.is_multipart():
            for inner in _parts(part):
                self.look(inner)
        elif kind in _TEXTS:
            self.bodies.append(part)
        else:
            self.attached |= part.get_content_maintype() in _DOCUMENTS and not (
                _NO_DOCUMENTS.match(kind)
            )

    def _richest(self, parts: list[Message]) -> None:
        """The last form of a text that is HTML, or that can be read (RFC 2046, 5.1.4)."""
        forms = []
        for part in parts:
            form = _Bodies()
            form.look(part)
            self.attached |= form.attached
            if form.bodies:
                forms.append(form.bodies)
        rich = [form for form in forms if form[0].get_content_type() != "text/plain"]
        for bodies in (rich or forms)[-1:]:
            self.bodies.extend(bodies)

    def _root(self, part: Message) -> None:
        """The page that the other parts belong to, then the frames among them (RFC 2387)."""
        parts = _parts(part)
        named = str(part.get_param("start") or "").strip("<> ")
        root = next(
            (part for part in parts if named and named == str(part["Content-ID"]).strip("<> ")),
            parts[0] if parts else None,
        )
        if root is None:
            return
        self.look(root)
        self.bodies.extend(
            frame
            for frame in parts
            if frame is not root and frame.get_content_type() in _TEXTS - {"text/plain"}
        )


def _parts(part: Message) -> list[Message]:
    payload = part.get_payload()
    return (
        [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []
    )


def _inner(part: Message) -> Inner:
    data = part.get_payload(decode=True)
    charset = part.get_content_charset()
    named = f"; charset={charset}" if charset else ""
    return Inner(data if isinstance(data, bytes) else b"", part.get_content_type() + named)


def _subject(message: Message) -> str | None:
    subject = str(message["Subject"] or "")[:_LONGEST_SUBJECT]
    return " ".join(str(make_header(decode_header(subject))).split()) or None


READER = PageReader(
    "mail",
    _read,
    media_types=("message/rfc822", "multipart/related", "application/x-mimearchive"),
    suffixes=(".mhtml", ".mht", ".eml", ".emlx"),
    always=True,
)
