"""Figures in whose place the clause of a page that tells the same has another."""

from collections.abc import Sequence
from typing import Any

import pytest

from audit.extract import extract
from audit.match import compare
from audit.model import Missing, Pairing, Resolution, SourceRecord, Standing
from audit.read import read_article
from tests.match.test_attribution_checks import checked, record, voices

AROUND = {
    "en": "It rains on the harbour for most of the time, and nobody there minds it very much. ",
    "de": "Am Hafen regnet es die meiste Zeit, und dort stört sich niemand daran, sagt man. ",
    "fr": "Il pleut sur le port la plupart du temps, et personne ne s'en plaint vraiment là-bas. ",
    "es": "Llueve en el puerto casi todo el tiempo, y a nadie le molesta mucho por allí. ",
}


def instead(
    statement: str, page: str, language: str = "en", **ways: tuple[str, ...]
) -> list[tuple[str, str]]:
    """The figures of a statement with what is said to stand in their place."""
    around = AROUND[language]
    check = checked(
        statement, [record(1, f"{around}{page} {around}")], **ways or {"paired": ("s1",)}
    )
    return [(each.fact.span.text, each.nearest) for each in check.missing if each.nearest]


WAYS: tuple[dict[str, Any], ...] = ({"paired": ("s1",)}, {"candidates": ("s1",)})
SAYS = {
    "en": "The report says that",
    "de": "Der Bericht sagt,",
    "fr": "Le rapport dit que",
    "es": "El informe dice que",
}


@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        (  # two halves of a sentence, each with its year
            "Dove Lane was built in 1974 and Marsh Road in 1968.",
            (
                "Dove Lane was built in 1974 and has its first boiler. Marsh Road was built in 1971, on"
                " the site of a tannery. The library next door, which dates from 1968, shares its heat."
            ),
            ("1968", "1971"),
        ),
        (
            "she joined the bank in 2004 and became its treasurer in 2011.",
            "Ann Lee joined the bank in 2004, led its office in Leeds from 2011 and became treasurer in 2016.",
            ("2011", "2016"),
        ),
        (  # another figure is the same in both
            "a single ride will rise from $2.75 to $3.40.",
            (
                "A single ride will cost $3.10, up from $2.75. A year ago the board rejected a proposal"
                " to set the fare at $3.40."
            ),
            ("$3.40", "$3.10"),
        ),
        (
            "rents in the east went from £640 to £910 in four years.",
            (
                "In the east rents have gone from £640 to £870 in four years. A flat by the river"
                " may cost £910, if one is to be had."
            ),
            ("£910", "£870"),
        ),
        (  # a day
            "it asks for a vote of the full council on 18 June.",
            (
                "We ask for a vote of the full council on 16 June, the last meeting before the summer."
                " Come to the Methodist hall on 18 June and bring a towel."
            ),
            ("18 June", "16 June"),
        ),
        (
            "the count will begin in April 2027.",
            "The count is to begin in August 2027. In April 2027 the state will hear of the money.",
            ("April 2027", "August 2027"),
        ),
        (  # of a list
            "in Dunmore it is 43 per cent.",
            "In Dunmore 37 per cent cannot swim a length, in Fell End 43 per cent, in Orr 19 per cent.",
            ("43 per cent", "37 per cent"),
        ),
        (
            "fruit made up 48 percent of what went missing.",
            "Meat made up 48 percent of what went missing, fruit 31 percent and cosmetics 9 percent.",
            ("48 percent", "31 percent"),
        ),
        (  # a slip in what is counted
            "it took the machines out of 140 of its 612 stores.",
            (
                "The chain ended the year with 621 stores, more than a year before, when there were 612."
                " We took machines out of 140 of them."
            ),
            ("612", "621"),
        ),
        (
            "the trust looks after 318 boats.",
            "The trust has 381 boats. A year ago, in the flood, there were 318.",
            ("318", "381"),
        ),
    ],
)
def test_the_clause_that_tells_the_same_has_another_figure(
    statement: str, page: str, found: tuple[str, str]
) -> None:
    for ways in WAYS:
        assert instead(f"{SAYS['en']} {statement}", page, **ways) == [found]
    ours, theirs = found
    swapped = page.replace(ours, "#").replace(theirs, ours).replace("#", theirs)
    assert instead(f"{SAYS['en']} {statement}", swapped) == []


