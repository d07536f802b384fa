"""Outlets: which are known, where a text names them, and which one carried the words."""

from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import read_article
from audit.extract.outlets.gazetteer import KnownName, known_names, known_outlets
from audit.extract.outlets.mentions import (
    carrier,
    credit,
    find_all_mentions,
    find_mentions,
    outlets_named,
)
from audit.extract.quotes import find_quotations
from audit.extract.sentences import Token, sentences
from audit.languages.extraction.english import lexicon
from audit.model import AttributionKind
from tests.extract.said import attributions

ONE_PUBLISHER = {"thetimes.com"}  # The Times and The Sunday Times


def tokens_of(text: str) -> list[list[Token]]:
    article = read_article(text.encode(), format="text")
    found = sentences(article, find_quotations(article), lexicon())
    return [sentence.tokens for sentence in found]


def named(text: str) -> list[str]:
    """The names of the outlets that a text names, sentence after sentence."""
    found = find_all_mentions(tokens_of(text), lexicon())
    return [mention.outlet.name for mentions in found for mention in mentions]


def carried_by(sentence: str) -> str | None:
    """The outlet that carried the words of a sentence, whatever its cue."""
    [tokens] = tokens_of(sentence)
    found = carrier(tokens, find_mentions(tokens, lexicon()), len(tokens))
    return None if found is None else found.outlet.name


@pytest.mark.parametrize(
    ("text", "outlet", "via"),
    [
        ("“It is over,” Ann Lee told CBS News.", "CBS News", "CBS News"),
        ("“It is over,” Ann Lee told the BBC on Monday.", "BBC", "BBC"),
        ("“It is over,” Ann Lee told The Hill.", "The Hill", "The Hill"),
        ("“It is over,” Ann Lee told the Hill.", "The Hill", "Hill"),
        ("“It is over,” Ann Lee said in an interview with CNN.", "CNN", "CNN"),
        ("Ann Lee blasted it as “over,” according to the BBC.", "BBC", "BBC"),
        ("“It is over,” Ann Lee told the Kelmouth Echo.", "Kelmouth Echo", "Kelmouth Echo"),
        ("“It is over,” Ann Lee told Radio Kelmouth.", "Radio Kelmouth", "Radio Kelmouth"),
        ("According to the New York Times, it is over.", "The New York Times", "New York Times"),
    ],
)
def test_the_outlet_that_carried_the_words(text: str, outlet: str, via: str) -> None:
    [attribution] = attributions(text)
    assert attribution.outlet is not None
    assert attribution.outlet_span is not None
    assert (attribution.outlet.name, attribution.outlet_span.text) == (outlet, via)


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“It is over,” Ann Lee told CBS News.", "CBS News"),
        ("The bridge is safe, the mayor told USA TODAY.", "USA TODAY"),
        ("As Lee told the BBC, the bridge is safe.", "BBC"),
        ("“It is over,” Ann Lee said on CNN.", None),
        ("Ann Lee blasted it as “over,” according to the BBC.", None),
    ],
)
def test_via_is_the_outlet_that_was_told(text: str, via: str | None) -> None:
    [attribution] = attributions(text)
    assert attribution.outlet_span is not None
    assert (attribution.via.text if attribution.via is not None else None) == via


