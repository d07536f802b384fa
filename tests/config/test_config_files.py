import subprocess
import sys
from pathlib import Path

import pytest

from audit.config import Settings, load_settings, load_sources
from audit.config.files import PROJECT_FILE
from audit.errors import UsageError
from audit.model import ArchiveUse, FetchSettings, Services, Severity, Style, Supplied

FIXTURES = Path(__file__).parents[2] / "fixtures" / "articles"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return tmp_path / "article.sources.toml"


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "citeaudit.toml"


def test_the_fixture_names_its_two_outlets() -> None:
    supplied = load_sources(FIXTURES / "russia-taliban.sources.toml")
    assert [source.outlet for source in supplied] == ["BBC", "CBS News"]


def test_a_saved_page_is_found_from_the_folder_of_the_sources_file(sources: Path) -> None:
    (sources.parent / "page.html").write_text("<p>Words.", encoding="utf-8")
    sources.write_text(
        '[[source]]\nspeaker = " Anna Example "\nurl = "https://a.example/b"\nfile = "page.html"\n'
        '[[source]]\nline = 7\nurl = "https://a.example/c"\n',
        encoding="utf-8",
    )
    assert load_sources(sources) == (
        Supplied(
            "https://a.example/b", speaker="Anna Example", file=str(sources.parent / "page.html")
        ),
        Supplied("https://a.example/c", line=7),
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[source]]\noutlet = 'A'\n", "number 1: say where the words are: url, file, or both"),
        ("[[source]]\nurl = 'https://a.example'\n", "outlet, speaker or line"),
        ("[[source]]\noutlit = 'A'\nurl = 'https://a.example'\n", "did you mean 'outlet'?"),
        ("[[source]]\nurls = 'https://a.example'\n", "did you mean 'url'?"),
        ("[[source]]\nline = 1\nurl = 'ftp://a.example'\n", "'url': expected an http"),
        ("[[source]]\nline = 1\nurl = 'https://a.example/a b'\n", "'url': expected an http"),
        ("[[source]]\nline = 1\nurl = 'https://[a'\n", "'url': expected an http"),
        ("[[source]]\nline = 0\nurl = 'https://a.example'\n", "'line': expected a whole number"),
        ("[[source]]\nline = true\nurl = 'https://a.example'\n", "'line': expected"),
        ("[[source]]\noutlet = ' '\nurl = 'https://a.example'\n", "'outlet': expected the name"),
        ("[[source]]\nline = 1\nurl = 'https://a.example'\nfile = 'no.html'\n", "there is no file"),
        ("[source]\nline = 1\n", r"write \[\[source\]\]"),
        ("outlet = 'A'\n", "'outlet' is not a key here"),
        ("", r"has no \[\[source\]\] table"),
        ("[[source]\n", "is not valid TOML: .*line 1"),
        ("[[source]]\nurl = “https://a.example”\n", "line 2 has curly quotation marks"),
        ("[[source]]\n\nfile=‘saved.html’\n", "line 3 has curly quotation marks"),
        ('[[source]]\nfile = "C:\\Users\\a.html"\n', "line 2 has a backslash .* write /"),
        ('[[source]]\nfile = "saved\\page.html"\n', "line 2 has a backslash"),
        ('[[source]]\nfile = "saved\\b.html"\n', "number 1: 'file': a backslash"),
        ('[[source]]\nfile = "saved\\new.html"\n', "number 1: 'file': a backslash"),
        ("[[source]]\nurl = 'https://a.example'\n", "give the file that is its saved page"),
        ("[[source]]\nfile = 'page.html'\n", "give the url that a saved file stands for"),
        ("[[source]]\nline = 1\nfile = '.'\n", "is a folder: name the saved page in it"),
        ("a = " + "[" * 50_000, "is not valid TOML"),
    ],
)
def test_a_mistake_in_the_sources_file_is_one_line_that_says_where_and_what(
    sources: Path, text: str, says: str
) -> None:
    sources.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=says) as caught:
        load_sources(sources)
    assert str(caught.value).startswith(str(sources))
    assert "\n" not in str(caught.value)


def test_the_second_table_is_called_the_second(sources: Path) -> None:
    good = "[[source]]\nline = 1\nurl = 'https://a.example'\n"
    sources.write_text(good + "[[source]]\nline = 2\n", encoding="utf-8")
    with pytest.raises(UsageError, match="number 2: say where the words are"):
        load_sources(sources)


