"""OpenDocument texts for the tests, packed part by part as LibreOffice does."""

import zipfile
from io import BytesIO

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    f'xmlns:{prefix}="{_ODF}{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "style": "style",
        "table": "table",
        "draw": "drawing",
        "svg": "svg-compatible",
        "fo": "xsl-fo-compatible",
        "meta": "meta",
    }.items()
)
_FOREIGN = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def paragraph(*pieces: str, style: str = "") -> str:
    """A paragraph of pieces of markup or text."""
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{''.join(pieces)}</text:p>"


def anchor(url: str, words: str) -> str:
    return f'<text:a xlink:type="simple" xlink:href="{url}">{words}</text:a>'


def note(kind: str, label: str, body: str) -> str:
    """A footnote or an endnote."""
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
        f"<text:note-body>{body}</text:note-body></text:note>"
    )


def open_text(
    body: str,
    *,
    styles: str = "",
    meta: str = "",
    language: tuple[str, str] = ("none", "none"),
    doctype: str = "",
    extra: dict[str, bytes] | None = None,
) -> bytes:
    """The bytes of a text with a body, automatic styles, metadata and a language."""
    content = (
        f"{doctype}<office:document-content {_SPACES} {_FOREIGN}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    common = (
        f"<office:document-styles {_SPACES}><office:styles>"
        '<style:default-style style:family="paragraph"><style:text-properties'
        f' fo:language="{language[0]}" fo:country="{language[1]}"/></style:default-style>'
        '<style:style style:name="Illustration" style:family="paragraph"'
        ' style:parent-style-name="Caption"/></office:styles></office:document-styles>'
    )
    about = f"<office:document-meta {_SPACES} {_FOREIGN}><office:meta>{meta}</office:meta></office:document-meta>"
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        for name, text in (
            ("content.xml", content),
            ("styles.xml", common),
            ("meta.xml", about),
        ):
            package.writestr(name, text)
        for name, data in (extra or {}).items():
            package.writestr(name, data)
    return packed.getvalue()
