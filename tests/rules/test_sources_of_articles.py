"""The rules on sources, each on a page that is so and on one that nearly is, through the whole command."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.run import citeaudit, report_of
from tests.end_to_end.web import Answer, page, write_web

Found = tuple[list[dict[str, Any]], str]
SAID = "We will rebuild the bridge by spring and open it to everyone"
STORY = [f"“{SAID},” Anna Lindqvist said on the steps of the town hall.", "More is to follow."]
URL = "https://echo.example/story"
FOX = "https://www.foxnews.com/politics/bridge"
CNN = "https://edition.cnn.com/2026/bridge"
UNITED_NATIONS = "https://press.un.org/en/bridge"
CBS = "https://www.cbsnews.com/news/bridge"
TWEET = "https://x.com/AnnaLindqvist/status/1234567890123456789"
OEMBED = (
    "https://publish.twitter.com/oembed?url="
    "https%3A%2F%2Ftwitter.com%2FAnnaLindqvist%2Fstatus%2F1234567890123456789"
)


def dated(published: str, modified: str = "") -> str:
    changed = f'<meta property="article:modified_time" content="{modified}">' if modified else ""
    return f'<meta property="article:published_time" content="{published}">{changed}'


def article(text: str) -> str:
    return f"---\ndate: 2026-02-01\n---\n{text}\n"


def linked(url: str = URL, by: str = "Anna Lindqvist") -> str:
    return article(f"“{SAID},” {by} [said]({url}).")


def told(outlet: str, url: str, more: str = "") -> str:
    return article(f"“{SAID},” Anna Lindqvist [told {outlet}]({url}).{more}")


GOOD = Answer(URL, page("Bridge", STORY))
MOVED = Answer(URL, "", "301 Moved Permanently", location="https://echo.example/archive/story")
THERE = replace(GOOD, url="https://echo.example/archive/story")
WALLED = page(
    "Bridge",
    ["The town is to decide."],
    head='<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>',
)
OPEN_ENOUGH = WALLED.replace("The town is to decide.", STORY[0])
ELSEWHERE = page("Bridge", ["The bridge fell in the storm of January."] * 3)
EARLIER = replace(GOOD, date="2026-02-10T12:00:00Z")

CASES: dict[str, tuple[str, list[Answer], set[str]]] = {
    "a page that is there": (linked(), [GOOD], set()),
    "gone": (linked(), [Answer(URL, "", "410 Gone")], {"link-dead"}),
    "not found": (linked(), [Answer(URL, "no", "404 Not Found")], {"link-dead"}),
    "forbidden": (linked(), [Answer(URL, "no", "403 Forbidden")], {"source-unavailable"}),
    "soft 404": (
        linked(),
        [Answer(URL, page("Page not found", ["Sorry, we could not find that page."]))],
        {"link-soft-404"},
    ),
    "moved for good": (linked(), [MOVED, THERE], {"link-moved"}),
    "moved for now": (linked(), [replace(MOVED, status="302 Found"), THERE], set()),
    "moved to www and a slash": (
        linked("http://echo.example/story"),
        [
            Answer(
                "http://echo.example/story",
                "",
                "301 Moved Permanently",
                location="https://www.echo.example/story/",
            ),
            replace(GOOD, url="https://www.echo.example/story/"),
        ],
        set(),
    ),
    "a short link": (
        linked("https://bit.ly/3abc"),
        [
            Answer("https://bit.ly/3abc", "", "301 Moved Permanently", location=URL),
            GOOD,
        ],
        set(),
    ),
    "behind a subscription": (linked(), [Answer(URL, WALLED)], {"source-paywalled"}),
    "for subscribers, and the words are open": (
        linked(),
        [Answer(URL, OPEN_ENOUGH)],
        {"source-paywalled"},
    ),
    "another outlet": (told("CNN", FOX), [Answer(FOX, page("Bridge", STORY))], {"outlet-mismatch"}),
    "the outlet": (told("CNN", CNN), [Answer(CNN, page("Bridge", STORY))], set()),
    "another outlet that reports on it": (
        told("CNN", FOX),
        [Answer(FOX, page("Bridge", [*STORY, "She spoke to CNN."]))],
        set(),
    ),
    "both outlets are named": (
        told("CNN", FOX, " Fox News was the first to report it."),
        [Answer(FOX, page("Bridge", STORY))],
        set(),
    ),
    "an agency that others print": (
        told("Reuters", FOX),
        [Answer(FOX, page("Bridge", STORY))],
        set(),
    ),
    "an institution that speaks itself": (
        told("CNN", UNITED_NATIONS),
        [Answer(UNITED_NATIONS, page("Bridge", STORY))],
        set(),
    ),
    "two names of one house": (
        told("CBS", CBS),
        [Answer(CBS, page("Bridge", STORY))],
        set(),
    ),
    "a site that no list has": (told("CNN", URL), [GOOD], set()),
    "published later": (
        linked(),
        [Answer(URL, page("Bridge", STORY, head=dated("2026-02-09T08:00:00Z")))],
        {"source-newer-than-article"},
    ),
    "published on the day after": (
        linked(),
        [Answer(URL, page("Bridge", STORY, head=dated("2026-02-02T01:00:00Z")))],
        set(),
    ),
    "changed later": (
        linked(),
        [Answer(URL, page("Bridge", STORY, head=dated("2026-01-30", "2026-02-20")))],
        set(),
    ),
    "changed later, and the words are not there": (
        linked(),
        [Answer(URL, page("Bridge", [ELSEWHERE], head=dated("2026-01-30", "2026-02-20")))],
        {"quote-absent", "source-newer-than-article"},
    ),
    "changed since the capture before": (
        linked(),
        [replace(EARLIER, body=ELSEWHERE), GOOD],
        {"source-changed"},
    ),
    "other bytes and the same words": (
        linked(),
        [replace(EARLIER, body=GOOD.body.replace("</head>", "<script>7</script></head>")), GOOD],
        set(),
    ),
    "not there at the capture before": (
        linked(),
        [replace(EARLIER, body="no", status="404 Not Found"), GOOD],
        set(),
    ),
    "a post that is deleted": (
        linked(TWEET),
        [Answer(OEMBED, "{}", "404 Not Found", "application/json")],
        {"post-unavailable"},
    ),
    "a post that cannot be asked for now": (
        linked(TWEET),
        [Answer(OEMBED, "{}", "500 Internal Server Error", "application/json")],
        {"source-unavailable"},
    ),
    "another language": (
        linked(),
        [
            Answer(
                URL,
                page(
                    "Die Brücke",
                    [
                        (
                            "„Wir werden die Brücke bis zum Frühjahr wieder aufbauen und sie für alle öffnen“, sagte"
                            " Anna Lindqvist auf den Stufen des Rathauses. Die Stadt hat dafür noch kein Geld, und der"
                            " Rat will erst im Herbst darüber sprechen, wie es weitergehen soll."
                        ),
                    ]
                    * 3,
                ).replace('lang="en"', 'lang="de"'),
            )
        ],
        {"quote-language-differs"},
    ),
}


def findings_of(text: str, answers: list[Answer], capsys: pytest.CaptureFixture[str]) -> Found:
    """What is found in an article of the working directory, and what is printed."""
    Path("story.md").write_text(text, encoding="utf-8")
    write_web(Path("web.warc.gz"), answers)
    run = citeaudit(capsys, "check", "story.md", "--captures", "web.warc.gz", "--offline")
    return report_of(Path("reports/story"))["findings"], run.out


@pytest.mark.parametrize("name", CASES)
def test_one_fault_is_one_finding(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text, answers, wanted = CASES[name]
    monkeypatch.chdir(tmp_path)
    findings, out = findings_of(text, answers, capsys)
    assert sorted(finding["rule"] for finding in findings) == sorted(wanted), out
    grave = {finding["rule"] for finding in findings if finding["severity"] == "error"}
    assert grave <= {"quote-absent"}
    for finding in findings:
        assert finding["message"] in out


@pytest.mark.parametrize(("body", "severity"), [(WALLED, "warning"), (OPEN_ENOUGH, "note")])
def test_a_wall_that_hides_none_of_the_words_is_a_note(
    body: str,
    severity: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    [finding], _ = findings_of(linked(), [Answer(URL, body)], capsys)
    assert finding["severity"] == severity


@pytest.mark.parametrize(
    ("figure", "wanted"),
    [("212", []), ("417", ["statement-figure-missing"])],
    ids=["in one", "in none"],
)
def test_a_statement_of_an_outlet_with_several_pages_is_held_against_all(
    figure: str,
    wanted: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One of the pages has what the outlet says; that none has it is said of them all."""
    monkeypatch.chdir(tmp_path)
    story = article(
        "The trust is losing surgeons, [the Ledger revealed](https://ledger.example/a). Its chair"
        " resigned in May, [the Ledger said](https://ledger.example/b) later.\n\n"
        f"It has closed {figure} surgeries, according to the Ledger."
    )
    told = ["The trust in Kelmouth is losing surgeons, a memo shows.", "Nobody was told."] * 5
    closed = ["The chair of the trust resigned in May.", "It has closed 212 surgeries."] * 5
    answers = [
        Answer("https://ledger.example/a", page("Surgeons", told)),
        Answer("https://ledger.example/b", page("Chair", closed)),
    ]
    findings, out = findings_of(story, answers, capsys)
    assert [finding["rule"] for finding in findings] == wanted, out
    assert all("any of the 2 pages" in finding["message"] for finding in findings)
