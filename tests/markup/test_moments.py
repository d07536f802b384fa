"""Addresses that open a recording at a moment."""

import pytest

from audit.markup.addresses.moments import pointed


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abc&t=754s"),
        ("https://m.youtube.com/watch?app=x&v=abc#a", "https://www.youtube.com/watch?v=abc&t=754s"),
        ("https://youtu.be/abc?si=x", "https://www.youtube.com/watch?v=abc&t=754s"),
        ("https://www.youtube.com/live/abc", "https://www.youtube.com/watch?v=abc&t=754s"),
        ("https://www.youtube.com/api/timedtext?v=abc&kind=asr", "https://www.youtube.com/watch?v=abc&t=754s"),
        ("https://www.youtube.com/", "https://www.youtube.com/#t=754"),
        ("https://vimeo.com/123", "https://vimeo.com/123#t=754s"),
        ("https://radio.example/a.mp3", "https://radio.example/a.mp3#t=754"),
        ("https://notyoutube.com/watch?v=abc", "https://notyoutube.com/watch?v=abc#t=754"),
    ],
)  # fmt: skip
def test_a_recording_is_opened_at_its_moment(url: str, opened: str) -> None:
    assert pointed(url, "t=754") == opened


def test_other_pointers_stand_behind_the_address() -> None:
    assert pointed("https://a.example/b#c", ":~:text=d") == "https://a.example/b#:~:text=d"
    assert pointed("https://www.youtube.com/watch?v=a", "page=2").endswith("#page=2")
    assert pointed("https://a.example/b#c", "") == "https://a.example/b"