@pytest.mark.parametrize(
    ("language", "statement", "page", "found"),
    [
        (
            "de",
            "die Gebühr steige von 2,10 auf 3,45 Euro je Kubikmeter.",
            (
                "Die Gebühr steigt dadurch von 2,10 auf 2,95 Euro je Kubikmeter. Zum Vergleich: Bad Olm"
                " verlangt 3,45 Euro, Tannkirchen 2,60 Euro."
            ),
            ("3,45 Euro", "2,95 Euro"),
        ),
        (
            "fr",
            "le fonds pourrait monter à 51 % avant le 30 septembre.",
            (
                "Un pacte autorise le fonds à monter à 51 % avant le 31 décembre ; le club doit présenter"
                " ses comptes avant le 30 septembre."
            ),
            ("30 septembre", "le 31 décembre"),
        ),
    ],
)
def test_so_it_is_in_other_languages(
    language: str, statement: str, page: str, found: tuple[str, str]
) -> None:
    said = f"---\nlanguage: {language}\n---\n\n{SAYS[language]} {statement}"
    assert instead(said, page, language) == [found]


@pytest.mark.parametrize(
    ("statement", "page"),
    [
        (
            "the shelter took in 900 dogs and 300 cats.",
            "The shelter took in 300 dogs and 900 cats.",
        ),
        (
            "eleven people spoke against the plan and 34 for it.",
            "Thirty-four people spoke against the plan and eleven for it.",
        ),
    ],
)
def test_two_figures_that_are_swapped_are_each_in_the_others_place(
    statement: str, page: str
) -> None:
    found = instead(f"{SAYS['en']} {statement}", page)
    assert found
    right = page[0].lower() + page[1:]
    assert instead(f"{SAYS['en']} {right}", page) == []


@pytest.mark.parametrize(
    ("statement", "page"),
    [
        ("each crab moves five kilograms of mud.", "Each crab moves five grams of mud."),
        (
            "the wait for a scan is 12 weeks.",
            "The wait for a scan is 12 days, and it is getting longer.",
        ),
    ],
)
def test_a_unit_may_be_another(statement: str, page: str) -> None:
    assert len(instead(f"{SAYS['en']} {statement}", page)) == 1


FAITHFUL = [
    # by how much, and how far
    ("he lowered his target price by 20p to 95p.", "He has cut his target price from 115p to 95p."),
    # the same told of two times, and in the sentence that goes on
    (
        "the plant made 40 tonnes last year.",
        "The plant made 28 tonnes in 2020. Last year it was 40 tonnes.",
    ),
    (
        "the plant made 40 tonnes.",
        "The plant made 28 tonnes in 2020. Last year the figure was 40 tonnes.",
    ),
    (
        "Dove Lane was built in 1974.",
        "Dove Lane was rebuilt in 1991. Its oldest part is from 1974.",
    ),
    # a part and its whole
    (
        "11 of the 22 sites have no mussels.",
        "At 11 of the 22 sites there are no mussels, at seven old ones.",
    ),
    (
        "7 of its 22 sites have only old mussels.",
        "Of 22 sites, 11 have no mussels, 7 have only old mussels.",
    ),
    # rounded, reckoned, counted
    ("some 600 people signed it in May.", "In May 611 people signed it. It has 600 pages."),
    (
        "sales rose by a third to £40m.",
        "Sales rose to £40m, from £30m. A third of them are abroad.",
    ),
    (
        "the hearing lasted four hours.",
        "It began at 1 p.m. and ended at 5 p.m. The hearing cost 9 hours' work.",
    ),
    ("he has led five clubs in nine years.", "At 47 he has led his fifth club in nine years."),
    # another's
    (
        "in Florida 84 percent of Latino voters dislike the plan.",
        (
            "Of Cuban voters in Florida 82 percent dislike the plan, and they have a say there."
            " Among Latino voters it was 84 percent."
        ),
    ),
    (
        "the party launched the Ecopop initiative in 2014.",
        "The party launched the expulsion initiative in 2010. Ecopop followed in 2014.",
    ),
    # another time
    (
        "in March the campaign had 197 paid staff.",
        "The campaign had 166 paid staff in May and 172 paid staff in July. It had 197 of them in March.",
    ),
    # a range, a share in words
    (
        "between 300 and 400 homes are at risk.",
        "Some 350 homes are at risk, at least 300 and at most 400.",
    ),
    (
        "four in ten voters like both.",
        "Half of the voters like the first. About 4 in 10 voters like both.",
    ),
    # other words
    (
        "the library lends 4,000 books a month.",
        "Each month some 4,000 volumes leave the library. The number of books is 48,000.",
    ),
    (
        "rents in the east rose to £910.",
        "A flat in the east now costs £910. In 2019 rents in the east were £640.",
    ),
    ("the vote was 5 to 2.", "The board voted by 5 to 2. On the amendment the vote was 4 to 3."),
]


