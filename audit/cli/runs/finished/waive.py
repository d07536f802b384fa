"""``citeaudit waive``: findings of a report by its numbers, and their waivers in the settings."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from audit.cli.console.output import result, say
from audit.cli.exits import Exit
from audit.cli.runs.checking.policy import day_of, require_known
from audit.config import add_waiver
from audit.errors import ReadError, UsageError
from audit.model import Finding, NamedWaiver, Report, Waiver
from audit.report.escape import visible
from audit.report.json.read_back import read_file
from audit.report.outline import labels_of_findings
from audit.report.passages import clip
from audit.report.screen.lines import found_lines
from audit.rules import RULES
from audit.waive import path_id, with_fingerprints

_SHORTEST = 6  # characters of a fingerprint
_LONGEST_WORDS = 60  # characters
_LONGEST_REASON = 1_000  # characters


def waive_findings(
    path: Path,
    wanted: Sequence[str],
    reason: str | None,
    *,
    who: str | None,
    until: str | None,
    config: Path | None,
) -> Exit:
    """Writes a waiver for each finding that is wanted; lists them all where none is.

    Raises:
        ReadError: There is no such report, or it has several.
        UsageError: There is no such finding, no reason is given, or the settings cannot be written.
    """
    report = _report(path)
    lines, labels = found_lines(report), labels_of_findings(report)
    if not wanted:
        pairs = zip(labels, lines, strict=True)
        result("".join(f"{label}. {line}\n" for label, line in pairs))
        return Exit.OK
    answer = " ".join((reason or "").split())
    if not answer:
        raise UsageError('say why it may stand: --reason "own interview, notes 2 Nov"')
    if len(answer) > _LONGEST_REASON:
        raise UsageError(f"--reason: write at most {_LONGEST_REASON} characters")
    last = day_of(until, "--until")
    if last is not None and last < (today := datetime.now(UTC).date().isoformat()):
        raise UsageError(f"--until {last} is past: it would waive nothing; today is {today}")
    waiver = Waiver(answer, "", who, last)
    chosen = [at for text in wanted for at in _chosen(text, report.findings, labels, path)]
    require_known((report.findings[at].rule for at in chosen), [rule.id for rule in RULES], "waive")
    for at in dict.fromkeys(chosen):
        finding = report.findings[at]
        named = NamedWaiver(finding.rule, finding.fingerprint, waiver, _article(report, finding))
        words = f"{lines[at].split(': ', 1)[0]}: {clip(_words(finding, report), _LONGEST_WORDS)}"
        file, is_new = add_waiver(named, visible(words), config)
        say(f"{file}: {'waives' if is_new else 'had waived already'} {lines[at]}")
    return Exit.OK


def _report(path: Path) -> Report:
    found = read_file(path)
    if len(found) != 1:
        raise ReadError(f"{path} holds {len(found)} reports: give the report.json of one audit")
    return found[0].report


def _chosen(
    text: str, findings: Sequence[Finding], labels: Sequence[str], path: Path
) -> Iterator[int]:
    """The indexes of the findings of that number, or that with the fingerprint that begins so."""
    numbered = [at for at, label in enumerate(labels) if label == text.upper()]
    if numbered:
        yield from numbered
        return
    if len(text) < _SHORTEST:
        raise UsageError(f"{path} has no finding {text}: citeaudit waive {path} lists what it has")
    found = [at for at, finding in enumerate(findings) if finding.fingerprint.startswith(text)]
    if not found or len({findings[at].fingerprint for at in found}) > 1:
        raise UsageError(
            f"{text!r} is no one finding: give its number; citeaudit waive {path} lists them"
        )
    yield found[0]


def _article(report: Report, finding: Finding) -> str | None:
    """The path of the article as the fingerprint has it; None where that cannot be told."""
    path = report.facts.article.path
    [again] = with_fingerprints([finding], report.facts)
    if path is None or again.fingerprint != finding.fingerprint or not path.isprintable():
        return None
    return path_id(path)


def _words(finding: Finding, report: Report) -> str:
    checks = (check.attribution for check in report.facts.checks)
    said = next((said for said in checks if said.id == finding.attribution_id), None)
    contents = said.contents if said is not None else ()
    words = finding.words or " … ".join(span.text for span in contents)
    return f"“{words}”" if words else finding.message
