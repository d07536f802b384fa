"""Builds the articles in Word, ``HALF/articles/NAME.docx``, from the texts in ``HALF/word``.

A text has its title, its author and its day, a line each, then paragraphs with a blank line between.
``# `` begins a heading, ``> `` a paragraph in the style Quote. ``[words](url)`` is a hyperlink, ``[^1]`` a
footnote, ``[~1]`` an endnote, ``{1:words}`` words with a comment. After a line ``---`` stand the notes:
``[^1]: …``, ``[~1]: …``, ``{1}: Name: …``. The parts are those of ECMA-376; the clock of the
package is fixed, so that it comes out the same each time.

    python -m tests.desk.build_word
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tests.desk.build_web import HALVES, HERE

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
INLINE = re.compile(
    r"\[(?P<link>[^]^~]+)\]\((?P<url>[^)]+)\)|\[\^(?P<foot>\d+)\]|\[~(?P<end>\d+)\]|\{(?P<comment>\d+):(?P<about>[^}]+)\}"
)
NOTES = {"footnotes": re.compile(r"\[\^(\d+)\]: (.+)"), "endnotes": re.compile(r"\[~(\d+)\]: (.+)")}
COMMENT = re.compile(r"\{(\d+)\}: ([^:]+): (.+)")


class Part:
    """One part of the package with links: its runs, and its relationships."""

    def __init__(self) -> None:
        self.targets: list[str] = []

    def runs(self, text: str) -> str:
        """The runs of a paragraph."""
        return "".join(self._runs(text))

    def _runs(self, text: str) -> Iterator[str]:
        at = 0
        for found in INLINE.finditer(text):
            yield run(text[at : found.start()])
            at = found.end()
            if found["link"]:
                self.targets.append(found["url"])
                yield f'<w:hyperlink r:id="rIdLink{len(self.targets)}">{run(found["link"])}</w:hyperlink>'
            elif found["foot"]:
                yield f'<w:r><w:footnoteReference w:id="{found["foot"]}"/></w:r>'
            elif found["end"]:
                yield f'<w:r><w:endnoteReference w:id="{found["end"]}"/></w:r>'
            else:
                key = f'w:id="{found["comment"]}"'
                yield f"<w:commentRangeStart {key}/>{run(found['about'])}<w:commentRangeEnd {key}/>"
                yield f"<w:r><w:commentReference {key}/></w:r>"
        yield run(text[at:])

    def relationships(self, others: str = "") -> str:
        """The part's own .rels."""
        links = "".join(
            f'<Relationship Id="rIdLink{number}" Type="{OFFICE}/hyperlink" Target={quoteattr(url)} TargetMode="External"/>'
            for number, url in enumerate(self.targets, start=1)
        )
        return (
            f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{others}{links}</Relationships>'
        )


def run(text: str) -> str:
    """A run of text, or nothing."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def paragraph(part: Part, text: str) -> str:
    """One paragraph in its style."""
    style = {"# ": "Heading1", "> ": "Quote"}.get(text[:2])
    shape = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{shape}{part.runs(text[2:] if style else text)}</w:p>"


def word_file(text: str) -> bytes:
    """The bytes of a Word file."""
    head, _, tail = text.partition("\n---\n")
    title, author, day, *paragraphs = [
        each.strip() for each in re.split(r"\n+", head) if each.strip()
    ]
    document = Part()
    body = "".join(paragraph(document, each) for each in [f"# {title}", *paragraphs])
    parts = {"document": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    rels: dict[str, str] = {}
    for kind, pattern in NOTES.items():
        part = Part()
        tag = kind.removesuffix("s")
        notes = "".join(
            f'<w:{tag} w:id="{key}"><w:p><w:r><w:{tag}Ref/></w:r>{part.runs(" " + words)}</w:p></w:{tag}>'
            for key, words in pattern.findall(tail)
        )
        if notes:
            parts[kind] = f"<w:{kind} {NAMESPACES}>{notes}</w:{kind}>"
            rels[kind] = part.relationships()
    part = Part()
    comments = "".join(
        f'<w:comment w:id="{key}" w:author={quoteattr(name)} w:date="{day}T10:00:00Z"><w:p>{part.runs(words)}</w:p></w:comment>'
        for key, name, words in COMMENT.findall(tail)
    )
    if comments:
        parts["comments"] = f"<w:comments {NAMESPACES}>{comments}</w:comments>"
        rels["comments"] = part.relationships()
    parts["styles"] = (
        f'<w:styles {NAMESPACES}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style></w:styles>'
    )
    others = "".join(
        f'<Relationship Id="rId{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for name in parts
        if name != "document"
    )
    rels["document"] = document.relationships(others)
    return packed(parts, rels, core(title, author, day))


def core(title: str, author: str, day: str) -> str:
    """The properties of the document."""
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}T09:00:00Z</dcterms:created></cp:coreProperties>'
    )


def packed(parts: dict[str, str], rels: dict[str, str], properties: str) -> bytes:
    """The package."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}.{"document.main" if name == "document" else name}+xml"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" '
        f'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{types}</Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>",
        "docProps/core.xml": properties,
    }
    files |= {f"word/{name}.xml": XML + text for name, text in parts.items()}
    files |= {f"word/_rels/{name}.xml.rels": text for name, text in rels.items()}
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        for name, text in files.items():
            entry = ZipInfo(name, (2026, 5, 4, 9, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, text)
    return buffer.getvalue()


def words(half: str) -> Iterator[tuple[Path, bytes]]:
    """The Word files of a half, and their bytes."""
    for path in sorted((HERE / half / "word").glob("*.txt")):
        built = word_file(path.read_text(encoding="utf-8"))
        yield HERE / half / "articles" / f"{path.stem}.docx", built


def main() -> None:
    """Writes the Word files."""
    for half in HALVES:
        for path, built in words(half):
            path.write_bytes(built)
            print(f"{path.name}: {len(built)} bytes")


if __name__ == "__main__":
    main()
