"""Posts and videos shown in frames: whose player an address opens, and what it plays.

The addresses are those that the services' own embed codes and scripts write.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs

from audit.model import PostService

_LONGEST_ADDRESS = 4000  # characters; no embed code comes near


@dataclass(frozen=True, slots=True)
class Frame:
    """What the address of a frame says: the service, and the post's own address."""

    service: PostService
    permalink: str


@dataclass(frozen=True, slots=True)
class _Player:
    """The addresses of a player; ``permalink`` is made of their named groups.

    ``parameter`` names the query parameter that tells the post, as the group ``value``.
    """

    service: PostService
    address: re.Pattern[str]
    permalink: str
    parameter: str | None = None


def _player(
    service: PostService, address: str, permalink: str, parameter: str | None = None
) -> _Player:
    return _Player(service, re.compile(rf"(?:https?:)?//(?:{address})"), permalink, parameter)


_PLAYERS = (
    _player(
        PostService.YOUTUBE,
        r"(?:www\.)?youtube(?:-nocookie)?\.com/embed/(?!videoseries)(?P<id>[\w-]{11})(?![\w-])",
        "https://www.youtube.com/watch?v={id}",
    ),
    _player(
        PostService.X,
        r"platform\.(?:twitter|x)\.com/embed/\w{1,20}\.html\?",
        "https://x.com/i/web/status/{value}",
        "id",
    ),
    _player(
        PostService.FACEBOOK,
        r"(?:www\.)?facebook\.com/(?:v[\d.]{1,6}/)?plugins/(?:post|video)\.php\?",
        "{value}",
        "href",
    ),
    _player(
        PostService.INSTAGRAM,
        r"(?:www\.)?instagram\.com/(?P<kind>p|reel|tv)/(?P<id>[\w-]{1,40})/embed",
        "https://www.instagram.com/{kind}/{id}/",
    ),
    _player(
        PostService.BLUESKY,
        r"embed\.bsky\.app/embed/(?P<did>did:[\w:.%-]{1,200})/app\.bsky\.feed\.post/(?P<id>\w{1,40})",
        "https://bsky.app/profile/{did}/post/{id}",
    ),
    _player(
        PostService.TELEGRAM,
        r"(?:t|telegram)\.me/(?P<channel>\w{1,64})/(?P<id>\d{1,20})\?(?:[^#]{0,200}&)?embed=1",
        "https://t.me/{channel}/{id}",
    ),
    _player(
        PostService.TIKTOK,
        r"(?:www\.)?tiktok\.com/(?:embed(?:/v\d)?|player/v\d)/(?P<id>\d{1,25})",
        "https://www.tiktok.com/embed/v2/{id}",
    ),
    _player(
        PostService.THREADS,
        r"(?:www\.)?threads\.(?:net|com)/(?P<path>@[\w.]{1,60}/post/[\w-]{1,40})/embed",
        "https://www.threads.net/{path}",
    ),
    _player(
        PostService.MASTODON,
        r"(?P<path>[\w.-]{4,253}/@[\w.-]{1,60}(?:@[\w.-]{1,253})?/\d{4,25})/embed(?![\w-])",
        "https://{path}",
    ),
)


def frame_of(address: str) -> Frame | None:
    """What the address of a frame shows of a social network.

    None when it is none of the players.
    """
    address = address.strip()[:_LONGEST_ADDRESS]
    for player in _PLAYERS:
        match = player.address.match(address)
        if match is None:
            continue
        named = match.groupdict()
        if player.parameter is not None:
            values = parse_qs(address.partition("?")[2]).get(player.parameter)
            if not values:
                return None
            named["value"] = values[0]
        return Frame(player.service, player.permalink.format_map(named))
    return None
