"""Bytes of an article to text, every character kept: byte order mark and line endings included."""

from audit.errors import ReadError
from audit.markup.characters.charset import (
    all_characters,
    as_encoded,
    can_be_told,
    encoding_of_mark,
)


def decode_text(data: bytes, name: str) -> str:
    """The characters of a text file that declares nothing, each as the file has it.

    Raises:
        ReadError: The bytes are text in no encoding that can be told, or hold NUL characters.
    """
    if marked := encoding_of_mark(data):
        try:
            return _without_nul(data.decode(marked), name)
        except UnicodeDecodeError:
            raise ReadError(
                f"{name} is not valid {marked.upper()}, as its first bytes say: save it as UTF-8"
            ) from None
    if not can_be_told(data):
        raise ReadError(f"{name} is in an encoding that cannot be told: save it as UTF-8")
    return _without_nul(as_encoded(data), name)


def decode_html(data: bytes, name: str, content_type: str | None = None) -> str:
    """The characters of an HTML page, as those of a source page are told.

    Raises:
        ReadError: They hold NUL characters.
    """
    return _without_nul(all_characters(data, content_type), name)


def _without_nul(text: str, name: str) -> str:
    if "\x00" in text:
        raise ReadError(
            f"{name} is a binary file, not text: save the article as plain text in UTF-8"
        )
    return text
