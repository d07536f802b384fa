"""Statements that a citation ties to their source, and links that are background."""

import pytest

from audit.model import Attribution, AttributionKind
from tests.extract.said import attributions

PAGE = (
    "<html lang='en'><body><article><p>The toll has been the talk of the town since it was announced"
    " in the spring, and there is no end of it.</p><p>{}</p><p>The council meets on Tuesday to hear of"
    " the cost, and of the time that it will take to mend the bridge.</p></article></body></html>"
)


def only(text: str, written: str = "markdown") -> Attribution:
    [attribution] = attributions(text, format=written)
    return attribution


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Nearly 40 % of drivers oppose the toll [Reuters, 2024](https://r.example/1).",
         "Nearly 40 % of drivers oppose the toll", "Reuters"),
        ("Nearly 40 % of drivers oppose the toll ([Reuters](https://r.example/1)).",
         "Nearly 40 % of drivers oppose the toll", "Reuters"),
        ("Nearly 40 % of drivers oppose the toll. ([Reuters](https://r.example/1))",
         "Nearly 40 % of drivers oppose the toll", "Reuters"),
        ("Nearly 40 % of drivers oppose the toll. [Reuters](https://r.example/1)",
         "Nearly 40 % of drivers oppose the toll", "Reuters"),
        ("Nearly 40 % of drivers oppose the toll ([source](https://r.example/1)).",
         "Nearly 40 % of drivers oppose the toll", None),
        ("The town has 12,000 drivers ([Ministry of Transport](https://r.example/1)).",
         "The town has 12,000 drivers", "Ministry of Transport"),
        ("A study in The Lancet found gains of 11 percent ([Post](https://r.example/1)).",
         "A study in The Lancet found gains of 11 percent", "Post"),
        ("Unemployment rose to 5.1 %, [official figures](https://r.example/1) show.",
         "Unemployment rose to 5.1 %", "official figures"),
        ("Unemployment rose to 5.1 % in [official figures](https://r.example/1).",
         "Unemployment rose to 5.1 % in official figures", "official figures"),
        ("The firm must pay back 400 clients, [the judge ordered](https://r.example/1).",
         "The firm must pay back 400 clients", "the judge"),
        (("Der Eintritt für Erwachsene steigt im Mai von 4,50 auf sechs Euro,"
         " geht aus der [Niederschrift](https://r.example/1) hervor."),
         "Der Eintritt für Erwachsene steigt im Mai von 4,50 auf sechs Euro", "Niederschrift"),
        (("Rund 2.300 Bürger hatten eine Petition gegen höhere Preise unterschrieben,"
         " [steht in der Niederschrift](https://r.example/1)."),
         "Rund 2.300 Bürger hatten eine Petition gegen höhere Preise unterschrieben", "der Niederschrift"),
        ("Das Bad der Stadt schließt für 300 Tage, [kündigte die Stadt an](https://r.example/1).",
         "Das Bad der Stadt schließt für 300 Tage", "die Stadt"),
        ("Some 4,300 people lost their homes, [minutes show](https://r.example/1).",
         "Some 4,300 people lost their homes", "minutes"),
        (("Le parc de la ville fermera ses portes le 12 mai pour 300 jours,"
         " [a décidé la mairie](https://r.example/1)."),
         "Le parc de la ville fermera ses portes le 12 mai pour 300 jours", "la mairie"),
        (("Der Park der Stadt wird für 300 Tage geschlossen und danach um vier Wege erweitert,"
         " [beschloss der Rat](https://r.example/1)."),
         "Der Park der Stadt wird für 300 Tage geschlossen und danach um vier Wege erweitert", "der Rat"),
        ("[Official figures](https://r.example/1) show unemployment at 5.1 %.",
         "Official figures show unemployment at 5.1 %", "Official figures"),
        ("The strike cost the port 4 million dollars, per [the Gazette](https://r.example/1).",
         "The strike cost the port 4 million dollars", "the Gazette"),
        ("The strike cost the port 4 million dollars — [Gazette](https://r.example/1).",
         "The strike cost the port 4 million dollars", "Gazette"),
        ("The strike cost the port 4 million dollars [(Gazette)](https://r.example/1).",
         "The strike cost the port 4 million dollars", "(Gazette)"),
        ("The [Gazette](https://r.example/1) puts the cost at 4 million dollars.",
         "The Gazette puts the cost at 4 million dollars", "Gazette"),
        ("It is [estimated](https://r.example/1) that the port lost 4 million dollars.",
         "It is estimated that the port lost 4 million dollars", None),
        ("In a [survey of 400 nurses](https://r.example/1), 43 per cent said they nap.",
         "In a survey of 400 nurses, 43 per cent said they nap", "survey of 400 nurses"),
        ("The museum has 1,900 objects, according to [the guide](https://r.example/1).",
         "The museum has 1,900 objects", "the guide"),
        ("Nearly [40 percent of drivers](https://r.example/1) oppose the toll, which costs £3.",
         "Nearly 40 percent of drivers oppose the toll", None),
        ("The toll brought in [£3 million](https://r.example/1) last year.",
         "The toll brought in £3 million last year", None),
        (("Fast 40 Prozent der Fahrer sind gegen die Maut, und das ist nicht neu"
         " ([dpa](https://r.example/1))."),
         "Fast 40 Prozent der Fahrer sind gegen die Maut, und das ist nicht neu", "dpa"),
        ("Die Arbeitslosigkeit stieg auf [5,1 Prozent](https://r.example/1), und das ist nicht wenig.",
         "Die Arbeitslosigkeit stieg auf 5,1 Prozent", None),
        (("Près de 40 % des conducteurs sont contre le péage et ne le cachent pas du tout"
         " ([Le Monde](https://r.example/1))."),
         "Près de 40 % des conducteurs sont contre le péage et ne le cachent pas du tout", "Le Monde"),
    ],
)  # fmt: skip
def test_a_citation_backs_its_statement(text: str, words: str, speaker: str | None) -> None:
    attribution = only(text)
    assert (attribution.kind, attribution.url) == (AttributionKind.INDIRECT, "https://r.example/1")
    assert [span.text for span in attribution.contents] == [words]
    assert (attribution.speaker.text if attribution.speaker else None) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Nearly 40 % of drivers oppose the toll (<a href='https://r.example/1'>Reuters</a>).",
        "Nearly 40 % of drivers oppose the toll. (<a href='https://r.example/1'>Reuters</a>)",
        "Nearly 40 % of drivers oppose the toll [<a href='https://r.example/1'>Reuters, 2024</a>].",
        "Nearly <a href='https://r.example/1'>40 %</a> of drivers oppose the toll.",
        "Nearly 40 % of drivers oppose the toll, <a href='https://r.example/1'>a survey</a> shows.",
    ],
)
def test_it_is_so_in_html(text: str) -> None:
    attribution = only(PAGE.format(text), "html")
    assert (attribution.kind, attribution.url) == (AttributionKind.INDIRECT, "https://r.example/1")
    assert attribution.contents[0].text.startswith("Nearly 40 % of drivers oppose the toll")


