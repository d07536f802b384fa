"""Word documents for the tests, packed part by part as word processors do."""

import zipfile
from io import BytesIO

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def paragraph(*pieces: str, style: str = "") -> str:
    """A paragraph of runs; a piece that is no markup becomes a run of text."""
    runs = [
        piece if piece.startswith("<") else f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>'
        for piece in pieces
    ]
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{''.join(runs)}</w:p>"


def link(number: int, words: str) -> str:
    return f'<w:hyperlink r:id="link{number}"><w:r><w:t>{words}</w:t></w:r></w:hyperlink>'


def note_mark(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def document(
    body: str,
    *,
    links: tuple[str, ...] = (),
    notes: str = "",
    extra: dict[str, bytes] | None = None,
) -> bytes:
    """The bytes of a document with a body, outside links (``link1`` …) and footnotes."""
    targets = "".join(
        f'<Relationship Id="link{number}" Type="{_OFFICE}/hyperlink" Target="{url}" TargetMode="External"/>'
        for number, url in enumerate(links, 1)
    )
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships">{{}}</Relationships>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{_WORD}.footnotes+xml"/></Types>',
        "_rels/.rels": relations.format(
            f'<Relationship Id="d" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": relations.format(
            targets + f'<Relationship Id="n" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/>'
        ),
        "word/_rels/footnotes.xml.rels": relations.format(targets),
        "word/document.xml": f"<w:document {_W} {_R} {_MC}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {_W} {_R}>{notes}</w:footnotes>",
    }
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, (extra or {}).get(name, text))
        for name in extra or {}:
            if name not in parts:
                package.writestr(name, (extra or {})[name])
    return packed.getvalue()
