"""Words over the post, the video or the page that the article shows below them."""

import pytest

from tests.extract.said import attributions

VIDEO = "https://www.youtube.com/watch?v=abcDEF12345"
PLAYER = '<iframe src="https://www.youtube.com/embed/abcDEF12345"{}></iframe>'
TOOT = '<iframe src="https://glammr.example/@jotamm/1120000001/embed"{}></iframe>'
TWEET = (
    '<blockquote class="twitter-tweet"><p lang="en">{}</p>&mdash; Bea Quill (@beaquill) '
    '<a href="https://twitter.com/beaquill/status/17">May 3, 2025</a></blockquote>'
)
MORE = '<p><a href="https://news.example/vane-charged">Read more: Lola Vane charged</a></p>'
CARD = (
    '<figure class="kg-card"><a class="kg-bookmark-container" href="https://blog.example/backlogs">'
    "<div>Against backlogs</div><div>A case for forgetting.</div><div>{}</div></a></figure>"
)


def tied(page: str, words: str) -> list[str | None]:
    return [
        said.url
        for said in attributions(page, format="html")
        if any(words in part.text for part in said.contents) and said.post is None
    ]


@pytest.mark.parametrize("where", ["in a video on Sunday", "on YouTube", "in a clip"])
def test_what_was_said_in_a_video_is_in_the_one_below(where: str) -> None:
    page = f"<p>“I was nineteen,” the singer Lola Vane said {where}.</p>" + PLAYER.format("")
    assert tied(page, "nineteen") == [VIDEO]
    titled = PLAYER.format(' title="Lola Vane: a message"')
    assert tied(f"<p>“I was nineteen,” Lola Vane said {where}.</p>{titled}", "nineteen") == [VIDEO]


@pytest.mark.parametrize("attribute", ["", ' class="mastodon-embed"'])
def test_what_was_written_on_a_network_is_in_the_post_below(attribute: str) -> None:
    page = "<p>“The archive is safe,” Jo Tamm wrote on Mastodon.</p>" + TOOT.format(attribute)
    assert tied(page, "archive") == ["https://glammr.example/@jotamm/1120000001"]


def test_words_that_a_post_below_has_are_in_it_whatever_is_said_of_it() -> None:
    page = "<p>For Bea Quill, the bill is “dead on arrival and starting to smell”.</p>"
    page += TWEET.format("This bill is dead on arrival and starting to smell.")
    assert set(tied(page, "dead on arrival")) == {"https://twitter.com/beaquill/status/17"}


def test_an_essay_is_behind_the_card_of_its_author() -> None:
    said = "<p>Priya Nandakumar put it best in a post: “A backlog is a museum.”</p>"
    assert tied(said + CARD.format("Priya Nandakumar"), "museum") == [
        "https://blog.example/backlogs"
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<p>“I was nineteen,” Lola Vane said in a statement.</p>" + PLAYER.format(""),
        "<p>“I was nineteen,” Lola Vane said in a video.</p>"
        + PLAYER.format(' title="Crash of the month"'),
        "<p>“I was nineteen,” Lola Vane told me in a video call.</p>" + PLAYER.format(""),
        "<p>“I was nineteen,” Lola Vane said in a video.</p><p>Rain fell.</p>" + PLAYER.format(""),
        "<p>“I was nineteen,” Lola Vane wrote on X.</p>" + TWEET.format("She is wrong."),
        "<p>“I was nineteen,” Lola Vane said in a statement.</p>" + MORE,
        "<p>“I was nineteen,” Lola Vane wrote in a post.</p>" + CARD.format("Ann Lee"),
        "<p>“I was nineteen,” Lola Vane said in a video. “Old,” Bo Orr said.</p>"
        + PLAYER.format(""),
    ],
)
def test_what_stands_below_by_chance_is_no_source(page: str) -> None:
    assert tied(page, "nineteen") == [None]


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ("Chef Ana Lobo wrote on Instagram: “We close on Sunday.”", "https://www.instagram.com/p/CxYzAbC1234/"),
        ("Senator Bea Quill wrote on X: “We close on Sunday.”", "https://x.com/beaquill/status/1700000000000000001"),
    ],
)  # fmt: skip
def test_a_post_below_may_be_its_address_alone(said: str, url: str) -> None:
    for form, text in (
        ("markdown", f"{said}\n\n{url}"),
        ("html", f'<p>{said}</p><p><a href="{url}">{url}</a></p>'),
    ):
        assert [each.url for each in attributions(text, format=form)] == [url]


def test_anothers_post_below_by_its_address_is_not_theirs() -> None:
    text = "Bea Quill wrote on X: “We close on Sunday.”\n\nhttps://x.com/tomorr/status/17"
    found = {said.contents[0].text: said.url for said in attributions(text, format="markdown")}
    assert found["We close on Sunday."] is None