@pytest.mark.parametrize(
    "text",
    [
        "“It is over,” Ann Lee told reporters.",
        "“It is over,” Ann Lee told Piet Moreau.",
        "“It is over,” Ann Lee told the Senate.",
        "“It is over,” Ann Lee told the European Commission.",
        "“It is over,” Ann Lee told Vicente Fox.",
        "KELMOUTH (Reuters) – “It is over,” Ann Lee said.",
        "KELMOUTH, March 3 (AP) — “It is over,” Ann Lee said.",
        "(CNN) “It is over,” Ann Lee said.",
    ],
)
def test_a_listener_or_a_dateline_carries_nothing(text: str) -> None:
    assert [
        attribution.outlet for attribution in attributions(text) if attribution.outlet is not None
    ] == []


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("“It is over,” she said in an interview on Monday with Le Monde.", "Le Monde"),
        ("Speaking to the Guardian, Ann Lee said it was over.", "The Guardian"),
        ("Ann Lee, who spoke with Axios, said it was over.", "Axios"),
        ("“It is over,” Ann Lee said on CNN’s “State of the Union.”", "CNN"),
        ("On Fox News, Ann Lee said it was over.", "Fox News"),
        ("Appearing Sunday on ABC, Ann Lee said it was over.", "ABC News"),
        ("In remarks to Der Spiegel, Ann Lee said it was over.", "Der Spiegel"),
        ("Ann Lee said it was over in an op-ed for The Hill.", "The Hill"),
        ("“It is over,” Ann Lee wrote in the New York Times.", "The New York Times"),
        ("Ann Lee said it was over, as first reported by ProPublica.", "ProPublica"),
        ("Ann Lee said it was over, as reported by the Kelmouth Echo.", "Kelmouth Echo"),
        ("It was over, Ann Lee said, citing Reuters.", "Reuters"),
        ("“It is over,” Ann Lee said via Bloomberg News.", "Bloomberg"),
        ("“It is over,” Ann Lee said, according to El País.", "El País"),
        ("“It is over,” Ann Lee said, according to the WHO.", "World Health Organization"),
        ("It was over, Ann Lee said, the Miami Herald reported.", "Miami Herald"),
        ("“It is over,” Ann Lee said in a CBS interview.", "CBS News"),
        ("“It is over,” Ann Lee told Jake Moreau of CNN.", "CNN"),
        ("“It is over,” Ann Lee told host Jake Moreau on Sky News.", "Sky News"),
        ("“It is over,” Ann Lee told a Politico reporter.", "Politico"),
        ("“It is over,” Ann Lee said [Reuters].", "Reuters"),
        ("„Es ist vorbei“, sagte Ann Lee der „Bild“.", "Bild"),
        (
            "„Es ist vorbei“, sagte sie im Gespräch mit der Süddeutschen Zeitung.",
            "Süddeutsche Zeitung",
        ),
        ("« C’est fini », a déclaré Ann Lee au Figaro.", "Le Figaro"),
        ("“Se acabó”, dijo Ann Lee a EFE.", "EFE"),
        ("«Всё кончено», — сказала Анна Ли РИА Новости.", "RIA Novosti"),
    ],
)
def test_each_way_to_name_the_carrier(sentence: str, outlet: str) -> None:
    assert carried_by(sentence) == outlet


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lee called the New York Times “over”.",
        "Ann Lee, who owns the Miami Herald, said it was over.",
        "Ann Lee said the attack on CNN was over.",
        "Ann Lee said CNN was over.",
        "Ann Lee told the World Bank that it was over.",
        "Kelmouth (Reuters) – It was over, Ann Lee said.",
    ],
)
def test_an_outlet_that_is_only_spoken_of_carries_nothing(sentence: str) -> None:
    assert carried_by(sentence) is None


def test_an_outlet_that_was_told_comes_before_one_that_is_cited() -> None:
    [tokens] = tokens_of("Citing Reuters, Ann Lee told CNN that it was over.")
    mentions = find_mentions(tokens, lexicon())
    told = next(i for i, token in enumerate(tokens) if token.text == "told")
    found = carrier(tokens, mentions, told + 1)
    assert found is not None
    assert found.outlet.name == "CNN"


@pytest.mark.parametrize("text", ["(Reuters)", "[AP.]", "— BBC News", "(The Guardian)"])
def test_a_credit_is_a_sentence_of_nothing_but_an_outlet(text: str) -> None:
    *_, tokens = tokens_of(f"“It is over,” Ann Lee said. {text}")
    found = credit(tokens, find_mentions(tokens, lexicon()))
    assert found is not None
    assert found.outlet.name in {"Reuters", "Associated Press", "BBC", "The Guardian"}


@pytest.mark.parametrize("text", ["Reuters was late.", "(Ann Lee of Reuters)", "(Reuters, AFP)"])
def test_a_sentence_that_says_more_is_no_credit(text: str) -> None:
    [tokens] = tokens_of(text)
    assert credit(tokens, find_mentions(tokens, lexicon())) is None


@pytest.mark.parametrize(
    "text",
    [
        "It was time to go, and Time Warner went.",
        "Salon owners met at the Vogue Hotel.",
        "They looked at the Sun and the Mirror broke.",
        "Vicente Fox and Megan Fox left.",
        "Michael Bloomberg said it was over.",
        "The Hill Country is dry.",
        "WHO WILL WIN?",
        "A new dawn. Dawn came early.",
        "Bild und Ton waren gut.",
        "He drove a Focus.",
        "Senate Majority Leader Ann Lee left.",
    ],
)
def test_a_common_word_is_no_outlet(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("She had told Time that it was over.", "Time magazine"),
        ("In an interview with Vogue she said so.", "Vogue"),
        ("It had been Fortune reporters who asked.", "Fortune"),
        ("Salon reported it on Monday.", "Salon"),
        ("She read it in The Sun and laughed.", "The Sun"),
        ("The Guardian said it was over.", "The Guardian"),
        ("The Fed said rates would fall.", "Federal Reserve"),
        ("An editor of Slate wrote so.", "Slate"),
        ("The WHO said it was over.", "World Health Organization"),
    ],
)
def test_a_common_word_is_an_outlet_where_the_sentence_makes_it_one(text: str, outlet: str) -> None:
    assert named(text) == [outlet]


def test_a_short_name_means_the_outlet_that_was_last_named_in_full() -> None:
    text = (
        "She told the Washington Post. The Post asked twice.\n\n"
        "She told the New York Post too, and a Post reporter left.\n\n"
        "She wrote to the New York Times. The Times reported it.\n\n"
        "She told the Kelmouth Echo, and the Echo printed it."
    )
    assert [(name, count) for name, count in Counter(named(text)).items()] == [
        ("The Washington Post", 2),
        ("New York Post", 2),
        ("The New York Times", 2),
        ("Kelmouth Echo", 2),
    ]


