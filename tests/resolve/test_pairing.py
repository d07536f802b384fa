"""Which source should hold the words of which attribution."""

import pytest

from audit.extract import extract
from audit.model import AttributionKind, Capture, Outcome, Resolution, Standing, Supplied
from audit.read import read_article
from audit.resolve import resolve


def no_capture(url: str) -> Capture:
    return Capture(url, Outcome.NOT_ARCHIVED, url)


def resolved(text: str, *supplied: Supplied, format: str = "markdown") -> Resolution:  # noqa: A002 — as in the API
    article = read_article(text.encode(), format=format)
    return resolve(article, extract(article), supplied, no_capture)


def standings(resolution: Resolution) -> list[tuple[str, tuple[str, ...]]]:
    urls = {source.id: source.url for source in resolution.sources}
    return [
        (pairing.standing.value, tuple(urls[source_id] for source_id in pairing.source_ids))
        for pairing in resolution.pairings
    ]


TOLD = "“It is over,” Ann Lee told the Kelmouth Echo."


def test_a_link_in_the_sentence_is_the_source() -> None:
    text = "“It is over,” Ann Lee [told](https://echo.example/over) the Kelmouth Echo."
    assert standings(resolved(text)) == [("linked", ("https://echo.example/over",))]


def test_an_outlet_without_a_link_is_unlinked_and_never_a_guess() -> None:
    assert standings(resolved(TOLD)) == [("unlinked", ())]


def test_quoted_words_of_nobody_are_unattributed() -> None:
    assert standings(resolved("The so-called “smart motorway” is closed.")) == [
        ("unattributed", ())
    ]


def test_the_sources_file_serves_by_outlet_with_or_without_the() -> None:
    for name in ("Kelmouth Echo", "the Kelmouth Echo", "KELMOUTH ECHO"):
        entry = Supplied("https://echo.example/over", outlet=name)
        assert standings(resolved(TOLD, entry)) == [("supplied", ("https://echo.example/over",))]


def test_the_sources_file_serves_by_the_outlets_short_name() -> None:
    entry = Supplied("https://www.nytimes.com/x", outlet="New York Times")
    text = "“It is over,” Ann Lee told The New York Times."
    assert standings(resolved(text, entry)) == [("supplied", ("https://www.nytimes.com/x",))]


def test_an_outlet_that_no_list_knows_is_found_in_the_sentence() -> None:
    entry = Supplied("https://zorblax.example/over", outlet="Zorblax")
    text = "“It is over,” Ann Lee told Zorblax. “It is not,” said Bo Holm."
    assert standings(resolved(text, entry)) == [
        ("supplied", ("https://zorblax.example/over",)),
        ("unlinked", ()),
    ]


def test_the_sources_file_serves_by_speaker() -> None:
    entry = Supplied("https://lee.example/speech", speaker="Ann Lee")
    text = "“It is over,” mayor Ann Lee said.\n\n“It is not,” Bo Holm said."
    assert [standing for standing, _ in standings(resolved(text, entry))] == [
        "supplied",
        "unlinked",
    ]


def test_the_sources_file_serves_by_line() -> None:
    entry = Supplied("https://lee.example/speech", line=3)
    text = "“It is not,” Bo Holm said.\n\n“It is over,” Ann Lee said."
    assert [standing for standing, _ in standings(resolved(text, entry, format="text"))] == [
        "unlinked",
        "supplied",
    ]


def test_all_selectors_of_an_entry_must_fit() -> None:
    entry = Supplied("https://lee.example/speech", speaker="Ann Lee", outlet="BBC")
    assert standings(resolved(TOLD, entry)) == [("unlinked", ())]


def test_an_entry_that_serves_nobody_is_a_source_all_the_same() -> None:
    resolution = resolved(TOLD, Supplied("https://bbc.example/x", outlet="BBC"))
    assert [source.standing for source in resolution.sources] == [Standing.SUPPLIED]


