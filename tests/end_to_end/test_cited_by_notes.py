"""Articles that name their sources in notes: what a note's page does not have is found, whatever the format."""

from pathlib import Path

import pytest

from tests.end_to_end.run import Run, citeaudit, report_of, said_with
from tests.end_to_end.web import Answer, page, write_web
from tests.read.documents import document, note_mark, paragraph

URL = "https://gazette.example/ferry"
THERE = "We will open the ferry again before the spring tides come in"
INVENTED = "The harbour has never made a single penny out of tourists"
PAGE = page("Ferry", [f"“{THERE},” said Ann Lee, the harbour master.", "The pier is old."] * 4)

MARKDOWN = f"""# Ferry

“{THERE},”[^1] said Ann Lee, the harbour master.

“{INVENTED},” said Ann Lee.[^1]

[^1]: [Gazette]({URL}), 3 May 2024.
"""
TEXT = f"""Ferry

“{THERE},” said Ann Lee, the harbour master. [1]

“{INVENTED},” [1] said Ann Lee.

Sources

[1] Gazette, {URL}
"""
HTML = f"""<!doctype html><html lang="en"><head><title>Ferry</title></head><body><article><h1>Ferry</h1>
<p>“{THERE},”<sup><a id="r1" href="#fn1">1</a></sup> said Ann Lee, the harbour master.</p>
<p>“{INVENTED},” said Ann Lee.<sup><a href="#fn1">1</a></sup></p></article>
<footer class="footnotes"><ol><li id="fn1"><a href="{URL}">Gazette</a> <a href="#r1">↩</a></li></ol></footer>
</body></html>"""


def word(notes: str) -> bytes:
    mark = note_mark(2)
    body = paragraph(f"“{THERE},”", mark, " said Ann Lee, the harbour master.")
    return document(body + paragraph(f"“{INVENTED},” said Ann Lee.", mark), notes=notes)


FOOTNOTE = f'<w:footnote w:id="2">{paragraph(f"Gazette, {URL}")}</w:footnote>'
ARTICLES = {
    "article.md": MARKDOWN.encode(),
    "article.txt": TEXT.encode(),
    "article.html": HTML.encode(),
    "article.docx": word(FOOTNOTE),
}


def audited(
    name: str, data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[Run, Path]:
    article = tmp_path / name
    article.write_bytes(data)
    write_web(tmp_path / "web.warc.gz", [Answer(URL, PAGE)])
    folder = tmp_path / "out" / "article"
    run = citeaudit(
        capsys,
        *("check", article, "--offline", "--captures", tmp_path / "web.warc.gz"),
        *("--output-dir", tmp_path / "out"),
    )
    return run, folder


@pytest.mark.parametrize("name", ARTICLES)
def test_an_invented_quotation_with_a_note_is_found(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run, folder = audited(name, ARTICLES[name], tmp_path, capsys)
    report = report_of(folder)
    assert run.code == 1, run.err
    assert said_with(report, THERE)["verdict"] == "verbatim"
    assert said_with(report, INVENTED)["verdict"] == "absent"
    assert {finding["rule"] for finding in report["findings"]} == {"quote-absent"}
    assert [each["kind"] for each in report["attributions"]] == ["direct", "direct"]


def test_marks_without_a_note_and_notes_without_a_mark_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = MARKDOWN.replace(f"“{INVENTED},” said Ann Lee.[^1]", "It rained.[^7]")
    text += "[^2]: [Post](https://post.example/b)\n"
    run, folder = audited("article.md", text.encode(), tmp_path, capsys)
    told = {
        finding["rule"]: (finding["severity"], finding["message"])
        for finding in report_of(folder)["findings"]
    }
    assert run.code == 0, run.err
    assert told["note-missing"][0] == told["note-uncited"][0] == "note"
    assert "“7”" in told["note-missing"][1]
    assert "“Post”" in told["note-uncited"][1]
    assert not any("7" in message for rule, (_, message) in told.items() if rule != "note-missing")
