import os
from pathlib import Path

import pytest

from audit.errors import UsageError
from audit.report.html import render_html
from audit.report.json.read_back import finished
from audit.report.json.tree import render_json
from audit.report.markdown import render_markdown
from audit.report.write import write_reports
from tests.report.poison import POISONS, poisoned
from tests.report.sample import report


def test_all_files_are_written_and_nothing_else(tmp_path: Path) -> None:
    directory = tmp_path / "new" / "place"
    markdown, json, html = write_reports(finished(report()), directory)
    assert sorted(directory.iterdir()) == [html, json, markdown]
    assert html.read_bytes().decode() == render_html([report()])
    assert markdown.read_bytes().decode() == render_markdown(report())
    assert json.read_bytes().decode() == render_json(report())


def test_an_earlier_report_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("earlier")
    markdown, *_ = write_reports(finished(report()), tmp_path)
    assert markdown.read_bytes().decode() == render_markdown(report())


@pytest.mark.parametrize("poison", POISONS)
def test_any_text_can_be_written(poison: str, tmp_path: Path) -> None:
    for path in write_reports(finished(poisoned(report(), lambda text: text + poison)), tmp_path):
        assert path.read_bytes().decode("utf-8")


def test_a_file_in_the_way_of_the_directory_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(UsageError, match=r"cannot write a report into .*taken .*--output-dir") as e:
        write_reports(finished(report()), tmp_path / "taken")
    assert "\n" not in str(e.value)
    for below in (tmp_path / "taken" / "story", tmp_path / "taken" / "of" / "story"):
        with pytest.raises(UsageError, match=r"taken is no folder\): choose another folder with"):
            write_reports(finished(report()), below)


def test_a_report_that_cannot_be_put_in_place_leaves_the_old_files_and_no_rest(
    tmp_path: Path,
) -> None:
    (tmp_path / "report.md").mkdir()
    (tmp_path / "report.json").write_text("earlier")
    with pytest.raises(UsageError):
        write_reports(finished(report()), tmp_path)
    assert sorted(os.listdir(tmp_path)) == ["report.json", "report.md"]  # noqa: PTH208 — dot files, too
    assert (tmp_path / "report.json").read_text() == "earlier"