@pytest.mark.parametrize(("statement", "page"), FAITHFUL)
def test_of_faithful_figures_nothing_is_said(statement: str, page: str) -> None:
    for ways in WAYS:
        assert instead(f"{SAYS['en']} {statement}", page, **ways) == []


@pytest.mark.parametrize(
    ("language", "statement", "page"),
    [
        (
            "de",
            "von 2015 bis 2020 seien 30 Filialen geschlossen worden.",
            "Von 2015 bis 2020 wurden 30 Filialen geschlossen, seitdem 12 Filialen.",
        ),
        (
            "de",
            "an elf der 22 Stellen leben keine Muscheln mehr.",
            "An elf der 22 Stellen leben keine Muscheln mehr, an sieben weiteren nur alte Tiere.",
        ),
        (
            "de",
            "die Bürger hätten bis zum 30. Juni Zeit für 900 Unterschriften.",
            "Bis zum 30. Juni sollen 900 Unterschriften vorliegen. Am 30. Juli wird gezählt.",
        ),
        (
            "fr",
            "le stade compte 19 600 places et en remplit 12 100 en moyenne.",
            "Le stade compte 19 600 places. Il en remplit 12 100 en moyenne, et 9 300 en semaine.",
        ),
        (
            "fr",
            "la grève doit durer quatre matches.",
            "La grève des chants doit durer quatre matches. Au cours des six matches passés, rien.",
        ),
    ],
)
def test_nor_is_it_in_other_languages(language: str, statement: str, page: str) -> None:
    said = f"---\nlanguage: {language}\n---\n\n{SAYS[language]} {statement}"
    assert instead(said, page, language) == []


@pytest.mark.parametrize("note", ["The register covers 131,000 students.", "Nothing of the kind."])
def test_what_nobody_says_may_be_of_another_page_than_its_note(note: str) -> None:
    statement = (
        "A study [was published](https://example.org/1). The team compared 46 schools over nine years.[^1]"
        "\n\n[^1]: [Register](https://example.org/2)."
    )
    around = AROUND["en"] * 3
    study = f"{around}The team compared 46 schools over nine years with 64 that it left alone."
    for page, said in ((study, []), (around, ["46", "nine years"])):
        records = [record(1, page), record(2, f"{around}{note}")]
        missing = missing_of("46 schools", statement, records, ("s2",))
        assert [each.fact.span.text for each in missing] == said


@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        (
            "Peter Ashworth, 67, told the paper so.",
            "Peter Ashworth, 76, learned to swim. His friend Ron Tully, 67, was more cheerful.",
            [("67", "76")],
        ),
        (
            "Dot Rendall, 58, has led it since.",
            "At 53, Dot Rendall has led it for years. Its lawyer, Ken Isbister, 58, has not.",
            [("58", "53")],
        ),
        ("Peter Ashworth, 67, told the paper so.", "Peter Ashworth, 66, learned to swim.", []),
        (
            "Peter Ashworth, 67, told the paper so.",
            "Peter Ashworth, 61, learned to swim there.",
            [],
        ),
        (
            "Peter Ashworth, 67, told the paper so.",
            "Jane Ashworth, 67, and Ron Tully, 76, swim.",
            [],
        ),
    ],
)
def test_somebodys_age(statement: str, page: str, found: list[tuple[str, str]]) -> None:
    said = f"It is in [the paper](https://example.org/1). {statement}"
    around = AROUND["en"] * 3
    missing = missing_of(statement[:6], said, [record(1, f"{around}{page}")])
    assert [(each.fact.span.text, each.nearest) for each in missing] == found


