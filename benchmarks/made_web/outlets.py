"""The outlets, and how each of their sites tells what it has published."""

from dataclasses import dataclass
from enum import StrEnum


class Lists(StrEnum):
    """What a site says of its pages."""

    NEWS_SITEMAP = "a news sitemap"
    NEWS_OPAQUE = "a news sitemap, numbers for addresses"
    MONTHLY = "a sitemap index by months, no titles"
    UNANNOUNCED = "/sitemap.xml, no robots.txt"
    RSS = "RSS"
    ATOM = "Atom"
    JSON_FEED = "a JSON feed"
    SECTIONS = "sections, linked from the first page"
    FIRST_PAGE = "links on the first page"
    NOTHING = "nothing; copies in the Wayback Machine"
    BIG = "a gzipped sitemap of 50,000 entries"
    BROKEN = "a broken sitemap, and RSS"
    ENDLESS = "an endless sitemap, and RSS"
    HOSTILE = "a hostile sitemap index, and a news sitemap in it"
    LIMITED = "a sitemap that always answers 429, and RSS"
    SECTION_FEEDS = "feeds of sections, declared there only"
    WRONG_DAYS = "a sitemap whose every day of change is one, no days in addresses"
    CHILDREN = "an index of 400 sitemaps by number"
    CLOSED = "a robots.txt that closes all; copies in the Wayback Machine"
    BUSY = "lists that always answer 503; sections"
    NO_FEED = "a feed that is a page, and links on the first page"
    NO_DAYS = "a sitemap without days, none in addresses"
    BARE_FEED = "a feed of titles alone"
    NESTED = "news sitemaps by months behind two indexes"
    NUMBERS = "a sitemap of numbers and days, titles in sections"
    CLOSED_PAGES = "a sitemap of pages that robots.txt closes; copies in the Wayback Machine"
    SLOW = "answers that take their time, and RSS"
    BARE_JSON = "a JSON feed of titles alone"
    FULL_FEED = "a feed with whole texts"
    ROBOTS_500 = "a robots.txt that fails; copies in the Wayback Machine"
    HTTP = "a sitemap with addresses of http"
    BARE_HOST = "a sitemap with addresses of another host, which redirects"
    TRACKED = "a feed whose addresses have marks of where one comes from"
    TEXT = "a sitemap in plain text"
    DAILY = "an index of a sitemap for each day"
    RELATIVE = "headlines of the first page, with relative links"
    CARDS = "cards on the first page, no words in their links"


@dataclass(frozen=True, slots=True)
class Site:
    """An outlet as articles name it, the host of its pages, and its lists."""

    name: str
    host: str
    lists: Lists

    @property
    def root(self) -> str:
        """The address of the first page."""
        return f"https://{self.host}/"


_NAMED = (
    *("the BBC|bbc.com", "CBS News|cbsnews.com", "NBC News|nbcnews.com", "CNN|cnn.com"),
    *("NPR|npr.org", "ITV News|itv.com", "CBC News|cbc.ca", "CTV News|ctvnews.ca"),
    *("SBS News|sbs.com.au", "RNZ|rnz.co.nz", "NDTV|ndtv.com", "NewsNation|newsnationnow.com"),
    *("the New York Times|nytimes.com", "the Washington Post|washingtonpost.com"),
    *("the Los Angeles Times|latimes.com", "the Boston Globe|bostonglobe.com"),
    *("the Boston Herald|bostonherald.com", "the Chicago Tribune|chicagotribune.com"),
    *("the Chicago Sun-Times|suntimes.com", "the Miami Herald|miamiherald.com"),
    *("the Tampa Bay Times|tampabay.com", "the Orlando Sentinel|orlandosentinel.com"),
    *("the Washington Examiner|washingtonexaminer.com", "the Concord Monitor|concordmonitor.com"),
    *("the San Francisco Chronicle|sfchronicle.com", "the Mercury News|mercurynews.com"),
    *("the Sacramento Bee|sacbee.com", "the Philadelphia Inquirer|inquirer.com"),
    *("the Dallas Morning News|dallasnews.com", "the Houston Chronicle|houstonchronicle.com"),
    *("the Denver Post|denverpost.com", "the Seattle Times|seattletimes.com"),
    *("the Salt Lake Tribune|sltrib.com", "the Deseret News|deseret.com"),
    *("the Las Vegas Sun|lasvegassun.com", "the Albuquerque Journal|abqjournal.com"),
    *("the Detroit Free Press|freep.com", "the Detroit News|detroitnews.com"),
    *("the Columbus Dispatch|dispatch.com", "the Omaha World-Herald|omaha.com"),
)  # fmt: skip
_GERMAN = ("der Zeit|zeit.de", "der Süddeutschen Zeitung|sueddeutsche.de")
SITES = tuple(
    Site(name, f"www.{domain}", tuple(Lists)[number % len(Lists)])
    for number, (name, domain) in enumerate(each.split("|") for each in _NAMED)
)
GERMAN = tuple(
    Site(name, f"www.{domain}", lists)
    for (name, domain), lists in zip(
        (each.split("|") for each in _GERMAN), (Lists.NEWS_SITEMAP, Lists.FIRST_PAGE), strict=True
    )
)
"""Those that articles in German name, as they name them."""