def test_a_saved_page_stands_for_its_address_whoever_cites_it() -> None:
    """An article links to the page and names another outlet, or cites it before the one whom the entry serves."""
    linked = "“It is over,” Bo Holm [said](https://echo.example/over)."
    entry = Supplied("https://ECHO.example/over", speaker="Ann Lee", file="saved/over.html")
    for text in (linked, f"{linked}\n\n{TOLD}", f"{TOLD}\n\n{linked}"):
        resolution = resolved(text, entry)
        assert [source.file for source in resolution.sources] == ["saved/over.html"]
    assert standings(resolved(linked, entry)) == [("linked", ("https://echo.example/over",))]


def test_one_address_is_one_source_however_it_is_spelled() -> None:
    text = (
        "“It is over,” Ann Lee [said](https://www.echo.example/over?utm_source=x#top).\n\n"
        "“It is done,” Bo Holm [said](http://echo.example/over)."
    )
    assert len(resolved(text).sources) == 1


def test_a_source_has_the_outlet_whose_domain_it_is_on() -> None:
    text = (
        "“It is over,” Ann Lee told the BBC.\n\n"
        "“It is done,” Bo Holm [said](https://www.bbc.co.uk/news/x)."
    )
    [source] = resolved(text).sources
    assert source.outlet is not None
    assert source.outlet.name == "BBC"


def test_a_link_to_somebody_else_is_not_the_outlets_source() -> None:
    text = "“It is over,” Ann Lee [told](https://blog.example/x) the BBC."
    [source] = resolved(text).sources
    assert source.outlet is None


def candidates(text: str) -> list[tuple[str, ...]]:
    resolution = resolved(text)
    urls = {source.id: source.url for source in resolution.sources}
    return [tuple(urls[each] for each in pairing.candidates) for pairing in resolution.pairings]


def test_links_in_their_own_sentence_are_candidates_for_words_of_nobody() -> None:
    text = (
        "The court stopped [the hunt](https://court.example/1) for “milder means tried in full”."
        " It sits in [Leer](https://leer.example/)."
    )
    assert ("https://court.example/1",) in candidates(text)


def test_a_statement_of_nobody_before_the_words_leaves_their_outlet_to_the_source() -> None:
    for before in ("For eleven weeks the channel was shut.", "Some 412 ships had to wait outside."):
        text = f"{before} “It is over,” Ann Lee told the [Coastal Tribune](https://c.example/x)."
        [source] = resolved(text).sources
        assert source.outlet is not None
        assert source.outlet.name == "Coastal Tribune"


_POST = "The [Meridian Post](https://post.example/1) reports it.\n\n"


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        (  # the paragraph has no link, and what is quoted in it has one source
            (
                f"{_POST}“There was a link,” Ada Brandt told the Meridian Post. She got four weeks of pay"
                " after 15 years."
            ),
            ["https://post.example/1"],
        ),
        (
            f"{_POST}The Meridian Post said that 96 boats were sold. They had cost 140 crowns each.",
            ["https://post.example/1"],
        ),
        (  # it has a link of its own
            (
                f"{_POST}“There was a link,” Ada Brandt told the Meridian Post. The [fund]"
                "(https://fund.example/2) has paid 140 crowns."
            ),
            ["https://fund.example/2"],
        ),
        (  # nobody speaks in it
            f"{_POST}She got four weeks of pay after 15 years at the company.",
            [],
        ),
    ],
)
def test_the_one_source_of_a_paragraph_without_links_is_beside_its_figures(
    text: str, beside: list[str]
) -> None:
    article = read_article(text.encode(), format="markdown")
    said = extract(article)
    resolution = resolve(article, said, (), no_capture)
    urls = {source.id: source.url for source in resolution.sources}
    last = [
        pairing
        for each, pairing in zip(said, resolution.pairings, strict=True)
        if each.cue is None and each.speaker is None and each.kind is AttributionKind.INDIRECT
    ]
    assert [urls[each] for pairing in last for each in pairing.candidates] == beside
