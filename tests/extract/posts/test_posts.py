"""Posts pasted as text, and posts that the markup declares."""

import time
from pathlib import Path
from typing import NamedTuple

import pytest

from audit import extract, read_article
from audit.extract.posts.found import FoundPost, find_posts, find_wordless_posts
from audit.model import AttributionKind
from tests.extract.said import attributions

POSTS = Path(__file__).parent
SIGNATURE = "— Ann Lee (@annlee) March 3, 2025"


def test_a_pasted_post_ends_in_its_signature() -> None:
    text = (
        f"The mayor was quick to answer.\n\nThe bridge is open. https://t.co/abc123\n{SIGNATURE}\n"
    )
    [attribution] = [each for each in attributions(text) if each.post is not None]
    assert attribution.speaker_name == "Ann Lee"
    assert attribution.post is not None
    assert (attribution.post.handle, attribution.post.date, attribution.post.truncated) == (
        "@annlee",
        "2025-03-03",
        False,
    )
    assert [span.text for span in attribution.contents] == ["The bridge is open."]
    assert attribution.url == "https://t.co/abc123"


def test_a_post_cut_short_takes_in_the_paragraphs_that_fill_its_length() -> None:
    first = (
        "The bridge has been closed since the flood, and the town has waited long enough for it."
    )
    second = (
        "Today the engineers told us that the piers are sound and that the deck can be laid in"
        " spring, once the river is low and the cranes are back, which"
    )
    before = "A reporter's paragraph that is far too long to be part of any post. " * 4
    text = f"{before}\n{first}\n{second}… https://t.co/abc123\n{SIGNATURE}\nThe end of it.\n"
    [attribution] = [each for each in attributions(text) if each.post is not None]
    assert [span.text for span in attribution.contents] == [first, f"{second}…"]
    assert attribution.post is not None
    assert attribution.post.truncated


def test_a_name_with_a_handle_in_running_text_is_no_post() -> None:
    text = f"The post went round the world {SIGNATURE} and came back.\n\nNobody minded."
    assert [each for each in attributions(text) if each.post is not None] == []


def test_a_declared_embed_gives_its_permalink() -> None:
    html = """<html><body><article><h1>Bridge</h1>
    <p>The mayor was quick to answer, and did so in public on the morning after the vote.</p>
    <blockquote class="twitter-tweet"><p lang="en" dir="ltr">The bridge is open.<br><br>Drive slowly.
    <a href="https://t.co/abc123">pic.twitter.com/abc123</a></p>&mdash; Ann Lee (@annlee)
    <a href="https://twitter.com/annlee/status/123456">March 3, 2025</a></blockquote>
    <p>Drivers came at once, and by noon the first jam had formed on the new deck of it.</p>
    </article></body></html>"""
    [attribution] = [each for each in attributions(html, format="html") if each.post is not None]
    assert [span.text for span in attribution.contents] == ["The bridge is open.", "Drive slowly."]
    assert attribution.post is not None
    assert attribution.post.permalink == "https://twitter.com/annlee/status/123456"
    assert attribution.post.media == ("pic.twitter.com/abc123",)


class Shown(NamedTuple):
    service: str
    author: str | None
    handle: str | None
    date: str | None
    words: tuple[str, ...]
    permalink: str
    truncated: bool = False


