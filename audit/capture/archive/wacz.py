"""Packs what one audit used into a WACZ file (Web Archive Collection Zipped 1.1.1).

The records are copied byte for byte, only those of the audit: the answers that it names, the
requests that they answer, and the answers that its revisits repeat. The same audit gives the same
file.
"""

import gzip
import hashlib
import json
import zipfile
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from audit._version import __version__
from audit.capture.archive.index.cdxj import index_line
from audit.capture.archive.record import MAGIC, Record, bare
from audit.capture.archive.records import scan
from audit.capture.archive.warc import packed
from audit.capture.http.dates import warc_date
from audit.errors import UsageError
from audit.files import open_file, writing
from audit.model import Capture

VERSION = "1.1.1"

_ARCHIVE = "archive/captures.warc.gz"
_FIRST_OF_ZIP = datetime(1980, 1, 1, tzinfo=UTC)  # the first moment that a ZIP file can hold
_LAST_OF_ZIP = datetime(2107, 12, 31, 23, 59, 58, tzinfo=UTC)
_LINES_IN_A_BLOCK = 1024  # of a compressed index: what other tools write


def write_bundle(
    path: Path,
    archives: Sequence[Path],
    captures: Sequence[tuple[Capture, str | None]],
    *,
    title: str,
    when: str | None,
) -> None:
    """Writes a WACZ of the records that captures name; whole, or not at all.

    Args:
        path: The file to write.
        archives: Where the records stand.
        captures: Those of the audit, each with the title of its page.
        title: What the file is called by those who open it.
        when: Its moment, as a WARC-Date: nothing in the file is of another.

    Raises:
        UsageError: The file cannot be written.
        CaptureError: An archive cannot be read.
    """
    moment = min(max(warc_date(when), _FIRST_OF_ZIP), _LAST_OF_ZIP)
    try:
        with writing(path) as out, zipfile.ZipFile(out, "w") as file:
            packer = _Packer(file, moment)
            lines = packer.write_records(archives, _ids(capture for capture, _ in captures))
            index, summary = _index(sorted(lines))
            packer.write("indexes/index.cdx.gz", index)
            packer.write("indexes/index.idx", summary)
            packer.write("pages/pages.jsonl", _pages(captures))
            package = _json(
                {
                    "profile": "data-package",
                    "wacz_version": VERSION,
                    "software": f"citeaudit {__version__}",
                    "title": title,
                    "created": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
                    "resources": packer.resources,
                }
            )
            packer.write("datapackage.json", package)
            named = {"path": "datapackage.json", "hash": _sha256(package)}
            packer.write("datapackage-digest.json", _json(named))
    except OSError as error:
        raise UsageError(
            f"cannot write {path} ({error.strerror}): choose another --bundle"
        ) from error


class _Packer:
    """Writes the files of a WACZ, stored uncompressed, and takes down what they are."""

    def __init__(self, file: zipfile.ZipFile, moment: datetime) -> None:
        self._file = file
        self._moment = moment
        self.resources: list[dict[str, str | int]] = []

    def write(self, name: str, content: bytes) -> None:
        """Adds a file."""
        self._file.writestr(self._info(name), content)
        self._note(name, _sha256(content), len(content))

    def write_records(self, archives: Sequence[Path], ids: Collection[str]) -> list[str]:
        """Adds one archive of the records that have these ids or belong to them.

        Gives its index.
        """
        repeated = _repeated(archives, ids)
        digest = hashlib.sha256()
        lines: list[str] = []
        kept: set[str] = set()
        size = 0
        with self._file.open(self._info(_ARCHIVE), "w", force_zip64=True) as out:
            for path in archives:
                for record in scan(path):
                    if record.id in kept or not _is_used(record, ids, repeated):
                        continue
                    kept.add(record.id)
                    member = _member(path, record)
                    line = index_line(record, Path(_ARCHIVE).name, (size, len(member)))
                    lines += [line] if line is not None else []
                    out.write(member)
                    digest.update(member)
                    size += len(member)
        self._note(_ARCHIVE, f"sha256:{digest.hexdigest()}", size)
        return lines

    def _info(self, name: str) -> zipfile.ZipInfo:
        at = self._moment
        stamp = (at.year, at.month, at.day, at.hour, at.minute, at.second)
        info = zipfile.ZipInfo(name, stamp)
        info.external_attr = 0o644 << 16
        return info

    def _note(self, name: str, digest: str, size: int) -> None:
        self.resources.append(
            {"name": Path(name).name, "path": name, "hash": digest, "bytes": size}
        )


def _ids(captures: Iterable[Capture]) -> frozenset[str]:
    """The ids of all records that captures name."""
    ids: set[str | None] = set()
    for capture in captures:
        ids |= {capture.record_id, *(hop.record_id for hop in capture.hops)}
    return frozenset(record_id for record_id in ids if record_id is not None)


def _pages(captures: Sequence[tuple[Capture, str | None]]) -> bytes:
    """The list of pages, each once, for those who browse the file."""
    lines: dict[str, str] = {}
    for capture, title in captures:
        if capture.body and capture.record_id is not None:
            page = {"url": capture.url, "ts": capture.fetched_at, "title": title or capture.url}
            lines.setdefault(capture.url, json.dumps(page))
    head = json.dumps({"format": "json-pages-1.0", "id": "pages", "title": "Sources"})
    return "".join(f"{line}\n" for line in (head, *lines.values())).encode()


@dataclass(frozen=True, slots=True)
class _Repeated:
    """The answers that revisits repeat: by id, or by URL and date."""

    ids: frozenset[str]
    places: frozenset[tuple[str, str]]


def _repeated(archives: Sequence[Path], ids: Collection[str]) -> _Repeated:
    fields = [
        record.fields
        for path in archives
        for record in scan(path)
        if record.kind == "revisit" and record.id in ids
    ]
    return _Repeated(
        frozenset(bare(field.get("warc-refers-to", "")) for field in fields) - {""},
        frozenset(
            (bare(field.get("warc-refers-to-target-uri", "")), field.get("warc-refers-to-date", ""))
            for field in fields
        ),
    )


def _is_used(record: Record, ids: Collection[str], repeated: _Repeated) -> bool:
    if record.id in ids or record.id in repeated.ids or record.kind == "warcinfo":
        return True
    if record.kind == "request":
        answer = bare(record.fields.get("warc-concurrent-to", ""))
        return answer in ids or answer in repeated.ids
    place = record.uri, record.fields.get("warc-date", "")
    return record.kind == "response" and place in repeated.places


def _member(path: Path, record: Record) -> bytes:
    """A record as it stands in its file, packed where it is not."""
    with open_file(path) as file:
        file.seek(record.offset)
        data = file.read(record.end - record.offset)
    return data if data.startswith(MAGIC) else packed(data)


def _index(lines: Sequence[str]) -> tuple[bytes, bytes]:
    """The index packed in blocks of lines, and the summary that finds a block (ZipNum)."""
    data = bytearray()
    summary = ['!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}']
    for begin in range(0, len(lines), _LINES_IN_A_BLOCK):
        block = lines[begin : begin + _LINES_IN_A_BLOCK]
        member = gzip.compress("".join(f"{line}\n" for line in block).encode(), mtime=0)
        where = {"offset": len(data), "length": len(member), "digest": _sha256(member)}
        key = " ".join(block[0].split(" ", 2)[:2])
        summary.append(f"{key} {json.dumps(where)}")
        data += member
    return bytes(data), "".join(f"{line}\n" for line in summary).encode()


def _json(tree: object) -> bytes:
    return json.dumps(tree, indent=2).encode() + b"\n"


def _sha256(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
