"""What an editor is given for articles of the desk, in every format, as committed.

``--snapshot-update`` writes the files; read what changes as an editor would.
"""

from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from audit.cli import main
from audit.cli.outputs import OUTPUTS
from audit.report.json.read_back import Finished, read_file
from audit.report.screen.terminal import render_terminal
from tests.conftest import Snapshot
from tests.desk.build_web import HERE
from tests.end_to_end.run import ROOT, load_stages

KEPT = Path(__file__).with_name("reports")
IN_FULL = ("first/pilots-strike.html", "second/orgel.md", "second/falk-bridge.docx")
"""A news story, an essay in German, a Word document: these in every format."""
FOR_PEOPLE = (
    *IN_FULL,
    "first/fischer-interview.html",
    "first/seagrass.md",
    "second/premier-resigns-live.html",
    "second/elspeth-garrow.html",
    "second/cup-final.html",
)
SUFFIXES = {
    "csv": "csv",
    "github": "github.txt",
    "html": "html",
    "junit": "junit.xml",
    "sarif": "sarif",
}


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Finished]:
    """The reports, audited from the root of the project: paths in them are the same everywhere."""
    folder = tmp_path_factory.mktemp("desk")
    load_stages()
    for half in ("first", "second"):
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()):
            patch.chdir(ROOT)
            inputs = [
                str(_path(name).relative_to(ROOT)) for name in FOR_PEOPLE if name.startswith(half)
            ]
            captures = str((HERE / half / "web.warc.gz").relative_to(ROOT))
            line = ["check", *inputs, "--captures", captures, "--offline", "--no-sources"]
            main([*line, "--output-dir", str(folder / half)])
    written = {path.parent.name: path for path in folder.rglob("report.json")}
    done = {}
    for name in FOR_PEOPLE:
        [each] = read_file(written[Path(name).stem])
        # Archives are named from the folder of the report, which is another in each run.
        done[name] = replace(each, report=replace(each.report, archives=()))
    return done


def _path(name: str) -> Path:
    half, article = name.split("/")
    return HERE / half / "articles" / article


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_what_people_read_is_as_committed(
    name: str, finished: dict[str, Finished], snapshot: Snapshot
) -> None:
    report = finished[name].report
    snapshot(_kept(name, "txt"), render_terminal(report, color=False, width=100))
    snapshot(_kept(name, "md"), _render("markdown", finished[name]))


@pytest.mark.parametrize("name", IN_FULL)
@pytest.mark.parametrize("output", SUFFIXES)
def test_the_other_formats_are_as_committed(
    name: str, output: str, finished: dict[str, Finished], snapshot: Snapshot
) -> None:
    snapshot(_kept(name, SUFFIXES[output]), _render(output, finished[name]))


def _kept(name: str, suffix: str) -> Path:
    KEPT.mkdir(exist_ok=True)
    return KEPT / f"{Path(name).stem}.{suffix}"


def _render(output: str, done: Finished) -> str:
    [format_of] = [each for each in OUTPUTS if each.name == output]
    return format_of.render([done])