WITH_WORDS = {
    "x": Shown(
        "x",
        "Ilse Varga",
        "@ilsevarga_km",
        "2024-12-06",
        (
            "The Arrin bridge is open.",
            "Thank you for your patience, and drive slowly: the deck is still wet in places and…",
        ),
        "https://twitter.com/ilsevarga_km/status/1865000000000000001?ref_src=twsrc%5Etfw",
        truncated=True,
    ),
    "bluesky": Shown(
        "bluesky",
        "Tomas Edel",
        "@tomasedel.bsky.social",
        "2024-12-06",
        ("Walked across the new deck this morning. It hums when the wind is from the west.",),
        "https://bsky.app/profile/did:plc:k3lm0uth4rr1nbr1dg3aaaaa/post/3lcq2abcdef2k?ref_src=embed",
    ),
    "mastodon-words": Shown(
        "mastodon",
        "Noor Haddad",
        "@noorhaddad@social.arrin.example",
        "2024-12-06",
        (
            "The toll booths stay shut until the new year, says the board.",
            "Cyclists go free for good.",
        ),
        "https://social.arrin.example/@noorhaddad/113600000000000002",
    ),
    "facebook": Shown(
        "facebook",
        "Kelmouth Ferry",
        None,
        "2024-12-05",
        ("Last boat at six tonight. It was a pleasure to carry you.",),
        "https://www.facebook.com/kelmouthferry/posts/10160000000000001",
    ),
    "instagram": Shown(
        "instagram",
        "Mara Quill",
        "@railings.of.kelmouth",
        "2024-12-06",
        ("First light on the new railings. We painted them by hand.",),
        "https://www.instagram.com/p/DC0kELm0uTh/",
    ),
    "tiktok": Shown(
        "tiktok",
        None,
        "@arrin.ferryman",
        None,
        ("Two years, four thousand crossings, one bridge. Goodbye from the wheelhouse #ferry",),
        "https://www.tiktok.com/@arrin.ferryman/video/7445000000000000001",
    ),
}
WITHOUT_WORDS = {
    "mastodon": Shown(
        "mastodon",
        None,
        "@noorhaddad@social.arrin.example",
        None,
        ("@noorhaddad@social.arrin.example",),
        "https://social.arrin.example/@noorhaddad/113600000000000001",
    ),
    "instagram-wordless": Shown(
        "instagram",
        "Mara Quill",
        "@railings.of.kelmouth",
        None,
        ("Mara Quill",),
        "https://www.instagram.com/reel/DC0kELm0uTi/?utm_source=ig_embed&utm_campaign=loading",
    ),
    "telegram": Shown("telegram", None, "@arrinbridge", None, ("",), "https://t.me/arrinbridge/68"),
    "youtube": Shown(
        "youtube",
        None,
        None,
        None,
        ("Kelmouth bridge: the last span is lifted in",),
        "https://www.youtube.com/watch?v=kE1m0uThBr1",
    ),
}


def shown(found: FoundPost) -> Shown:
    post = found.post
    assert post.permalink is not None
    words = tuple(content.text for content in found.contents)
    return Shown(
        post.service, post.author, post.handle, post.date, words, post.permalink, post.truncated
    )


@pytest.mark.parametrize("name", sorted(WITH_WORDS))
def test_the_embed_of_a_service_gives_author_date_words_and_address(name: str) -> None:
    article = read_article(POSTS / f"{name}.html")
    assert [shown(post) for post in find_posts(article)] == [WITH_WORDS[name]]
    assert find_wordless_posts(article) == ()


@pytest.mark.parametrize("name", sorted(WITHOUT_WORDS))
def test_an_embed_without_words_gives_its_address_and_is_no_post(name: str) -> None:
    article = read_article(POSTS / f"{name}.html")
    assert find_posts(article) == ()
    assert [shown(post) for post in find_wordless_posts(article)] == [WITHOUT_WORDS[name]]


def test_every_fixture_of_a_post_is_in_one_of_the_tables() -> None:
    assert {path.stem for path in POSTS.glob("*.html")} == WITH_WORDS.keys() | WITHOUT_WORDS.keys()


@pytest.mark.parametrize("name", sorted(WITH_WORDS.keys() | WITHOUT_WORDS.keys()))
def test_the_spans_of_an_embed_hold_its_words(name: str) -> None:
    article = read_article(POSTS / f"{name}.html")
    for post in (*find_posts(article), *find_wordless_posts(article)):
        for content in (*post.contents, post.speaker):
            if content is not None:
                assert article.text[content.start : content.end] == content.text
        assert post.of_service <= frozenset(post.blocks)


@pytest.mark.parametrize("name", sorted(WITH_WORDS))
def test_the_attribution_of_an_embed_carries_its_post(name: str) -> None:
    article = read_article(POSTS / f"{name}.html")
    [post] = [each for each in extract(article) if each.kind is AttributionKind.POST]
    [found] = find_posts(article)
    assert (post.post, post.contents, post.url) == (
        found.post,
        found.contents,
        found.url,
    )


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("March 3, 2025", "2025-03-03"),
        ("Mar 3, 2025", "2025-03-03"),
        ("Mar. 3, 2025", "2025-03-03"),
        ("3 March 2025", "2025-03-03"),
        ("Sept. 9, 2024", "2024-09-09"),
        ("December 6, 2024 at 3:10 PM", "2024-12-06"),
        ("· Dec 6, 2024", "2024-12-06"),
        ("3:10 PM · Dec 6, 2024", "2024-12-06"),
        ("2024-12-06", "2024-12-06"),
    ],
)
def test_a_pasted_post_is_signed_with_a_date_of_any_form(date: str, iso: str) -> None:
    text = f"The bridge is open.\n— Ann Lee (@annlee) {date}\n"
    [post] = find_posts(read_article(text.encode(), format="text"))
    assert (post.post.author, post.post.date) == ("Ann Lee", iso)


