"""Files that hold words, made as the programs make them that save them."""

import plistlib
import zipfile
from email.message import EmailMessage
from io import BytesIO

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def mail(text: str, *, coding: str = "quoted-printable", charset: str = "utf-8") -> EmailMessage:
    """A mail with a body of text."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.example", "c@d.example", "Statement"
    message.set_content(text, charset=charset, cte=coding)
    return message


def mhtml(*pages: str, coding: str = "quoted-printable") -> bytes:
    """A page as Chrome saves it in one file, then its frames."""
    message = EmailMessage()
    message["From"], message["Subject"] = "<Saved by Blink>", "Ferry"
    message["Snapshot-Content-Location"] = "https://gazette.example/ferry"
    message.set_content(pages[0], subtype="html", charset="utf-8", cte=coding)
    message.add_related(b"body { color: red }", "text", "css")
    message.add_related(bytes(range(256)) * 20, "image", "png")
    for frame in pages[1:]:
        message.add_related(frame.encode(), "text", "html")
    return message.as_bytes()


def web_archive(page: bytes, charset: str | None, *frames: bytes, xml: bool = False) -> bytes:
    """A page as Safari saves it, with its frames."""

    def archive(data: bytes) -> dict[str, object]:
        main: dict[str, object] = {
            "WebResourceData": data,
            "WebResourceMIMEType": "text/html",
            "WebResourceURL": "https://gazette.example/ferry",
        }
        if charset is not None:
            main["WebResourceTextEncodingName"] = charset
        return {"WebMainResource": main}

    tree = archive(page)
    tree["WebSubframeArchives"] = [archive(frame) for frame in frames]
    tree["WebSubresources"] = [{"WebResourceData": bytes(5000), "WebResourceMIMEType": "image/png"}]
    return plistlib.dumps(tree, fmt=plistlib.FMT_XML if xml else plistlib.FMT_BINARY)


def package(parts: dict[str, bytes], *, packed: bool = True) -> bytes:
    """A ZIP file, its parts packed or stored."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as made:
        for name, data in parts.items():
            plain = zipfile.ZIP_STORED if name == "mimetype" else None
            made.writestr(name, data, compress_type=plain)
    return file.getvalue()


def open_document(body: str, styles: str = "") -> bytes:
    """A text as LibreOffice packs it."""
    spaces = " ".join(
        f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "text", "style", "table")
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return package(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": content.encode(),
            "meta.xml": b"<meta/>",
        }
    )