def test_the_figures_of_a_statement_are_looked_for_and_those_beside_it_are_not() -> None:
    attribution = only(
        "Nearly [40 percent](https://r.example/1) of drivers oppose the toll, which costs £3."
    )
    assert [fact.span.text for fact in attribution.facts] == ["40 percent"]


def test_each_of_two_citations_backs_what_stands_before_it() -> None:
    text = (
        "Some 12,000 drivers pay the toll ([BBC](https://b.example/1)) and 9,000 of them by card"
        " ([Reuters](https://r.example/1))."
    )
    found = attributions(text, format="markdown")
    assert [
        (attribution.url, attribution.outlet.name if attribution.outlet else None)
        for attribution in found
    ] == [
        ("https://b.example/1", "BBC"),
        ("https://r.example/1", "Reuters"),
    ]


def test_the_citation_is_no_part_of_what_somebody_says() -> None:
    attribution = only("Lee said 40 % oppose it ([BBC](https://b.example/1)).")
    assert attribution.contents[0].text == "40 % oppose it"
    assert attribution.url == "https://b.example/1"


@pytest.mark.parametrize(
    "text",
    [
        "The bridge, [closed in 2019](https://r.example/1), is to open again soon.",
        "The bridge was [built in the war](https://r.example/1) and cost 300 lives.",
        "The firm owns [Reuters](https://r.example/1) and two other agencies.",
        "It was all on the front page of the [BBC](https://r.example/1) in 2019.",
        "Read more: [Forty percent of drivers oppose the toll](https://r.example/1)",
        "Three people died on [the bridge](https://r.example/1) in 1977 and 40 later.",
        "Drivers oppose the toll ([see the map](https://r.example/1)) in the north.",
        "The toll (introduced by [Ann Lee](https://r.example/1)) costs 40 % more than the ferry.",
        "The toll will cost more ([subscribe here for 40 % off](https://r.example/1) today).",
        "## Nearly [40 % of drivers](https://r.example/1) oppose the toll",
        "The old [town](https://r.example/1) 40 years ago was a different place.",
        "She moved to the [town](https://r.example/1) 40,000 people call home.",
        "Subscribe to us [today](https://r.example/1) 40% off all of it.",
        "Her paper, [rejected by Nature](https://r.example/1), was 12 pages long.",
        "The study was led by Ann Lee, 42, [a former nurse](https://r.example/1).",
    ],
)  # fmt: skip
def test_a_link_on_other_words_is_background(text: str) -> None:
    """A figure beside it may be read, and is tied to no page."""
    found = [each for each in attributions(text, format="markdown") if each.cited]
    assert [each.kind for each in found] == [AttributionKind.LINK]


def test_a_document_backs_the_figure_beside_a_phrase_that_is_quoted_from_it() -> None:
    statement, phrase = attributions(
        "The council's [decision](https://r.example/1) values the land at £301,000 and calls it"
        " “surplus to requirements”.",
        format="markdown",
    )
    assert (statement.kind, statement.url) == (AttributionKind.INDIRECT, "https://r.example/1")
    assert [fact.span.text for fact in statement.facts] == ["£301,000"]
    assert phrase.inside == statement.id  # one row


@pytest.mark.parametrize(
    "below",
    [
        "So it says in [the decision](https://r.example/1).",
        "([Council](https://r.example/1))",
        "Source: [the council](https://r.example/1).",
    ],
)
def test_a_line_that_only_cites_below_a_block_quotation_is_its_source(below: str) -> None:
    text = f"The plan is old.\n\n> The land is surplus to all requirements.\n\n{below}"
    said = attributions(text, format="markdown")
    [block] = [each for each in said if "surplus" in each.contents[0].text]
    assert block.url == "https://r.example/1"


def test_a_teaser_below_a_block_quotation_is_not_its_source() -> None:
    said = attributions(
        "The plan is old.\n\n> The land is surplus to all requirements.\n\n"
        "[Ferry closes for winter](https://r.example/1)",
        format="markdown",
    )
    [block] = [each for each in said if "surplus" in each.contents[0].text]
    assert block.url is None
