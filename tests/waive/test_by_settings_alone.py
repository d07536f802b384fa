"""The Python API takes severities and waivers from the settings, too."""

from pathlib import Path

import pytest

from audit import check
from audit.config import Settings
from audit.model import NamedWaiver, Severity, Waiver

TEXT = "“Nobody asked the fishermen,” Tom Reyes said in the harbour.\n"


def test_settings_alone_say_what_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.md").write_text(TEXT, encoding="utf-8")
    [finding] = check("story.md").findings
    assert finding.severity is Severity.WARNING
    [graver] = check("story.md", Settings(severity={finding.rule: Severity.ERROR})).findings
    assert graver.severity is Severity.ERROR
    waiver = Waiver("own interview", "the desk")
    settings = Settings(waive=(NamedWaiver(finding.rule, finding.fingerprint, waiver),))
    [waived] = check("story.md", settings).findings
    assert (waived.severity, waived.waiver) == (Severity.WAIVED, waiver)
    assert check("story.md", Settings(severity={finding.rule: None})).findings == ()
