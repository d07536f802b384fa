"""Posts pasted as text, and posts that the markup declares."""

from tests.extract.said import attributions

SIGNATURE = "— Ann Lee (@annlee) March 3, 2025"


def test_a_pasted_post_ends_in_its_signature() -> None:
    text = (
        f"The mayor was quick to answer.\n\nThe bridge is open. https://t.co/abc123\n{SIGNATURE}\n"
    )
    [one] = [each for each in attributions(text) if each.post is not None]
    assert one.speaker_name == "Ann Lee"
    assert one.post is not None
    assert (one.post.handle, one.post.date, one.post.truncated) == ("@annlee", "2025-03-03", False)
    assert [span.text for span in one.contents] == ["The bridge is open."]
    assert one.url == "https://t.co/abc123"


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
    [one] = [each for each in attributions(text) if each.post is not None]
    assert [span.text for span in one.contents] == [first, f"{second}…"]
    assert one.post is not None
    assert one.post.truncated


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
    [one] = [each for each in attributions(html, format="html") if each.post is not None]
    assert [span.text for span in one.contents] == ["The bridge is open.", "Drive slowly."]
    assert one.post is not None
    assert one.post.permalink == "https://twitter.com/annlee/status/123456"
    assert one.post.media == ("pic.twitter.com/abc123",)
