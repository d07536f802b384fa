"""Reports that somebody has put together to do harm: any change is found out, or refused with one line."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.end_to_end.run import ROOT, citeaudit

REPORT = ROOT / "reports" / "harbour-tunnel" / "report.json"
TREE = json.loads(REPORT.read_text(encoding="utf-8"))
READ = ("attributions", "sources", "archives", "article", "style", "tool", "schema")
VALUES: list[Any] = [
    *(None, True, 0, -1, 10**30, 1e300, "", "x", "é\0\ud800", "../../../etc/passwd", "s1", "a1"),
    *([], {}, [None], [[]], {"": {}}, "urn:uuid:4e0c214a-eab9-55f8-8f9d-6dddeaa5d698"),
    *("verbatim", "captured", "2024-01-01T00:00:00Z", "http://x.example/", "direct", "linked"),
]


def places(node: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value of a tree."""
    steps = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    return [way, *(place for key, child in steps for place in places(child, (*way, key)))]


WAYS = [way for key in READ for way in places(TREE[key], (key,))]


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.sampled_from(WAYS), st.sampled_from(VALUES))
def test_any_value_anywhere_is_borne(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], way: tuple[Any, ...], value: Any
) -> None:
    tree = json.loads(json.dumps(TREE))
    node = tree
    for step in way[:-1]:
        node = node[step]
    node[way[-1]] = value
    report = tmp_path / "report.json"
    report.write_text(json.dumps(tree), encoding="utf-8")
    shutil.copy(ROOT / "fixtures" / "web.warc.gz", tmp_path)
    run = citeaudit(capsys, "verify", report, "--captures", tmp_path / "web.warc.gz")
    assert run.code in {0, 1, 2, 3, 4}, (way, value, run.err)
    assert run.err.count("\n") == (run.code in {2, 3})
