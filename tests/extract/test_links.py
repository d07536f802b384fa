"""Which link of the article stands for which words."""

import re
import time

import pytest

from audit import extract, read_article
from tests.extract.said import attributions


def test_the_link_on_the_cue_or_the_outlet_is_the_source() -> None:
    text = (
        "“It is over,” [Ann Lee](https://people.example/ann) "
        "[told](https://echo.example/over) the Kelmouth Echo."
    )
    [attribution] = [
        each for each in attributions(text, format="markdown") if each.kind.value == "direct"
    ]
    assert attribution.url == "https://echo.example/over"


def test_a_link_on_the_speakers_name_alone_is_no_source() -> None:
    text = "“It is over,” [Ann Lee](https://people.example/ann) said."
    found = attributions(text, format="markdown")
    assert [(attribution.kind.value, attribution.url) for attribution in found] == [
        ("direct", None),
        ("link", "https://people.example/ann"),
    ]


def test_a_link_on_a_document_that_speaks_is_the_source() -> None:
    text = (
        "The plan is “over and done with,” according to [the letter](https://vik.example/letter)."
    )
    assert {attribution.url for attribution in attributions(text, format="markdown")} == {
        "https://vik.example/letter"
    }


def test_a_link_in_another_sentence_is_listed_for_itself() -> None:
    text = "“It is over,” Ann Lee said. The [plan](https://vik.example/plan) was hers."
    found = attributions(text, format="markdown")
    assert [(attribution.kind.value, attribution.url) for attribution in found] == [
        ("direct", None),
        ("link", "https://vik.example/plan"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“It is over,” Ann Lee said in [a speech](https://vik.example/x).",
        "“It is over,” Ann Lee told [reporters](https://vik.example/x).",
        "“It is over,” Ann Lee said [here](https://vik.example/x).",
        "Ann Lee [wrote](https://vik.example/x) that it was “over and done with.”",
        "“It is over,” Ann Lee said ([source](https://vik.example/x)).",
        "[“It is over,”](https://vik.example/x) Ann Lee said.",
        "“It is over,” Ann Lee commented [under the video](https://vik.example/x).",
        "“It is over,” Ann Lee wrote under [the post](https://vik.example/x).",
        "“It is over,” Ann Lee told me in [an interview](https://vik.example/x).",
    ],
)
def test_a_link_that_says_where_the_words_stand_is_the_source(text: str) -> None:
    assert {attribution.url for attribution in attributions(text, format="markdown")} == {
        "https://vik.example/x"
    }


def test_words_in_a_document_of_the_sentence_before_are_on_its_page() -> None:
    text = (
        "---\nlanguage: de\n---\n\nDer Verband hat [einen offenen Brief](https://vik.example/x) an den"
        " Rat geschrieben. „Es war nie sicher“, heißt es darin.\n"
    )
    [said] = attributions(text, format="markdown")
    assert (said.kind.value, said.url) == ("direct", "https://vik.example/x")


@pytest.mark.parametrize(
    "text",
    [
        "“It is over,” Ann Lee said of [the 2019 law](https://vik.example/x).",
        "“It is over,” Ann Lee, who led [the inquiry](https://vik.example/x), said.",
        "“It is over,” Ann Lee told me by [the dam](https://vik.example/x).",
        "“It is over,” Ann Lee told this newspaper at [the dam](https://vik.example/x).",
        "“It is over,” Ann Lee said under [the new bridge](https://vik.example/x) in Kelm.",
        "As [the dam](https://vik.example/x) broke, Ann Lee said it was “over and done with.”",
    ],
)
def test_a_background_link_is_no_source_of_the_words(text: str) -> None:
    found = attributions(text, format="markdown")
    assert [
        (attribution.kind.value, attribution.url)
        for attribution in found
        if attribution.url is not None
    ] == [("link", "https://vik.example/x")]


@pytest.mark.parametrize(
    "unit",
    [
        "“We go,” [Ann Lee](https://a.example/x) told the [BBC](https://b.example/). ",
        "“we go”, [Ann Lee](https://a.example/x) said and ",
        "We [go](https://a.example/x). — Ann Lee (@ann) December 6, 2024\n\n",
        "https://a.example/x ",
        "[here](https://a.example/x), ",
        "> The plan is sound, and we like it.\n\nSo it was.\n\n",
    ],
)
def test_time_stays_linear_in_links_and_quotations(unit: str) -> None:
    def seconds(times: int) -> float:
        article = read_article((unit * times + "It ended.").encode(), format="markdown")
        start = time.process_time()
        extract(article)
        return time.process_time() - start

    seconds(10)
    small, large = seconds(200), seconds(2000)
    assert large < 30 * small + 0.3


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("The manager, Lucian Ferreby, took it badly. At his [press conference]({}) he blamed nobody. “We lost,” Ferreby said.", True),
        ("Ann Lee is calm. In her [letter]({}) she blames nobody. “We lost,” Lee writes.", True),
        ("Ann Lee met Bo Holm. In her [letter]({}) she blames nobody. “We lost,” Lee writes.", False),
        ("Ann Lee is calm. In the [letter]({}) nobody is blamed. “We lost,” Lee said.", False),
    ],
)  # fmt: skip
def test_a_document_of_who_was_named_last_has_what_that_name_says_next(
    text: str,
    tied: bool,  # noqa: FBT001
) -> None:
    url = "https://x.example/1"
    page = re.sub(r"\[(.*?)\]\(\{\}\)", rf"<a href='{url}'>\1</a>", text)
    for written, form in (
        (text.format(url), "markdown"),
        (f"<article lang='en'><p>{page}</p></article>", "html"),
    ):
        [said] = [
            each
            for each in attributions(written, format=form)
            if each.contents[0].text == "We lost,"
        ]
        assert said.cited == ((url,) if tied else ())


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The survey of 5,120 adults found that [43 percent](https://x.example/1) read in bed.", ["5,120", "43 percent"]),
        ("A trial among 312 nurses found that naps helped 19 percent of them, [it says](https://x.example/1).", ["312", "19 percent"]),
        ("One of the 14 survivors said that 19 percent of it was lost.", ["19 percent"]),
    ],
)  # fmt: skip
def test_the_figures_of_a_document_that_speaks_are_looked_for_too(
    text: str, figures: list[str]
) -> None:
    found = [each for each in attributions(text, format="markdown") if each.speaker and each.facts]
    assert [[fact.span.text for fact in each.facts] for each in found] == [figures]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("It said: “We close in May.”", "https://echo.example/over"),
        ("Nobody was there. It said: “We close in May.”", None),
        ("She unfolded a sheet. It read: “We close in May.”", None),
        ("On the door hung a sign. It says: “We close in May.”", None),
    ],
)
def test_it_is_a_document_of_the_paragraph_above_only_where_it_opens_its_own(
    text: str, url: str | None
) -> None:
    above = "Lee spoke to [Radio Echo](https://echo.example/over) about it."
    found = attributions(f"{above}\n\n{text}", format="markdown")
    assert [each.url for each in found if each.kind.value == "direct"] == [url]


