"""``report.json`` read back: the report that it was written from, without the pages of its sources.

The file may come from anybody. It is bounded in size, held to the published schema, and checked for
what a schema cannot say: ids that are unique and known, places that are in the article. Nothing in
it is opened or asked for, and a command in it that is none of ours is left out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NoReturn

from audit.errors import ReadError
from audit.files import read_file as open_and_read
from audit.report.json.model_of import report_of
from audit.report.json.tree import SCHEMA_ID, report_object
from audit.report.repeat import is_repetition

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from jsonschema.protocols import Validator

    from audit.model import Report

LARGEST = 200_000_000
"""Bytes of a file of reports."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A report as the formats take it: the nouns, and the tree that ``report.json`` has of them.

    Read back, ``report`` lacks the texts of the sources; ``tree`` has everything that the file had.
    """

    report: Report
    tree: Mapping[str, Any]


def finished(report: Report) -> Finished:
    """A report that was just made, with its tree."""
    return Finished(report, report_object(report))


def read_reports(data: bytes, name: str) -> tuple[Finished, ...]:
    """The reports of a file: one, an array of them, or one a line (JSON Lines).

    Args:
        data: The bytes of the file, of which no more need be read than ``read_file`` does.
        name: What messages call it.

    Raises:
        ReadError: It is no JSON, or not as the schema has it.
    """
    if len(data) > LARGEST:
        raise ReadError(f"{name} is larger than {LARGEST // 1_000_000} MB: is it the right file?")
    tree = _parsed(data, name)
    trees = tree if isinstance(tree, list) else [tree]
    if not trees:
        raise ReadError(f"{name}: holds no report: give the report.json of an audit")
    return tuple(_finished(tree, name) for tree in trees)


def read_file(path: Path) -> tuple[Finished, ...]:
    """The reports of a ``report.json`` on disk.

    Raises:
        ReadError: It cannot be read, is no JSON, or is not as the schema has it.
    """
    try:
        data = open_and_read(path, LARGEST)
    except OSError as error:
        raise ReadError(f"{path} cannot be read ({error.strerror}): check the path") from None
    return read_reports(data, str(path))


def _parsed(data: bytes, name: str) -> Any:
    def no_number(_: str) -> NoReturn:
        raise ValueError

    def load(text: str) -> Any:
        return json.loads(text, parse_constant=no_number)

    try:
        text = data.decode("utf-8-sig")
        try:
            return load(text)
        except ValueError:
            lines = [line for line in text.split("\n") if line.strip()]
            if len(lines) < 2:
                raise
            return [load(line) for line in lines]
    except (ValueError, RecursionError):
        raise ReadError(
            f"{name}: not a report of citeaudit: it is not JSON: give the report.json of an audit"
        ) from None


def _finished(tree: Any, name: str) -> Finished:
    if not isinstance(tree, dict) or tree.get("schema") != SCHEMA_ID:
        raise ReadError(f"{name}: not a report of citeaudit: give the report.json of an audit")
    error = next(_validator().iter_errors(tree), None)
    if error is not None:
        where = "/".join(str(step)[:40] for step in error.absolute_path) or "its top"
        raise ReadError(
            f"{name}: not as a report of this version is written, at {where}: run the audit again"
        )
    for why in _contradictions(tree):
        raise ReadError(f"{name}: {why}: run the audit again")
    if not is_repetition(tree["repeat"]):
        tree = {**tree, "repeat": []}
    return Finished(report_of(tree), tree)


@cache
def _validator() -> Validator:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 — slow to import

    schema = (files("audit.report") / "report.schema.json").read_text(encoding="utf-8")
    validator: Validator = Draft202012Validator(json.loads(schema))
    return validator


def _contradictions(tree: Mapping[str, Any]) -> Iterator[str]:
    """What the schema cannot say, and the formats rely on."""
    yield from _unknown_names(tree)
    yield from _misplaced(tree)


def _unknown_names(tree: Mapping[str, Any]) -> Iterator[str]:
    """Ids that two things have, or that nothing has."""
    attributions, sources, findings = tree["attributions"], tree["sources"], tree["findings"]
    for things, what in ((attributions, "attributions"), (sources, "sources")):
        if len({thing["id"] for thing in things}) != len(things):
            yield f"two of its {what} have one id"
    named = [part["source_id"] for attribution in attributions for part in attribution["parts"]]
    named += [name for attribution in attributions for name in attribution["paired_with"]]
    named += [name for attribution in attributions for name in attribution["candidates"]]
    named += [name for attribution in attributions for name in attribution["searched"]]
    named += [thing["source_id"] for thing in (*attributions, *findings)]
    if not {None, *(source["id"] for source in sources)}.issuperset(named):
        yield "it names a source that it does not have"
    said = {None, *(attribution["id"] for attribution in attributions)}
    beside = [name for attribution in attributions for name in attribution.get("quoted_beside", ())]
    if not said.issuperset([*beside, *(finding["attribution_id"] for finding in findings)]):
        yield "it names an attribution that it does not have"


def _misplaced(tree: Mapping[str, Any]) -> Iterator[str]:
    """What stands outside the article's text, or in disorder there."""
    article = tree["article"]
    length = len(article["text"])
    if any(not 0 <= place["start"] <= place["end"] <= length for place in _stretches(tree)):
        yield "a block, link or quotation is not in its article"
    if any(block["end"] > after["start"] for block, after in pairwise(article["blocks"])):
        yield "the blocks of its article overlap"
    if any(
        step["start"] >= after["start"]
        or (step["line"], step["column"]) > (after["line"], after["column"])
        for step, after in pairwise(article["lines"] or ())
    ):
        yield "the lines of its article are in disorder"


def _stretches(tree: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Everything that claims a place in the article's text."""
    yield from tree["article"]["blocks"]
    yield from tree["article"]["links"]
    for sentence in tree.get("untold", ()):
        yield from sentence["contents"]
    for attribution in tree["attributions"]:
        yield from attribution["contents"]
        for name in ("cue", "speaker", "outlet_span", "via"):
            if attribution[name] is not None:
                yield attribution[name]
