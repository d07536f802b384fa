"""An article that is given as its own source is told, and nothing is found in it."""

from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.run import Run, citeaudit, report_of, said_with
from tests.end_to_end.web import Answer, page, write_web

OWN = "https://echo.example/ferry"
SAID = "The ferry will open before the summer comes"
FORMS = pytest.mark.parametrize("form", ["md", "html"])
LINK = {"md": f"[said]({OWN})", "html": f'<a href="{OWN}">said</a>'}
HEAD = {
    "canonical": f'<link rel="canonical" href="{OWN}">',
    "og:url": f'<meta property="og:url" content="{OWN}?utm_source=feed">',
}


def written(form: str, verb: str = "said", head: str = "") -> str:
    told = f"“{SAID},” Anna Lindqvist {verb} on the pier in the harbour of the town."
    if form == "md":
        return f"# Ferry\n\n{told}\n"
    return (
        f'<html lang="en"><head>{head}</head><body><article><p>{told}</p></article></body></html>'
    )


def assert_told(run: Run, report: dict[str, Any], markdown: str) -> None:
    [source] = report["sources"]
    assert source["outcome"] == "is-article"
    check = said_with(report, SAID)
    assert (check["verdict"], check["reason"]) == ("not-compared", "source-not-captured")
    assert not check["found_elsewhere"]
    [finding] = report["findings"]
    assert finding["rule"] == "source-unavailable"
    assert "is the article itself" in finding["message"]
    assert "The source is the article itself" in markdown
    assert run.code == 0 or finding["severity"] == "warning"


def outputs(folder: Path) -> tuple[dict[str, Any], str]:
    return report_of(folder), (folder / "report.md").read_text(encoding="utf-8")


@FORMS
@pytest.mark.parametrize("url", [OWN, None])
def test_the_file_of_the_article_as_its_source(
    form: str, url: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / f"article.{form}"
    article.write_text(written(form), encoding="utf-8")
    table = f'[[source]]\nspeaker = "Anna Lindqvist"\nfile = "article.{form}"\n'
    table += f'url = "{url}"\n' if url is not None else ""
    (tmp_path / "article.sources.toml").write_text(table, encoding="utf-8")
    run = citeaudit(capsys, "check", article, "--offline", "--output-dir", tmp_path / "out")
    assert_told(run, *outputs(tmp_path / "out" / "article"))
    report = tmp_path / "out" / "article" / "report.json"
    assert citeaudit(capsys, "render", report, "-f", "json").out == report.read_text("utf-8")


@pytest.mark.parametrize("head", HEAD)
def test_a_link_to_the_address_that_the_page_calls_its_own(
    head: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article, web = tmp_path / "article.html", tmp_path / "web.warc.gz"
    article.write_text(written("html", LINK["html"], HEAD[head]), encoding="utf-8")
    write_web(web, [Answer(OWN, page("Ferry", [f"“{SAID},” Anna Lindqvist said."] * 3))])
    line = ("check", article, "--captures", web, "--offline", "--output-dir", tmp_path / "out")
    assert_told(citeaudit(capsys, *line), *outputs(tmp_path / "out" / "article"))


@FORMS
def test_a_capture_that_has_the_bytes_of_the_article(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article, web = tmp_path / f"article.{form}", tmp_path / "web.warc.gz"
    text = written(form, LINK[form])
    article.write_text(text, encoding="utf-8")
    write_web(web, [Answer(OWN, text)])
    line = ("check", article, "--captures", web, "--offline", "--output-dir", tmp_path / "out")
    assert_told(citeaudit(capsys, *line), *outputs(tmp_path / "out" / "article"))
    verified = citeaudit(
        capsys, "verify", tmp_path / "out" / "article" / "report.json", "--captures", web
    )
    assert "differ" not in verified.out + verified.err
    assert verified.code == 0


def test_another_page_of_the_same_site_is_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article, web = tmp_path / "article.html", tmp_path / "web.warc.gz"
    other = f"{OWN}-and-more"
    markup = written("html", f'<a href="{other}">said</a>', HEAD["canonical"])
    article.write_text(markup, encoding="utf-8")
    write_web(web, [Answer(other, page("Ferry", [f"“{SAID},” Anna Lindqvist said."] * 3))])
    line = ("check", article, "--captures", web, "--offline", "--output-dir", tmp_path / "out")
    citeaudit(capsys, *line)
    assert said_with(report_of(tmp_path / "out" / "article"), SAID)["verdict"] == "verbatim"