@pytest.mark.parametrize("date", ["Marble 3, 2025", "yesterday", "", "33"])
def test_a_name_and_a_handle_without_a_date_sign_no_pasted_post(date: str) -> None:
    text = f"The bridge is open.\n— Ann Lee (@annlee) {date}\n"
    assert find_posts(read_article(text.encode(), format="text")) == ()


@pytest.mark.parametrize(
    ("handle", "service"),
    [("@annlee", "x"), ("@ann.bsky.social", "bluesky"), ("@ann@social.example", "mastodon")],
)
def test_the_handle_tells_the_service_of_a_pasted_post(handle: str, service: str) -> None:
    text = f"The bridge is open.\n— Ann Lee ({handle}) March 3, 2025\n"
    markdown = f"Before.\n\n> The bridge is open.\n>\n> — Ann Lee ({handle}) March 3, 2025\n"
    [pasted] = find_posts(read_article(text.encode(), format="text"))
    [quoted] = find_posts(read_article(markdown.encode(), format="markdown"))
    assert (pasted.post.service, pasted.post.handle) == (service, handle)
    assert (quoted.post.service, quoted.post.handle) == (service, handle)


def test_a_post_copied_with_its_signature_in_the_same_paragraph_is_one() -> None:
    text = (
        "The mayor was quick to answer.\n\nThe bridge is open – at last. https://t.co/abc123"
        " pic.twitter.com/xyz789— Ann Lee (@annlee) March 3, 2025\n\nDrivers came at once.\n"
    )
    [post] = find_posts(read_article(text.encode(), format="text"))
    assert [content.text for content in post.contents] == ["The bridge is open – at last."]
    assert (post.post.author, post.post.links, post.post.media) == (
        "Ann Lee",
        ("https://t.co/abc123",),
        ("pic.twitter.com/xyz789",),
    )
    assert post.of_service == frozenset()


def test_a_display_name_may_hold_brackets() -> None:
    text = "The bridge is open.\n— Ann Lee (she/her) (@annlee) March 3, 2025\n"
    [post] = find_posts(read_article(text.encode(), format="text"))
    assert post.post.author == "Ann Lee (she/her)"


@pytest.mark.parametrize("end", ["…", "...", "… See more", "... Show more"])
def test_a_post_that_ends_in_an_ellipsis_is_truncated(end: str) -> None:
    text = f"The bridge is open and{end}\n— Ann Lee (@annlee) March 3, 2025\n"
    [post] = find_posts(read_article(text.encode(), format="text"))
    assert post.post.truncated
    assert post.contents[0].text.endswith(end.split(maxsplit=1)[0])


def embedded(markup: str) -> tuple[FoundPost, ...]:
    page = f"<article><p>{'The bridge is open. ' * 20}</p>{markup}<p>{'It is wide. ' * 30}</p></article>"
    return find_posts(read_article(page.encode(), format="html"))


def test_an_embed_that_lost_its_paragraphs_still_ends_at_its_signature() -> None:
    [post] = embedded(
        "<blockquote class=twitter-tweet>Drive slowly — it is wet. &mdash; Ann Lee (@annlee)"
        " <a href='https://x.com/annlee/status/12'>March 3, 2025</a></blockquote>"
    )
    assert [content.text for content in post.contents] == ["Drive slowly — it is wet."]
    assert post.post.author == "Ann Lee"


def test_a_post_that_quotes_a_signed_line_keeps_it_as_words() -> None:
    [post] = embedded(
        "<blockquote class=twitter-tweet><p>Drive.<br>Posted by the gate<br>— Bob (@bob) again</p>"
        "&mdash; Ann Lee (@annlee) <a href='https://x.com/annlee/status/12'>March 3, 2025</a></blockquote>"
    )
    assert [content.text for content in post.contents] == [
        "Drive.",
        "Posted by the gate",
        "— Bob (@bob) again",
    ]
    assert post.post.handle == "@annlee"


def test_a_signature_in_a_language_without_date_words_still_names_its_author() -> None:
    [post] = embedded(
        "<blockquote class=twitter-tweet><p>Die Brücke ist offen.</p>&mdash; Ann Lee (@annlee)"
        " <a href='https://x.com/annlee/status/12'>6. Dezember 2024</a></blockquote>"
    )
    assert (post.post.author, post.post.date) == ("Ann Lee", None)


