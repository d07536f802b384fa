"""What a link is for is told from its address; in doubt it is a source."""

import pytest

from audit.markup.addresses.link_roles import role_of

LINKS = """
share https://twitter.com/intent/tweet?url=x
share https://www.facebook.com/sharer/sharer.php?u=x
share https://www.linkedin.com/shareArticle?mini=true&url=x
share https://wa.me/?text=x
share https://t.me/share/url?url=x
share https://bsky.app/intent/compose?text=x
subscribe https://g.example/subscribe
subscribe https://abo.zeitung.example/angebote
subscribe https://g.example/newsletters/
subscribe https://lemonde.example/abonnements?from=header
login https://g.example/login?next=x
login https://account.g.example/profile
profile https://www.theguardian.com/profile/ann-lee
profile https://g.example/author/ann-lee/
profile https://g.example/news/by/ann-lee
profile https://zeitung.example/autoren/anna-leitner
profile https://x.com/annlee
profile https://www.youtube.com/@annlee
profile https://www.linkedin.com/in/ann-lee
topic https://g.example/tag/ferries
topic https://zeitung.example/thema/faehre
home https://g.example
home https://www.g.example/
home https://g.example/en/
home https://g.example/index.html
affiliate https://amzn.to/3x
affiliate https://shop.example/lamp?aff=774
affiliate https://shop.example/lamp?c=1&affiliate_id=774
source https://shop.example/lamp?affair=1
affiliate https://www.amazon.co.uk/dp/1?tag=g-21
source https://g.example/?p=12
source https://x.com/annlee/status/1
source https://bsky.app/profile/ann.example/post/1
source https://www.youtube.com/watch?v=1
source https://www.theguardian.com/football
source https://www.theguardian.com/uk-news/2024/jan/1/ferry
source https://g.example/news/subscribe-to-hope-says-mayor
source https://g.example/newsletters/2024/ferry
source https://www.amazon.co.uk/dp/1
source https://support.apple.com/en-us/1
source https://g.example/authors-call-for-peace
source https://g.example/staff-told-to-go
source https://g.example/2024/share-of-ferries
source http://[::1
"""


@pytest.mark.parametrize("line", LINKS.split("\n")[1:-1])
def test_a_link_is_told_by_its_address(line: str) -> None:
    role, _, url = line.partition(" ")
    assert role_of(url).value == role
