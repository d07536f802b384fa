"""The sources file beside an article, what ``citeaudit sources`` writes, and files of one's own as sources."""

import json
from pathlib import Path

import pytest

from audit.config import load_sources
from tests.end_to_end.run import Run, citeaudit, report_of
from tests.end_to_end.web import Answer, page, write_web
from tests.page.files import mail, open_document
from tests.read.documents import document, paragraph

SAID = "We will reopen the ferry in spring, and nobody will pay more"
NOTES = f"Lee, 2 Nov.\n\nQ: And the price?\nA: {SAID}.\n"
STORY = (
    f"“{SAID},” Ann Lee said on the pier.\n\n“It is far too early to say,” Bo Holm told the BBC.\n"
)
BESIDE = '[[source]]\nspeaker = "Ann Lee"\nfile = "notes.txt"\n'


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("story.md").write_text(STORY, encoding="utf-8")
    Path("notes.txt").write_text(NOTES, encoding="utf-8")
    return tmp_path


def checked(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[str, Run]:
    run = citeaudit(capsys, "check", *words, "--offline")
    [said, *_] = report_of(Path("reports/story"))["attributions"]
    return said["verdict"], run


def test_it_is_found_said_and_repeated(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("story.sources.toml").write_text(BESIDE, encoding="utf-8")
    verdict, run = checked(capsys, "story.md")
    assert verdict == "verbatim"
    assert "sources of story.sources.toml, found beside the article" in run.err
    report = report_of(desk / "reports" / "story")
    assert report["repeat"][:5] == [
        "citeaudit",
        "check",
        "story.md",
        "--sources",
        "story.sources.toml",
    ]
    [source] = report["sources"]
    assert (source["url"], source["file"]) == ("file:notes.txt", "notes.txt")
    assert len(source["sha256"]) == 64
    text = Path("reports/story/report.md").read_text(encoding="utf-8")
    assert "your file notes.txt" in text
    assert "your file, `notes.txt`, SHA-256" in text.replace("Evidence: ", "")
    again = Path("reports/story/report.json").read_bytes()
    assert citeaudit(capsys, *report["repeat"][1:]).code == 0
    assert Path("reports/story/report.json").read_bytes() == again
    assert citeaudit(capsys, "verify", "reports/story/report.json").code == 0


def test_capture_finds_it_too_and_asks_nobody_for_a_file(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    linked = '[[source]]\noutlet = "BBC"\nurl = "https://bbc.example/holm"\n'
    (desk / "story.sources.toml").write_text(BESIDE + linked, encoding="utf-8")
    run = citeaudit(capsys, "capture", "story.md", "--dry-run")
    assert (run.code, run.out) == (0, "https://bbc.example/holm\n")
    assert "sources of story.sources.toml" in run.err


def test_a_saved_page_stands_for_an_address_that_the_article_links(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = "https://echo.example/ferry"
    Path("story.md").write_text(f"“{SAID},” Ann Lee [said]({url}).\n", encoding="utf-8")
    table = f'[[source]]\nurl = "{url}"\nfile = "notes.txt"\n'
    Path("story.sources.toml").write_text(table, encoding="utf-8")
    verdict, _ = checked(capsys, "story.md")
    assert verdict == "verbatim"
    [source] = report_of(desk / "reports" / "story")["sources"]
    assert (source["url"], source["file"]) == (url, "notes.txt")


@pytest.mark.usefixtures("desk")
def test_a_saved_page_that_nobody_links_is_read_and_accuses_nobody(
    capsys: pytest.CaptureFixture[str],
) -> None:
    table = '[[source]]\nurl = "https://echo.example/ferry"\nfile = "notes.txt"\n'
    Path("story.sources.toml").write_text(table, encoding="utf-8")
    verdict, run = checked(capsys, "story.md")
    assert (verdict, run.code) == ("verbatim", 0)
    [_, other] = report_of(Path("reports/story"))["attributions"]
    assert other["verdict"] == "not-compared"


def test_it_can_be_left_alone(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("story.sources.toml").write_text(BESIDE, encoding="utf-8")
    verdict, run = checked(capsys, "story.md", "--no-sources")
    assert (verdict, "sources of" in run.err) == ("not-compared", False)
    assert "--no-sources" in report_of(desk / "reports" / "story")["repeat"]
    run = citeaudit(capsys, "check", "story.md", "--no-sources", "--sources", "story.sources.toml")
    assert (run.code, "contradict each other" in run.err) == (2, True)


@pytest.mark.parametrize("place", ["other/story.sources.toml", "sources.toml", "story.md.toml"])
def test_one_elsewhere_is_not_found(
    desk: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    (desk / place).parent.mkdir(exist_ok=True)
    (desk / place).write_text(BESIDE, encoding="utf-8")
    assert checked(capsys, "story.md")[0] == "not-compared"


def test_a_link_is_passed_over(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "other").mkdir()
    (desk / "other" / "mine.toml").write_text(BESIDE, encoding="utf-8")
    (desk / "other" / "notes.txt").write_text(NOTES, encoding="utf-8")
    (desk / "story.sources.toml").symlink_to(desk / "other" / "mine.toml")
    verdict, run = checked(capsys, "story.md")
    assert (verdict, "is passed over: it is a link" in run.err) == ("not-compared", True)


def test_standard_input_has_none(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "-.sources.toml").write_text(BESIDE, encoding="utf-8")
    with (desk / "story.md").open(encoding="utf-8") as piped:
        monkeypatch.setattr("sys.stdin", piped)
        run = citeaudit(capsys, "check", "-", "--offline", "-f", "json")
    assert json.loads(run.out)["attributions"][0]["verdict"] == "not-compared"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("notes.md", NOTES.encode()),
        ("notes.html", f"<p>{SAID}.</p>".encode()),
        ("notes.docx", document(paragraph(f"A: {SAID}."))),
        ("notes.odt", open_document(f"<text:p>A: {SAID}.</text:p>")),
        ("notes.rtf", rb"{\rtf1\ansi " + f"A: {SAID}.".encode() + rb"\par}"),
        ("notes.eml", mail(NOTES, coding="base64").as_bytes()),
        ("notes.vtt", f"WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann Lee>{SAID}.\n".encode()),
        ("notes.srt", f"1\n00:00:01,000 --> 00:00:04,000\n{SAID}.\n".encode()),
        ("notes", NOTES.encode("utf-16")),
        ("notes.TXT", NOTES.encode("cp1252")),
    ],
)
def test_notes_of_any_kind_are_read(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes
) -> None:
    (desk / name).write_bytes(data)
    (desk / "story.sources.toml").write_text(BESIDE.replace("notes.txt", name), encoding="utf-8")
    assert checked(capsys, "story.md")[0] == "verbatim"


def test_what_differs_from_ones_notes_is_shown_under_their_name(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "notes.txt").write_text(NOTES.replace("will pay", "will not pay"), encoding="utf-8")
    (desk / "story.sources.toml").write_text(BESIDE, encoding="utf-8")
    verdict, run = checked(capsys, "story.md")
    assert (verdict, run.code) == ("altered", 1)
    assert "your file notes.txt" in run.out


def test_notes_that_cannot_be_read_are_said(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "notes.txt").write_bytes(b"PK\x03\x04" + bytes(50))
    (desk / "story.sources.toml").write_text(BESIDE, encoding="utf-8")
    verdict, run = checked(capsys, "story.md")
    assert verdict == "not-compared"
    assert "your file notes.txt could not be read (not-text: a ZIP archive" in run.out


def test_a_file_to_fill_in_is_written_once(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = citeaudit(capsys, "sources", "story.md")
    assert printed.code == 0
    assert 'speaker = "Ann Lee"' in printed.out
    assert 'outlet = "BBC"' in printed.out
    assert f"# line 1: {SAID}" in printed.out
    assert citeaudit(capsys, "sources", "story.md", "-o", "story.sources.toml").code == 0
    path = desk / "story.sources.toml"
    assert path.read_text(encoding="utf-8") == printed.out
    assert load_sources(path) == ()
    assert checked(capsys, "story.md")[0] == "not-compared"  # as it is, it changes nothing
    again = citeaudit(capsys, "sources", "story.md", "-o", "story.sources.toml")
    assert (again.code, "exists already: it is left as it is" in again.err) == (2, True)
    path.write_text(printed.out.replace('file = ""', 'file = "notes.txt"', 1), encoding="utf-8")
    assert checked(capsys, "story.md")[0] == "verbatim"
    left = citeaudit(capsys, "sources", "story.md")
    assert ("Ann Lee" in left.out, "Bo Holm" in left.out) == (False, True)


def test_what_is_linked_needs_no_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "story.md").write_text(
        f"“{SAID},” Ann Lee [said](https://a.example/).\n", encoding="utf-8"
    )
    run = citeaudit(capsys, "sources", "story.md")
    assert (run.code, run.out, "nothing to fill in" in run.err) == (0, "", True)


NEAR = (
    f"“{SAID},” Ann Lee said. The council met on [Monday](https://a.example/council).\n\n"
    "“It is far too early to say,” Bo Holm said on the pier.\n\n"
    "“We are on the boat by the harbour wall,” Cy Voss said.\n"
)


def test_what_the_captures_have_needs_no_file(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The words stand at a link beside them, and at one of another paragraph."""
    (desk / "story.md").write_text(NEAR, encoding="utf-8")
    said = [f"“{SAID},” Ann Lee said.", "“It is far too early to say,” Bo Holm said."]
    write_web(desk / "web.warc.gz", [Answer("https://a.example/council", page("Ferry", said * 3))])
    captures = ("--captures", "web.warc.gz")
    stub = citeaudit(capsys, "sources", "story.md", *captures)
    assert [name in stub.out for name in ("Ann Lee", "Bo Holm", "Cy Voss")] == [False, False, True]
    citeaudit(capsys, "check", "story.md", *captures, "--offline", "--no-sources")
    report = report_of(desk / "reports" / "story")
    by_id = {each["id"]: each for each in report["attributions"]}
    called = {
        by_id[found["attribution_id"]]["speaker"]["text"]
        for found in report["findings"]
        if found["rule"] in {"source-unlinked", "quote-not-in-cited"}
    }
    assert called == {"Cy Voss"}
    without = citeaudit(capsys, "sources", "story.md").out
    assert [name in without for name in ("Ann Lee", "Bo Holm", "Cy Voss")] == [True, True, True]


def test_an_article_whose_captures_have_all_needs_no_file(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    markup = f'<p>“{SAID},” Ann Lee said. They met <a href="https://a.example/b">then</a>.</p>'
    (desk / "story.html").write_text(markup, encoding="utf-8")
    words = page("Ferry", [f"“{SAID},” Ann Lee said."] * 3)
    write_web(desk / "web.warc.gz", [Answer("https://a.example/b", words)])
    run = citeaudit(capsys, "sources", "story.html", "--captures", "web.warc.gz")
    assert (run.code, run.out, "nothing to fill in" in run.err) == (0, "", True)


def test_names_from_an_article_stay_inside_their_strings(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "story.md").write_text(
        '“We will open it in spring,” Ann "\\ X]] Lee" Moe told the B\u202eB\x85C.\n\n'
        "> “Nobody will ever pay more\\u0007,” said Bo\u2028 = Holm.\n",
        encoding="utf-8",
    )
    run = citeaudit(capsys, "sources", "story.md", "-o", "story.sources.toml")
    assert run.code == 0
    assert load_sources(desk / "story.sources.toml") == ()


@pytest.mark.parametrize(("name", "words"), [("empty.txt", ""), ("blank.md", " \n\n\t\n")])
@pytest.mark.usefixtures("desk")
def test_a_file_without_words_is_told_and_is_no_page_that_was_read(
    capsys: pytest.CaptureFixture[str], name: str, words: str
) -> None:
    Path(name).write_text(words, encoding="utf-8")
    Path("story.sources.toml").write_text(BESIDE.replace("notes.txt", name), encoding="utf-8")
    verdict, run = checked(capsys, "story.md")
    assert verdict == "not-compared"
    assert f"warning source-unavailable your file {name} " in run.err + run.out
    text = Path("reports/story/report.md").read_text(encoding="utf-8")
    assert "(page read)" not in text


@pytest.mark.usefixtures("desk")
def test_tables_that_serve_nothing_or_contradict_each_other_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("other.txt").write_text("Nothing.\n", encoding="utf-8")
    Path("story.sources.toml").write_text(
        BESIDE
        + '[[source]]\nspeaker = "Anne Leigh"\nfile = "notes.txt"\n'
        + '[[source]]\nurl = "https://a.example/1"\nfile = "notes.txt"\n'
        + '[[source]]\nurl = "https://a.example/1"\nfile = "other.txt"\n',
        encoding="utf-8",
    )
    _, run = checked(capsys, "story.md")
    told = [line for line in run.err.splitlines() if "[[source]]" in line]
    assert told == [
        "no words of the article are for the [[source]] with speaker = 'Anne Leigh'",
        "the article does not link to https://a.example/1, for which a [[source]] gives a file",
        "two [[source]] tables give different files for https://a.example/1: neither is read, keep one",
    ]


@pytest.mark.usefixtures("desk")
def test_words_are_not_compared_where_two_files_are_given_for_one_address(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("one.html", "other.html"):
        Path(name).write_text(f"<p>{'Nothing of the kind was said here. ' * 30}", encoding="utf-8")
    url = "https://a.example/1"
    Path("story.md").write_text(
        f"“We will rebuild the bridge by spring,” Anne Leigh [said]({url}).\n", encoding="utf-8"
    )
    both = [f'[[source]]\nurl = "{url}"\nfile = "{name}"\n' for name in ("one.html", "other.html")]
    Path("story.sources.toml").write_text(both[0], encoding="utf-8")
    assert checked(capsys, "story.md")[0] == "absent"
    Path("story.sources.toml").write_text("".join(both), encoding="utf-8")
    verdict, run = checked(capsys, "story.md")
    assert verdict == "not-compared"
    assert "neither is read, keep one" in run.err
    report = Path("reports/story/report.md").read_text(encoding="utf-8")
    told = "the sources file gives one.html and other.html for it, and none is read: keep one"
    assert told in report.replace("`", "")
    assert citeaudit(capsys, "verify", "reports/story/report.json").code == 0


@pytest.mark.usefixtures("desk")
def test_a_file_that_is_no_text_asks_for_another(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("notes.zip").write_bytes(b"PK\x03\x04 and no more")
    Path("story.sources.toml").write_text(BESIDE.replace("txt", "zip"), encoding="utf-8")
    _, run = checked(capsys, "story.md")
    assert "Give another `file` in the sources file" in run.out
    assert "save the page and give it" not in run.out
