"""Words that take up a block quotation, and what ties a block by its signature."""

import pytest

from tests.extract.said import attributions

BLOCK = "The lease is short.\n\n> The tenant shall not, in any event, be liable.\n>\n> — [{who}](https://ex.org/lease)\n\n{below}\n"


@pytest.mark.parametrize(
    ("below", "url"),
    [
        ("The words “in any event” decide the case.", "https://ex.org/lease"),
        ("Much hangs on “shall not” here.", "https://ex.org/lease"),
        ("Nobody had thought of “in any event, be liable”.", "https://ex.org/lease"),
        ("Much hangs on “shall never” here.", None),  # not in it
        ("Much hangs on “liable” here.", None),  # one word may be anybody's
    ],
)
def test_words_of_nobody_from_a_block_have_its_source(below: str, url: str | None) -> None:
    found = attributions(BLOCK.format(who="Lease of 2019", below=below), format="markdown")
    assert found[-1].url == url


@pytest.mark.parametrize(
    "signature", ["Ann Lee[^3]", "Ann Lee, mayor[^3]", "Ann Lee, *The Dam*[^3]"]
)
def test_a_note_on_a_signature_is_for_the_block(signature: str) -> None:
    text = (
        f"She has had enough.\n\n> We will not be moved by this.\n>\n> — {signature}\n\n"
        "It goes on.\n\n[^3]: https://ex.org/lee\n"
    )
    [found] = attributions(text, format="markdown")
    assert (found.speaker_name, found.url) == ("Ann Lee", "https://ex.org/lee")


@pytest.mark.parametrize("label", ["Interview", "Podcast", "Transcript"])
def test_what_a_piece_is_speaks_no_words(label: str) -> None:
    [found] = attributions(f"{label}: “We never asked for this”\n", format="markdown")
    assert found.speaker is None


@pytest.mark.parametrize("owner", ["Her verdict", "Her answer", "Lee's answer, in the same talk"])
def test_whose_verdict_it_is(owner: str) -> None:
    text = f"Ann Lee reviewed the play on Monday. {owner}: “A triumph of patience.”"
    [found] = attributions(text)
    assert found.speaker_name == "Ann Lee"


@pytest.mark.parametrize("mark", ["[citation needed]", " [citation needed]"])
def test_a_mark_that_a_source_is_wanting_is_no_words(mark: str) -> None:
    found = attributions(f"Lee said the dam “is safe for years to come”{mark}.")
    assert all("citation" not in content.text for each in found for content in each.contents)
