"""What a worker does for a batch: an article audited, its report written, a record handed back.

The pages of the sources, the report and its texts stay in the worker: with them, a batch would grow
with every article.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from audit.batch.written import Files, Writes
from audit.corpus.entry import Kept
from audit.corpus.given import pages_of
from audit.files import clear_unfinished
from audit.jobs.one_article import audit_in_worker
from audit.model import Report, Severity
from audit.pipeline import Job
from audit.report.index.listed import as_json, listed
from audit.report.json.read_back import Finished, finished
from audit.report.json.tree import render_json_line
from audit.report.write import write_reports
from audit.workers import WHOLE, Asker

_OF_NO_NOTE = frozenset({Severity.WAIVED, Severity.KNOWN})


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an article: see ``audit.batch.ledger.Entry``.

    ``sha256`` is of the bytes it had, ``pages`` are those of its sources, if they are to be kept.
    """

    outcome: str
    files: Mapping[str, str]
    tree: str | None
    sha256: str
    pages: tuple[Kept, ...]


def audited_and_written(
    asker: Asker, job: Job, writes: Writes, given_up: Mapping[str, str]
) -> Done:
    """Audits an article and writes its report.

    Raises:
        ReadError: The article cannot be read or has no text.
        CaptureError: An archive cannot be read or written.
        UsageError: A supplied page cannot be read, or a report cannot be written.
    """
    report = audit_in_worker(asker, job, given_up)
    asker.begin(WHOLE)
    done = finished(report)
    folder, files = None, {}
    if writes.output_dir is not None and _has_files(report, writes.files):
        clear_unfinished(job.folder)
        folder = job.folder.relative_to(writes.output_dir).as_posix()
        files = {
            path.relative_to(writes.output_dir).as_posix(): sha256(path.read_bytes()).hexdigest()
            for path in write_reports(done, job.folder)
        }
    return Done(
        outcome=as_json(listed(report, folder)),
        files=files,
        tree=None if files else _line(done),
        sha256=report.facts.article.sha256,
        pages=tuple(pages_of(report)) if writes.keeps_pages else (),
    )


def _has_files(report: Report, files: Files) -> bool:
    if files is Files.PROBLEMS:
        return any(finding.severity not in _OF_NO_NOTE for finding in report.findings)
    return files is Files.ALL


def _line(done: Finished) -> str:
    return render_json_line(done.tree)
