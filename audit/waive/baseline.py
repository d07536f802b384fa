"""The baseline: findings that were there when an archive began to be audited, and fail no run.

A JSON file with an entry a line, in the order of path, rule and words, so that a change of it can
be read; ``baseline.schema.json`` describes it. A finding is known when the file has it for the
article's path, with a severity at least as grave: a quotation that was a note and is an error now
is news. Of findings that are alike, as many are known as the file counts.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from audit.errors import UsageError
from audit.files import read_file
from audit.model import Article, Facts, Finding, Severity
from audit.waive.fingerprint import article_id, digests_of, path_from, path_id

SCHEMA_ID = "urn:citeaudit:schema:baseline:2"
"""Names the version of the schema; a change that breaks readers, or names, gets another number."""

_BEFORE = "urn:citeaudit:schema:baseline:1"
_LARGEST = 100_000_000  # bytes
_MOST_SIGNS = 5_000_000  # that open or part objects: of some 600,000 findings
_MOST_ALIKE = 1_000_000
_KEYS = {
    SCHEMA_ID: frozenset({"path", "rule", "severity", "words", "reason", "id", "count"}),
    _BEFORE: frozenset({"article", "fingerprint", "rule", "severity", "count"}),
}
_GRAVE_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_DIGITS = 16  # of a digest: 64 bits, within one article
_HERE, _PROJECT = "this file", "the project"
_MOST_WORDS = 8
_LONGEST_WORDS = 60  # characters

Counts = Mapping[str, Counter[Severity]]
"""How many findings are known, by what names them and by severity."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a baseline file has, by the path or address of the article.

    ``folder`` is the one that its paths are from, None where they are from the root of the project.
    ``is_old`` says that it was written by an earlier version, whose names of findings hold the
    path. ``reasons`` are what somebody wrote beside entries, by path and name.
    """

    name: str = ""
    entries: Mapping[str, Counts] = field(default_factory=dict)
    folder: Path | None = None
    is_old: bool = False
    reasons: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many findings it knows."""
        return sum(sum(map(Counter.total, counts.values())) for counts in self.entries.values())

    def of(self, article: Article) -> Counts:
        """What it knows of an article."""
        if article.path is None:
            return self.entries.get(article_id(article), {})
        known: dict[str, Counter[Severity]] = {}
        for path in self._called(article.path):
            known.update(self.entries.get(path, {}))
        return known

    def only(self, path: str | None) -> "Baseline":
        """The part of it on the file at a path, or on all that is no file: for one audit."""
        if not (self.entries or self.reasons):
            return self
        if path is not None:
            called = self._called(path)
            kept = {name: self.entries[name] for name in called if name in self.entries}
        else:
            kept = {name: of for name, of in self.entries.items() if name == "-" or "://" in name}
        return replace(self, entries=kept, reasons={})

    def _called(self, path: str) -> tuple[str, ...]:
        if self.is_old:
            return tuple({path_id(path): None, path_from(path, Path.cwd()): None})
        return (path_id(path) if self.folder is None else path_from(path, self.folder),)


class Known:
    """Counts down what a baseline has of one article, finding by finding, the gravest first."""

    def __init__(self, baseline: Baseline, facts: Facts) -> None:
        self._facts = facts
        counts = baseline.of(facts.article)
        self._left = {name: Counter(left) for name, left in counts.items()}
        self._names = [""]
        if baseline.is_old:
            path = facts.article.path
            here = [path_from(path, Path.cwd())] if path is not None else []
            self._names = [article_id(facts.article), *here]
        self._is_old = baseline.is_old

    def has(self, finding: Finding) -> bool:
        """Whether a finding is known; it is then counted."""
        if not self._left:
            return False
        for name in self._names:
            [digest] = digests_of([finding], self._facts, name)
            left = self._left.get(digest if self._is_old else digest[:_DIGITS])
            if left is None:
                continue
            grave_enough = _GRAVE_FIRST[: _GRAVE_FIRST.index(finding.severity) + 1]
            severity = next((grade for grade in reversed(grave_enough) if left[grade] > 0), None)
            if severity is not None:
                left[severity] -= 1
                return True
        return False


@dataclass(frozen=True, slots=True, order=True)
class _Entry:
    path: str
    rule: str
    words: str
    id: str
    severity: str