def test_a_short_name_before_any_full_one_is_the_outlet_of_that_name_or_none() -> None:
    assert named("The Times reported it. She told the Post.") == ["The Times"]


def test_a_listed_name_behind_other_capitals_is_found() -> None:
    assert named("On Fox News she said so. Former CBS News Anchor Ann Lee did not.") == [
        "Fox News",
        "CBS News",
    ]


def test_the_post_office_is_no_newspaper() -> None:
    assert named("She told the Washington Post. Then the Post Office closed at her post.") == [
        "The Washington Post"
    ]


def test_a_sentence_by_itself_remembers_nothing() -> None:
    first, second = tokens_of("She told the Washington Post. The Post asked twice.")
    assert find_mentions(first, lexicon())
    assert find_mentions(second, lexicon()) == []


PIECES = [
    "told",
    "the",
    "The",
    "Post",
    "Washington Post",
    "Time",
    "Daily",
    "News",
    "CNN",
    "(",
    ")",
    "of",
    ",",
    "on",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1).map(" ".join))
def test_mentions_stand_in_order_inside_their_sentence_and_carriers_are_among_them(
    text: str,
) -> None:
    sentences_found = tokens_of(text)
    all_mentions = find_all_mentions(sentences_found, lexicon())
    for tokens, mentions in zip(sentences_found, all_mentions, strict=True):
        bounds = [bound for mention in mentions for bound in (mention.start, mention.end)]
        assert bounds == sorted(bounds)
        assert all(0 <= bound <= len(tokens) for bound in bounds)
        assert all(mention.start < mention.end for mention in mentions)
        assert carrier(tokens, mentions, len(tokens)) in [None, *mentions]


def test_at_least_four_hundred_outlets_of_sixty_countries_are_known() -> None:
    assert len(known_outlets()) >= 400
    assert len({outlet.country for outlet in known_outlets()}) >= 60


def test_every_known_outlet_has_a_domain_a_country_and_a_kind() -> None:
    kinds = {
        "agency",
        "broadcaster",
        "newspaper",
        "magazine",
        "online",
        "fact-checker",
        "institution",
    }
    for outlet in known_outlets():
        assert outlet.domains, outlet
        assert all("." in domain and "/" not in domain for domain in outlet.domains), outlet
        assert all(domain == domain.lower() for domain in outlet.domains), outlet
        assert outlet.country is not None, outlet
        assert len(outlet.country) == 2, outlet
        assert outlet.country.isupper(), outlet
        assert outlet.kind in kinds, outlet


def test_no_name_belongs_to_two_outlets_and_none_is_listed_twice() -> None:
    owners = Counter(name.words for group in known_names().values() for name in group)
    assert [name for name, count in owners.items() if count > 1] == []


def test_no_two_outlets_share_a_main_domain_but_those_of_one_publisher() -> None:
    owners = defaultdict(list)
    for outlet in known_outlets():
        owners[outlet.domains[0]].append(outlet.name)
    shared = {domain for domain, names in owners.items() if len(names) > 1}
    assert shared == ONE_PUBLISHER


def sentence_for(name: KnownName) -> str:
    """A sentence in which an outlet under one of its names carries the words."""
    written = " ".join(name.words).replace(" 's", "'s").replace(" ’s", "’s")
    if name.article:
        written = f"the {written}"
    if name.outlet.kind == "institution":
        return f"“It is over,” Ann Lee said on Monday, according to {written}."
    return f"“It is over,” Ann Lee told {written} on Monday."


@pytest.mark.parametrize("kind", sorted({str(outlet.kind) for outlet in known_outlets()}))
def test_every_name_of_an_outlet_is_found_as_the_carrier(kind: str) -> None:
    missed = []
    for name in (name for group in known_names().values() for name in group):
        if name.outlet.kind == kind:
            found = attributions(sentence_for(name))
            [quoted] = [
                attribution for attribution in found if attribution.kind is AttributionKind.DIRECT
            ]
            if quoted.outlet != name.outlet:
                missed.append((" ".join(name.words), quoted.outlet))
    assert missed == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ha detto Fabrizio Colnaghi, insegnante, a Repubblica.", ["La Repubblica"]),
        ("ha dichiarato a la Repubblica.", ["La Repubblica"]),
        ("La Repubblica italiana ha due camere.", ["La Repubblica"]),  # no more than where to look
        ("Nella seconda Repubblica era diverso.", []),
        ("pisze gazeta, za El País i Le Monde", ["El País", "Le Monde"]),
        ("he said the time had come", []),
        ("sagte sie gegenüber netzpolitik.org.", ["netzpolitik.org"]),
        ("", []),
    ],
)
def test_the_outlets_that_a_text_names_without_a_grammar(text: str, names: list[str]) -> None:
    assert [outlet.name for outlet in outlets_named(text)] == names


def test_stat_is_the_paper_where_somebody_tells_it() -> None:
    assert carried_by("She told STAT last week.") == "STAT News"
    assert named("A STAT scan was ordered for every patient on the ward.") == []
