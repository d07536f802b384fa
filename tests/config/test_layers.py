"""Settings from several places, one over the other, key by key."""

from pathlib import Path

import pytest

from audit.config import layers, load_settings, settled
from audit.errors import UsageError
from audit.model import Severity, Style
from tests.end_to_end.run import citeaudit


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the working directory two folders below its root."""
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    below = tmp_path / "repository" / "drafts" / "today"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    return tmp_path / "repository"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "citeaudit").mkdir(parents=True)
    return tmp_path / "home" / "citeaudit" / "citeaudit.toml"


def test_each_layer_is_laid_over_the_one_before_key_by_key(project: Path, own: Path) -> None:
    own.write_text("style = 'light-edit'\nfail-on = 'note'\ndeadline = 5\n", encoding="utf-8")
    (project / "citeaudit.toml").write_text("fail-on = 'warning'\n", encoding="utf-8")
    settings, origins = settled(layers(environment={"CITEAUDIT_DEADLINE": "7"}))
    assert (settings.style, settings.fail_on) == (Style.LIGHT_EDIT, Severity.WARNING)
    assert settings.fetch.deadline == 7.0
    assert origins == {
        "style": str(own),
        "fail_on": "../../citeaudit.toml",
        "deadline": "the environment's CITEAUDIT_DEADLINE",
    }


def test_services_are_merged_one_by_one(own: Path, tmp_path: Path) -> None:
    own.write_text("[services]\nwayback = 'https://a.example'\n", encoding="utf-8")
    named = tmp_path / "named.toml"
    named.write_text("[services]\nbluesky = 'https://b.example'\n", encoding="utf-8")
    services = load_settings(named).fetch.services
    assert (services.wayback, services.bluesky) == ("https://a.example", "https://b.example")


def test_severities_are_merged_rule_by_rule_and_waivers_added_up(own: Path, tmp_path: Path) -> None:
    table = "[[waive]]\nrule = 'quote-absent'\nfingerprint = '%s'\nreason = 'told us'\nuntil = 2026-01-31\n"
    own.write_text(
        f"{table % ('a' * 32)}[severity]\nlink-moved = 'off'\nlink-dead = 'error'\n",
        encoding="utf-8",
    )
    named = tmp_path / "named.toml"
    named.write_text(f"{table % ('b' * 32)}[severity]\nlink-dead = 'note'\n", encoding="utf-8")
    settings = load_settings(named)
    assert settings.severity == {"link-moved": None, "link-dead": Severity.NOTE}
    assert [(waived.fingerprint[0], waived.waiver.where) for waived in settings.waive] == [
        ("a", str(own)),
        ("b", str(named)),
    ]
    assert {waived.waiver.until for waived in settings.waive} == {"2026-01-31"}


def test_severities_are_shown_and_are_no_matter_of_the_environment(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own.write_text("[severity]\nlink-moved = 'off'\nlink-dead = 'error'\n", encoding="utf-8")
    assert '{link-moved = "off", link-dead = "error"}' in citeaudit(capsys, "config").out
    with pytest.raises(UsageError, match="CITEAUDIT_SEVERITY is no setting"):
        load_settings(environment={"CITEAUDIT_SEVERITY": "link-dead"})


def test_the_nearest_file_upward_counts_and_none_above_the_repository(
    project: Path, tmp_path: Path
) -> None:
    (tmp_path / "citeaudit.toml").write_text("deadline = 10\n", encoding="utf-8")
    assert load_settings().fetch.deadline == 30.0
    (project / "citeaudit.toml").write_text("deadline = 20\n", encoding="utf-8")
    assert load_settings().fetch.deadline == 20.0
    (project / "drafts" / "pyproject.toml").write_text(
        "[tool.citeaudit]\ndeadline = 35\n", encoding="utf-8"
    )
    assert load_settings().fetch.deadline == 35.0
    (project / "drafts" / "citeaudit.toml").write_text("deadline = 40\n", encoding="utf-8")
    assert load_settings().fetch.deadline == 40.0


def test_a_pyproject_of_others_says_nothing(project: Path) -> None:
    (project / "drafts" / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    (project / "citeaudit.toml").write_text("deadline = 20\n", encoding="utf-8")
    assert load_settings().fetch.deadline == 20.0


def test_a_projects_output_folder_is_counted_from_its_file(project: Path) -> None:
    (project / "citeaudit.toml").write_text("output-dir = 'out'\n", encoding="utf-8")
    assert load_settings().output_dir == "../../out"


def test_outside_of_a_repository_only_the_working_directory_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "citeaudit.toml").write_text("deadline = 10\n", encoding="utf-8")
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert load_settings().fetch.deadline == 30.0


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("CITEAUDIT_STILE", "strict", "did you mean CITEAUDIT_STYLE"),
        ("CITEAUDIT_DEADLINE", "soon", "'soon' is no number"),
        ("CITEAUDIT_FAIL_ON", "fatal", "expected one of error"),
        ("CITEAUDIT_OBEY_ROBOTS", "perhaps", "expected true or false"),
        ("CITEAUDIT_SERVICES", "x", "is no setting"),
    ],
)
def test_a_mistake_in_the_environment_is_one_line(name: str, value: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        load_settings(environment={name: value})


def test_the_environment_is_the_users_own() -> None:
    found = load_settings(environment={"CITEAUDIT_ALLOW_PRIVATE": "127.0.0.1:80, [::1]:81"})
    assert found.fetch.allow_private == (("127.0.0.1", 80), ("::1", 81))
    assert load_settings(environment={"CITEAUDIT_FAIL_ON_INCOMPLETE": "true"}).fail_on_incomplete


def test_config_shows_each_value_and_where_it_comes_from(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "citeaudit.toml").write_text("fail-on = 'never'\n", encoding="utf-8")
    monkeypatch.setenv("CITEAUDIT_DELAY", "0.5")
    run = citeaudit(capsys, "config")
    lines = {line.split()[0]: " ".join(line.split()) for line in run.out.splitlines()}
    assert run.code == 0
    assert lines["style"] == 'style = "strict" # default'
    assert lines["fail-on"] == 'fail-on = "never" # ../../citeaudit.toml'
    assert lines["delay"] == "delay = 0.5 # the environment's CITEAUDIT_DELAY"


def test_init_writes_a_file_that_changes_nothing_and_never_overwrites(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = load_settings()
    assert citeaudit(capsys, "init").code == 0
    assert load_settings() == before
    text = (tmp_path / "citeaudit.toml").read_text(encoding="utf-8")
    bare = "\n".join(line.removeprefix("# ") for line in text.splitlines()[3:])
    (tmp_path / "all.toml").write_text(bare, encoding="utf-8")
    assert load_settings(tmp_path / "all.toml").fetch.max_time == 600.0
    assert citeaudit(capsys, "init").code == 2
    assert (tmp_path / "citeaudit.toml").read_text(encoding="utf-8") == text
