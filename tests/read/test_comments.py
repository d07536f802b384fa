"""Comments for us in an article: each comes with its line and the block that it covers."""

from pathlib import Path

import pytest

from audit.read import read_article

ONE = "“We will rebuild the bridge by spring,” Anna Lindqvist said on the steps of the town hall."
TWO = (
    "“Nobody asked the fishermen,” Tom Reyes said in the harbour, and shook his head at the plans."
)
POST = '<iframe src="https://platform.twitter.com/embed/Tweet.html?id=123"></iframe>'
C = "<!-- citeaudit: ignore[x] why -->"

HTML = {
    f"<p>{ONE} {C}</p><p>{TWO}</p>": ONE,
    f"<p>{C}{ONE}</p><p>{TWO}</p>": ONE,
    f"<p>{ONE[:40]}{C}{ONE[40:]}</p><p>{TWO}</p>": ONE,
    f"<p>{ONE}</p>{C}<p>{TWO}</p>": TWO,
    f"<p>{ONE}</p><div>{C}</div><p>{TWO}</p>": TWO,
    f"<p>{ONE}</p><blockquote>{C}<p>{TWO}</p></blockquote>": TWO,
    f"{C}<p>{ONE}</p><p>{TWO}</p>": ONE,
    f"<p>{ONE}</p><p>{TWO}</p>{C}": None,
    f"<p>{ONE}</p>{C}{POST}<p>{TWO}</p>": None,
    f"<h1>The bridge {C}</h1><p>{ONE}</p><p>{TWO}</p>": None,
    f"{C}<h1>The bridge</h1><p>{ONE}</p><p>{TWO}</p>": ONE,
    f"<p>{ONE}</p><div class='newsletter'>Sign up {C}</div><p>{TWO}</p>": None,
    f"<p>{ONE}</p>{C}<div class='newsletter'>Sign up</div><p>{TWO}</p>": TWO,
}
MARKDOWN = {
    f"{ONE} {C}\n\n{TWO}\n": ONE,
    f"{C} {ONE}\n\n{TWO}\n": ONE,
    f"{ONE[:40]}{C}{ONE[40:]}\n\n{TWO}\n": ONE,
    f"{ONE}\n\n{C}\n\n{TWO}\n": TWO,
    f"{ONE}\n\n{C}\n{TWO}\n": TWO,
    f"{ONE}\n\n{C}\n\n> {TWO}\n": TWO,
    f"{ONE}\n\n> {TWO}\n>\n> {C}\n": None,
    f"{C}\n\n# The bridge\n\n{ONE}\n\n{TWO}\n": ONE,
    f"# The bridge {C}\n\n{ONE}\n\n{TWO}\n": None,
    f"{ONE}\n\n{C}\n\n{POST}\n\n{TWO}\n": None,
    f"{ONE}\n\n<p>{TWO} {C}</p>\n": TWO,
    f"{ONE}\n\n<p>{TWO}</p>\n{C}\n\nMore.\n": "More.",
    f"- {ONE}\n- {TWO} {C}\n": TWO,
}


@pytest.mark.parametrize(
    ("suffix", "source", "covered"),
    [("html", source, covered) for source, covered in HTML.items()]
    + [("md", source, covered) for source, covered in MARKDOWN.items()],
)
def test_a_comment_covers_the_block_it_stands_in_or_the_next(
    suffix: str, source: str, covered: str | None, tmp_path: Path
) -> None:
    file = tmp_path / f"story.{suffix}"
    whole = f"<body><article>{source}</article></body>" if suffix == "html" else source
    file.write_text(whole, encoding="utf-8")
    article = read_article(file)
    [comment] = article.comments
    block = None if comment.block is None else article.blocks[comment.block]
    text = None if block is None else article.text[block.start : block.end].replace("  ", " ")
    assert text == covered
    assert comment.text == C
    assert comment.line == whole[: whole.index(C)].count("\n") + 1


@pytest.mark.parametrize(
    "source",
    [
        f"<p>{ONE}</p><!-- a comment of somebody else -->",
        f"<p>{ONE}</p><!-- citeaudit: ignore[x] never closed",
        f"<p>{ONE}</p><script>{C}</script>",
        f"<p>{ONE}</p><div hidden>{C}</div>",
    ],
)
def test_what_is_no_comment_for_us_is_none(source: str, tmp_path: Path) -> None:
    file = tmp_path / "story.html"
    file.write_text(source, encoding="utf-8")
    assert read_article(file).comments == ()


@pytest.mark.parametrize("code", [f"```\n{C}\n```\n", f"`{C}`\n"])
def test_code_that_shows_a_comment_is_none(code: str, tmp_path: Path) -> None:
    file = tmp_path / "story.md"
    file.write_text(f"{ONE}\n\n{code}\n{TWO}\n", encoding="utf-8")
    assert read_article(file).comments == ()


def test_only_a_local_file_has_comments() -> None:
    page = f"<p>{ONE} {C}</p>".encode()
    assert read_article(page, "html").comments == ()
    assert read_article(page, "html", name="story.html").comments == ()
    assert read_article(page, "html", url="https://echo.example/").comments == ()