def baseline_text(
    reports: Iterable[tuple[Facts, Iterable[Finding]]], path: Path, before: Baseline
) -> str:
    """The baseline of finished reports: all their findings but the waived.

    Its paths are from the folder of the file where all articles lie below it, else from the root of
    the project. Reasons in the baseline ``before`` are kept.

    Args:
        reports: The facts of each article, and its findings.
        path: Where the text is going to be written.
        before: The baseline that the file has now.
    """
    folder = Path(os.path.abspath(path)).parent  # noqa: PTH100 — follows no link
    counted: Counter[_Entry] = Counter()
    below: dict[str, str] = {}  # the path of an article from the folder, by its name in the project
    for facts, findings in reports:  # once: of a batch, each is read when it is asked for
        article = facts.article
        name = article_id(article)
        if article.path is not None:
            below[name] = path_from(article.path, folder)
        kept = [finding for finding in findings if finding.severity is not Severity.WAIVED]
        for finding, digest in zip(kept, digests_of(kept, facts, ""), strict=True):
            severity = (finding.before or finding.severity).value
            words = _first_words(finding, facts)
            counted[_Entry(name, finding.rule, words, digest[:_DIGITS], severity)] += 1
    is_here = all(map(_is_below, below.values()))
    named: Counter[_Entry] = Counter()
    for entry, number in counted.items():
        path_here = below.get(entry.path, entry.path) if is_here else entry.path
        named[replace(entry, path=path_here)] += number
    lines = [
        _readable(
            {
                "path": entry.path,
                "rule": entry.rule,
                "severity": entry.severity,
                "words": entry.words,
                "reason": before.reasons.get((entry.path, entry.id), ""),
                "id": entry.id,
                **({"count": count} if count > 1 else {}),
            }
        )
        for entry, count in sorted(named.items())
    ]
    head = json.dumps({"schema": SCHEMA_ID, "paths_from": _HERE if is_here else _PROJECT})
    findings_text = "\n" + ",\n".join(lines) + "\n" if lines else ""
    return f'{head[:-1]}, "findings": [{findings_text}]}}\n'


def _is_below(path: str) -> bool:
    """Whether a relative path stays below where it begins."""
    return not (path == ".." or path.startswith(("../", "/")) or ":" in path.split("/", 1)[0])


def _readable(entry: dict[str, Any]) -> str:
    """An entry as JSON in the letters of its language; what no editor shows is escaped."""
    text = json.dumps(entry, ensure_ascii=False)
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in text)


def _first_words(finding: Finding, facts: Facts) -> str:
    """What a reader knows a finding by: the first words that it is about, or the address."""
    attributions = (check.attribution for check in facts.checks)
    said = next((said for said in attributions if said.id == finding.attribution_id), None)
    records = (record.source for record in facts.sources)
    source = next((source for source in records if source.id == finding.source_id), None)
    if finding.words is None and said is None and source is not None:
        return source.url
    contents = said.contents if said is not None else ()
    words = finding.words or " ".join(span.text for span in contents) or finding.message
    first = words.split(maxsplit=_MOST_WORDS)
    shown = " ".join(first[:_MOST_WORDS])[:_LONGEST_WORDS]
    return f"{shown} …" if shown != " ".join(first) else shown


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file.

    Raises:
        UsageError: It cannot be read, or is none.
    """
    anew = f"write it anew with --write-baseline {path}"
    try:
        data = read_file(path, _LARGEST)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read ({error.strerror}): check the path, or {anew}"
        ) from None
    if len(data) > _LARGEST:
        raise UsageError(f"{path} is larger than {_LARGEST // 1_000_000} MB: is it the right file?")
    if sum(map(data.count, (b"{", b"[", b","))) > _MOST_SIGNS:  # small on disk, and not in memory
        raise UsageError(f"{path} has more than any baseline: is it the right file?")
    try:
        tree = json.loads(data)
    except json.JSONDecodeError as error:
        why = "it has the marks of a merge" if b"\n<<<<<<<" in data else "it is not JSON"
        raise UsageError(f"{path} is no baseline: {why} (line {error.lineno}): {anew}") from None
    except (ValueError, RecursionError):
        raise UsageError(f"{path} is no baseline: it is not JSON: {anew}") from None
    schema = tree.get("schema") if isinstance(tree, dict) else None
    if schema not in (SCHEMA_ID, _BEFORE):
        raise UsageError(f"{path} is no baseline of this version: {anew}")
    return _baseline(tree, path, anew)


def _baseline(tree: dict[str, Any], path: Path, anew: str) -> Baseline:
    schema = tree["schema"]
    is_old = schema == _BEFORE
    where, name = ("article", "fingerprint") if is_old else ("path", "id")
    if not is_old and tree.get("paths_from") not in (_HERE, _PROJECT):
        raise UsageError(f"{path}: its 'paths_from' is neither {_HERE!r} nor {_PROJECT!r}: {anew}")
    entries: dict[str, dict[str, Counter[Severity]]] = {}
    reasons: dict[tuple[str, str], str] = {}
    found = tree.get("findings")
    for number, entry in enumerate(found if isinstance(found, list) else [None], start=1):
        if not _is_entry(entry, schema):
            raise UsageError(
                f"{path}: its finding number {number} is not as this version writes it: {anew}"
            )
        counts = entries.setdefault(entry[where], {}).setdefault(entry[name], Counter())
        counts[Severity(entry["severity"])] += entry.get("count", 1)
        if entry.get("reason"):
            reasons[entry[where], entry[name]] = entry["reason"]
    is_here = not is_old and tree["paths_from"] == _HERE
    folder = Path(os.path.abspath(path)).parent if is_here else None  # noqa: PTH100 — follows no link
    return Baseline(str(path), entries, folder, is_old, reasons)


def _is_entry(entry: Any, schema: str) -> bool:
    keys = _KEYS[schema]
    return (
        isinstance(entry, dict)
        and keys - {"count"} <= entry.keys() <= keys
        and all(isinstance(entry[key], str) for key in keys - {"count"})
        and entry["severity"] in _GRAVE_FIRST
        and type(entry.get("count", 1)) is int
        and 0 < entry.get("count", 1) <= _MOST_ALIKE
    )
