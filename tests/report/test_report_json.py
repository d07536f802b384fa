import json
from collections.abc import Callable
from enum import Enum
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from audit.model import (
    AttributionKind,
    Caution,
    DiffKind,
    DiffOp,
    EditMark,
    Fold,
    NotCompared,
    Outcome,
    OutletKind,
    Severity,
    Standing,
    Verdict,
    Zone,
)
from audit.report.json.tree import SCHEMA_ID, render_json
from tests.conftest import Snapshot
from tests.report.poison import POISONS, poisoned
from tests.report.sample import TEXT, report

SCHEMA: dict[str, Any] = json.loads((files("audit.report") / "report.schema.json").read_text())
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_report_is_written_as_committed(snapshot: Snapshot) -> None:
    snapshot(Path(__file__).with_name("sample-report.json"), render_json(report()))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == SCHEMA_ID


def test_a_report_keeps_to_the_schema() -> None:
    VALIDATOR.validate(json.loads(render_json(report())))


@settings(max_examples=30)
@given(st.one_of(st.sampled_from(POISONS), st.text(min_size=1)))
def test_hostile_text_comes_back_from_the_file_as_it_was(poison: str) -> None:
    def spoil(text: str) -> str:
        return text if len(text) == 64 else text + poison  # a digest stays one

    hostile = poisoned(report(), spoil)
    text = render_json(hostile)
    text.encode()
    tree = json.loads(text)
    VALIDATOR.validate(tree)
    assert tree["article"]["title"] == hostile.facts.article.title
    assert [source["url"] for source in tree["sources"]] == [
        record.source.url for record in hostile.facts.sources
    ]


LATER = frozenset(
    {
        "today",
        "untold",
        "house",
        "facts",
        "sparse",
        "with_figures",
        "figures_compared",
        "figures_found",
        "not_compared",
    }
    | {"to_look_at", "sources", "unread", "own_reporting", "quoted_beside", "cut"}
)
"""Keys that reports of earlier days lack, or that some have; those are read all the same."""


def test_every_object_of_the_schema_is_closed_and_asks_for_all_keys_it_had_at_first() -> None:
    def check(node: Any) -> None:
        if isinstance(node, dict):
            if node.get("type") == "object":
                assert node["additionalProperties"] is False
                optional = set(node["properties"]) - set(node["required"])
                assert optional <= LATER
                assert set(node["required"]) <= set(node["properties"])
            for child in node.values():
                check(child)
        elif isinstance(node, list):
            for child in node:
                check(child)

    check(SCHEMA)


@pytest.mark.parametrize(
    ("find", "words"),
    [
        (lambda defs: defs["verdict"]["enum"], Verdict),
        (lambda defs: defs["standing"]["enum"], Standing),
        (lambda defs: defs["outcome"]["enum"], Outcome),
        (lambda defs: defs["zone"]["enum"], Zone),
        (lambda defs: defs["caution"]["enum"], Caution),
        (lambda defs: defs["diff_kind"]["enum"], DiffKind),
        (lambda defs: defs["fold"]["enum"], Fold),
        (lambda defs: defs["outlet"]["properties"]["kind"]["enum"][:-1], OutletKind),
        (lambda defs: defs["part"]["properties"]["edits"]["items"]["anyOf"][0]["enum"], EditMark),
        (
            lambda defs: defs["part"]["properties"]["diff"]["items"]["properties"]["op"]["enum"],
            DiffOp,
        ),
        (lambda defs: [word for word in defs["reason"]["enum"] if word], NotCompared),
        (lambda defs: defs["finding"]["properties"]["severity"]["enum"], Severity),
        (lambda defs: defs["attribution"]["properties"]["kind"]["enum"], AttributionKind),
    ],
)
def test_the_schema_has_the_words_of_the_model(
    find: Callable[[dict[str, Any]], list[str]], words: type[Enum]
) -> None:
    assert find(SCHEMA["$defs"]) == [word.value for word in words]


def test_spans_point_into_the_article_and_carry_their_line() -> None:
    tree = json.loads(render_json(report()))
    spans = [span for said in tree["attributions"] for span in said["contents"]]
    assert [TEXT[span["start"] : span["end"]] for span in spans] == [s["text"] for s in spans]
    assert [span["line"] for span in spans] == list(range(1, 11))
    assert [finding["line"] for finding in tree["findings"]] == [1, 3, 7, 2, 5, 10, 8]


def test_the_file_holds_passages_and_no_body_or_page() -> None:
    record = report().facts.sources[0]
    text = render_json(report())
    assert '"passage": "The mayor spoke for an hour.' in text
    assert record.page
    assert json.dumps(record.page.text, ensure_ascii=False)[1:-1] not in text
    assert '"body"' not in text


def test_two_renderings_are_the_same_bytes_and_end_in_one_newline() -> None:
    text = render_json(report())
    assert text == render_json(report())
    assert text.endswith("}\n")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, indent=2) + "\n"