def test_an_unsigned_post_has_the_handle_of_its_address() -> None:
    [post] = embedded(
        "<blockquote class=twitter-tweet><p>The bridge is open.</p>"
        "<a href='https://x.com/annlee/status/12'>Link</a></blockquote>"
    )
    assert (post.post.author, post.post.handle) == (None, "@annlee")


def test_many_embeds_take_time_in_proportion() -> None:
    embed = "<blockquote class=twitter-tweet><p>a — b</p>— — — — N (@n)</blockquote>"

    def seconds(count: int) -> float:
        article = read_article((embed * count).encode(), format="html")
        start = time.process_time()
        assert len(find_posts(article)) == count
        return time.process_time() - start

    seconds(10)
    small, large = seconds(200), seconds(2000)
    assert large < 30 * small + 0.3


@pytest.mark.parametrize(
    "line",
    [
        "We will go there now. — (@annlee) December 6, 2024",
        "We will go there now. —   (@annlee) 6 Dec 2024",
    ],
)
def test_a_handle_alone_signs_a_post(line: str) -> None:
    [attribution] = [each for each in attributions(line) if each.post is not None]
    assert attribution.speaker_name == "@annlee"
    assert attribution.post is not None
    assert (attribution.post.author, attribution.post.handle) == (None, "@annlee")
    assert [span.text for span in attribution.contents] == ["We will go there now."]


@pytest.mark.parametrize("link", ["pic.twitter.com/abc", "https://t.co/abc pic.x.com/abc"])
@pytest.mark.parametrize("between", ["\n\n", " ", "\n\n\u00a0\n\n"])
@pytest.mark.parametrize("name", ["Ann Lee ", ""])
def test_a_signature_below_a_picture_is_nobody_s_words(link: str, between: str, name: str) -> None:
    text = f"{link}{between}— {name}(@annlee) December 6, 2024"
    assert [each for each in attributions(text) if each.post is not None] == []


def test_what_is_shared_by_a_handle_alone_has_no_words() -> None:
    html = """<html><body><article><p>The mayor was quick to answer, and did so in public.</p>
    <blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/x/">
    <p>A post shared by (@ann.lee)</p></blockquote></article></body></html>"""
    [attribution] = [each for each in attributions(html, format="html") if each.post is not None]
    assert attribution.kind is AttributionKind.LINK
    assert attribution.post is not None
    assert attribution.post.handle == "@ann.lee"


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("The bridge is open. gazette.example/bridge-opens-in…", "The bridge is open."),
        ("The bridge is open. bit.ly/3abc pic.twitter.com/x1", "The bridge is open."),
        ("The bridge is open. https://gazette.example/a?b=1", "The bridge is open."),
        ("Ask gazette.example", "Ask gazette.example"),
        ("It opens for the U.S./U.K. teams", "It opens for the U.S./U.K. teams"),
        ("See gazette.example/bridge for more", "See gazette.example/bridge for more"),
    ],
)
def test_a_link_at_the_end_of_a_post_is_none_of_its_words(shown: str, words: str) -> None:
    markup = f'<p>{shown}</p>&mdash; Ann Lee (@annlee) <a href="https://twitter.com/annlee/status/12">May 3, 2025</a>'
    html = (
        "<html><body><article><p>The mayor was quick to answer, and did so in public.</p>"
        f'<blockquote class="twitter-tweet">{markup}</blockquote></article></body></html>'
    )
    pasted = f"The mayor was quick to answer.\n\n{shown}\n{SIGNATURE}\n"
    for text, form in ((html, "html"), (pasted, "text")):
        [attribution] = [each for each in attributions(text, format=form) if each.post is not None]
        assert [span.text for span in attribution.contents] == [words]


@pytest.mark.parametrize(
    ("cite", "date"),
    [
        (' cite="https://chirper.example/@lee/1"', "6 December 2024"),
        ("", '<a href="https://chirper.example/@lee/1">6 December 2024</a>'),
    ],
)
def test_a_pasted_post_stands_where_its_quotation_or_its_date_leads(cite: str, date: str) -> None:
    page = (
        "<html lang='en'><article><p>The mayor posted about the bridge on Monday.</p>"
        f"<blockquote{cite}><p>We are done with it.</p>— Ann Lee (@lee) {date}</blockquote>"
        "<p>The council meets on Tuesday.</p></article></html>"
    )
    [post] = find_posts(read_article(page.encode(), format="html"))
    assert post.url == "https://chirper.example/@lee/1"