def missing_of(
    words: str, text: str, records: Sequence[SourceRecord], paired: tuple[str, ...] = ()
) -> tuple[Missing, ...]:
    """What is missing of the statement with some words, in the sources of its paragraph."""
    article = read_article(text.encode(), format="markdown")
    [said] = (each for each in extract(article) if words in each.contents[0].text)
    standing = Standing.LINKED if paired else Standing.UNLINKED
    beside = () if paired else tuple(each.source.id for each in records)
    resolution = Resolution(
        tuple(each.source for each in records), (Pairing(said.id, standing, paired, beside),)
    )
    by_id = {each.source.id: each for each in records}
    checks = compare([said], resolution, by_id, voices)
    return tuple(each for check in checks for each in check.missing)


@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        (
            "the bridge opened in 1971.",
            "The bridge at Aal opened in 1961 and cost 3.1 million.",
            ("1971", "1961"),
        ),
        (
            "the hall closed in May 2022.",
            "The hall in Mill Lane closed in May 2021.",
            ("May 2022", "May 2021"),
        ),
        ("the mill burned in 1908.", "The mill burned in 1918, with its sails.", ("1908", "1918")),
    ],
)
def test_two_words_are_enough_where_a_date_is_led_up_to_alike(
    statement: str, page: str, found: tuple[str, str]
) -> None:
    assert instead(f"{SAYS['en']} {statement}", page, candidates=("s1",)) == [found]


@pytest.mark.parametrize(
    ("language", "statement", "page"),
    [
        ("en", "the bridge opened in 1971.", "The bridge opened to trains in 1985."),
        ("en", "the bridge opened in 1971.", "The bridge reopened in 1985."),
        ("en", "the bridge opened in 1971.", "The footbridge opened in 1985."),
        ("en", "the bridge opened in 1971.", "The bridge opened in 1971, its deck in 1985."),
        ("en", "the bridge opened in 1971.", "The tunnel opened in 1985; the bridge is older."),
        ("en", "the hall closed in May 2022.", "The hall closed in May."),
        ("en", "the hall closed in 2022.", "The hall shut in winter and in 2023 opened again."),
        ("en", "the hall closed in 2022.", "A branch closed in 2019, the hall three years later."),
        ("fr", "le pont a ouvert en 1971.", "Le pont a rouvert en 1985."),
        ("fr", "la halle a fermé en 2022.", "La halle a rouvert en 2023."),
    ],
)
def test_a_date_of_something_else_is_not_in_its_place(
    language: str, statement: str, page: str
) -> None:
    said = f"---\nlanguage: {language}\n---\n\n{SAYS[language]} {statement}"
    assert instead(said, page, language, candidates=("s1",)) == []


@pytest.mark.parametrize("ways", WAYS)
@pytest.mark.parametrize(
    ("statement", "page", "found"),
    [
        ("each warden gets £1,100 a month.", "Each warden of the river gets £1,100 a year.", "£1,100 a year"),
        ("each warden gets £1,100 a month.", "Each warden of the river gets a £1,100-a-year grant.", "£1,100-a-year"),
        ("wardens walk 40 miles every week.", "The wardens walk 40 miles a day in summer.", "40 miles a day"),
        ("each warden gets £1,100 a month.", "Each warden of the river gets £1,100 per month.", ""),
        ("each warden gets £1,100 a month.", "Each warden gets £1,100 a year. In May it was £1,100 a month.", ""),
        ("each warden gets £1,100 a month.", "Each warden of the river gets £1,100 from the council.", ""),
    ],
)  # fmt: skip
def test_a_figure_of_another_length_of_time(
    statement: str, page: str, found: str, ways: dict[str, Any]
) -> None:
    told = [nearest for _, nearest in instead(f"{SAYS['en']} {statement}", page, "en", **ways)]
    assert (told[:1] or [""]) == [found]


def test_a_figure_of_another_length_of_time_in_german() -> None:
    page = "Jeder Wart am Fluss bekommt 1.100 Euro im Jahr."
    told = instead("Der Bericht sagt, jeder Wart bekommt 1.100 Euro pro Monat.", page, "de")
    assert [nearest for _, nearest in told] == ["1.100 Euro im Jahr"]