def test_a_file_that_cannot_be_read_is_a_mistake_in_the_call(sources: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        load_sources(sources)
    with pytest.raises(UsageError, match="cannot be read"):
        load_sources(sources.parent)
    sources.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="is not UTF-8"):
        load_sources(sources)
    sources.write_bytes(b"#" * 1_000_001)
    with pytest.raises(UsageError, match="is larger than 1 MB"):
        load_sources(sources)


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings() == Settings()
    assert Settings().style is Style.STRICT
    assert Settings().fail_on is Severity.ERROR
    assert Settings().output_dir == "reports"


def test_the_file_of_the_working_directory_is_read_when_none_is_named(
    settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.write_text("fail-on-incomplete = true\n", encoding="utf-8")
    monkeypatch.chdir(settings.parent)
    assert load_settings() == Settings(fail_on_incomplete=True)


def test_every_key_is_taken_over(settings: Path) -> None:
    settings.write_text(
        "style = 'light-edit'\nfail-on = 'never'\nfail-on-incomplete = true\n"
        "output-dir = 'out'\ndeadline = 5\nmax-bytes = 1000\n",
        encoding="utf-8",
    )
    assert load_settings(settings) == Settings(
        style=Style.LIGHT_EDIT,
        fail_on=None,
        fail_on_incomplete=True,
        output_dir="out",
        fetch=FetchSettings(deadline=5.0, max_bytes=1000),
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("stile = 'strict'\n", "'stile' is not a key: did you mean 'style'?"),
        ("fail_on = 'error'\n", "did you mean 'fail-on'?"),
        ("zzz = 1\n", "'zzz' is not a key: known are style, fail-on"),
        ("style = 'loose'\n", "'style': expected one of strict, light-edit"),
        ("fail-on = 'fatal'\n", "'fail-on': expected one of error, warning, note, never"),
        ("fail-on-incomplete = 1\n", "expected true or false"),
        ("deadline = 0\n", "'deadline': expected seconds"),
        ("deadline = nan\n", "'deadline': expected seconds"),
        ("max-bytes = true\n", "'max-bytes': expected a whole number"),
        ("allow-private = ['127.0.0.1']\n", "'allow-private': expected a list of HOST:PORT"),
        ("allow-private = '127.0.0.1:80'\n", "'allow-private': expected a list of HOST:PORT"),
        ("[services]\nwayback = 'ftp://a.example'\n", "'services': expected a table"),
        (
            "[services]\ngoogle = 'https://a.example'\n",
            "'services.google' is not a key: known are x-oembed",
        ),
        ("[services]\nwaybak = 'https://a.example'\n", "did you mean 'wayback'?"),
        ("[severity]\nlink-moved = 'bad'\n", "'severity.link-moved': expected one of error"),
        ("archive = 'save'\n", "'archive': expected one of none, memento"),
        ("delay = -1\n", "'delay': expected seconds"),
        ("ca_bundle = 'mine.pem'\n", "is a command-line option only"),
        ("password = 'secret'\n", "is a command-line option only"),
    ],
)
def test_a_mistake_in_the_settings_is_one_line_that_says_what(
    settings: Path, text: str, says: str
) -> None:
    settings.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=says) as caught:
        load_settings(settings)
    assert str(caught.value).startswith(str(settings))
    assert "secret" not in str(caught.value)


def test_importing_the_settings_does_not_import_pydantic() -> None:
    program = "import sys, audit.config; sys.exit('pydantic' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_file_of_ones_own_opens_addresses_and_names_services(settings: Path) -> None:
    settings.write_text(
        "allow-private = ['127.0.0.1:8000', '[::1]:81']\nmax-time = 90.0\ndelay = 0\narchive = 'memento'\n"
        "obey-robots = true\n[services]\nwayback = 'http://127.0.0.1:8000/'\n",
        encoding="utf-8",
    )
    fetch = load_settings(settings).fetch
    assert fetch.allow_private == (("127.0.0.1", 8000), ("::1", 81))
    assert fetch.services == Services(wayback="http://127.0.0.1:8000")
    assert (fetch.max_time, fetch.delay, fetch.obey_robots) == (90.0, 0.0, True)
    assert fetch.archive is ArchiveUse.MEMENTO


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("allow-private = ['127.0.0.1:80']\n", "is not for a project's file"),
        ("[services]\nwayback = 'https://evil.example'\n", "is not for a project's file"),
        ("output-dir = '/tmp/elsewhere'\n", "below its own"),
        ("output-dir = 'a/../../b'\n", "below its own"),
    ],
)
def test_a_file_that_comes_with_a_project_opens_nothing(
    settings: Path, monkeypatch: pytest.MonkeyPatch, text: str, says: str
) -> None:
    (settings.parent / PROJECT_FILE).write_text(text, encoding="utf-8")
    monkeypatch.chdir(settings.parent)
    with pytest.raises(UsageError, match=says):
        load_settings()