@pytest.mark.parametrize(
    ("url", "is_theirs"),
    [
        ("https://annlee.example/about", True),
        ("https://www.ann-lee.example/bio.html", True),
        ("https://uni.example/people/ann-lee", True),
        ("https://annlee.example/essays/the-bridge", False),
        ("https://lee.example/about", False),
    ],
)
def test_where_a_site_of_that_name_tells_of_its_person_no_words_stand(
    url: str, *, is_theirs: bool
) -> None:
    found = attributions(f"“It is over,” said [Ann Lee]({url}).", format="markdown")
    [said] = [each for each in found if each.kind.value == "direct"]
    assert (said.url is None) is is_theirs


@pytest.mark.parametrize(
    ("after", "tied"),
    [
        ("His [full testimony](https://vik.example/x) is long.", True),
        ("The [transcript of his evidence](https://vik.example/x) is long.", True),
        ("The [transcript of the hearing](https://vik.example/x) is long.", False),
    ],
)
def test_the_document_of_the_sentence_after_is_the_speakers(after: str, *, tied: bool) -> None:
    text = f"“The siren was unplugged,” Sergeant Paul Roe told the inquest. {after}"
    [said] = [e for e in attributions(text, format="markdown") if e.kind.value == "direct"]
    assert (said.url is not None) is tied


@pytest.mark.parametrize("record", ["Crunchbase data", "its own filing", "a survey of banks"])
def test_the_link_on_the_record_that_says_so_goes_before_one_in_the_statement(record: str) -> None:
    text = (
        "The company raised $40 million – more than [its rival](https://b.example/y) – according to"
        f" [{record}](https://vik.example/x)."
    )
    [said] = [e for e in attributions(text, format="markdown") if e.kind.value == "indirect"]
    assert said.url == "https://vik.example/x"
