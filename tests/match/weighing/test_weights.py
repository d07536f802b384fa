"""The kind and the weight of each difference between a quotation and its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.languages.comparison.comparing import comparing
from audit.match import verify_quote
from audit.match.weighing.said_again import Around
from audit.match.weighing.weigh import weigh, weigh_words
from audit.model import DiffKind, Verdict, Weight

SOURCE = (
    "“We will not sell the 14 ferries before the end of May, because the people of Vell need them,” she"
    " said. “It's a long river and, um, we have always, always crossed it in boats. I think that the old"
    " ferries could run for ten more years. The mayor told us that he would pay 40 % of it.”"
)


@pytest.mark.parametrize(
    ("quote", "kind", "weight"),
    [
        ("We will not sell the 41 ferries before the end of May", "number", Weight.SERIOUS),
        ("We will sell the 14 ferries before the end of May", "negation", Weight.SERIOUS),
        ("We would not sell the 14 ferries before the end of May", "modal", Weight.SERIOUS),
        ("They will not sell the 14 ferries before the end of May", "pronoun", Weight.SERIOUS),
        ("because the people of Oster need them", "name", Weight.SERIOUS),
        ("We will not burn the 14 ferries before the end of May", "content", Weight.SERIOUS),
        ("We will not sell the 14 ferries after the end of May", "content", Weight.SERIOUS),
        ("We will not sell the ferries 14 before the end of May", "order", Weight.SERIOUS),
        ("We will not sell the 14 ferries, because the people of Vell need them", "number", None),
        ("We will not sell the 14 ferries before an end of May", "function-word", Weight.MINOR),
        ("because the people of Vell needed them", "inflection", Weight.MINOR),
        ("the old ferries could run for ten very more years", "intensifier-put-in", Weight.MINOR),
        ("The mayor told us he would pay 40 % of it", "function-word-dropped", Weight.MINOR),
        ("The mayor told us that he would pay 40 percent of it", "percent-sign", Weight.STYLE),
        ("It is a long river and, um, we have always, always", "contraction", Weight.STYLE),
        ("the old ferries could run for 10 more years", "spelled-figure", Weight.STYLE),
        ("a long river and we have always, always crossed it", "filler-dropped", Weight.STYLE),
        ("we have always crossed it in boats. I think that", "repeat-dropped", Weight.STYLE),
    ],
)
def test_a_difference_has_its_kind_and_weight(quote: str, kind: str, weight: Weight | None) -> None:
    check = verify_quote(quote, SOURCE)
    assert check.verdict is Verdict.ALTERED
    runs = [run for run in check.diff if run.kind]
    if weight is None:  # a clause with the name of a month
        assert check.weight is Weight.SERIOUS
    else:
        assert [(run.kind, run.weight) for run in runs][:1] == [(kind, weight)]
        assert check.weight is weight


@pytest.mark.parametrize(
    ("source", "quote", "kind", "weight"),
    [
        ("You can't get a bed there for love or money.", "You can't get a bed there for love nor money", "function-word", Weight.MINOR),
        ("Nobody here has a boat or a net to lend.", "Nobody here has a boat nor a net to lend", "function-word", Weight.MINOR),
        ("Il n’y a pas de pain ou de sel ici.", "pas de pain ni de sel", "function-word", Weight.MINOR),
        ("They have a boat or a net to lend.", "They have a boat nor a net to lend", "negation", Weight.SERIOUS),
        ("Es fährt eine Bahn oder ein Bus am Abend.", "Es fährt eine Bahn noch ein Bus am Abend", "negation", Weight.SERIOUS),
        ("I shall resign when that helps a household.", "I will resign when that", "inflection", Weight.MINOR),
        ("We shall see what it brings.", "We should see what it brings", "modal", Weight.SERIOUS),
    ],
)  # fmt: skip
def test_some_words_are_one_where_others_stand_before_them(
    source: str, quote: str, kind: str, weight: Weight
) -> None:
    check = verify_quote(quote, f"{source} {SOURCE if source.isascii() else ''}")
    differing = [run for run in check.diff if run.weight not in {None, Weight.STYLE}]
    assert [(run.kind, run.weight) for run in differing] == [(kind, weight)]


def test_the_heaviest_of_several_differences_counts() -> None:
    check = verify_quote("It is a long river and we have never, always crossed it in boats", SOURCE)
    weights = {run.weight for run in check.diff if run.weight}
    assert {Weight.STYLE, Weight.SERIOUS} <= weights
    assert check.weight is Weight.SERIOUS


def test_what_is_verbatim_or_marked_has_no_weight() -> None:
    assert verify_quote("We will not sell the 14 ferries", SOURCE).weight is None
    marked = verify_quote("We will not … before the end of May", SOURCE)
    assert marked.weight is None
    assert not any(run.kind or run.weight for run in marked.diff)


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("we will meet in May", Verdict.VERBATIM),
        ("we Will meet in May", Verdict.ALTERED),
        ("we will meet in may", Verdict.ALTERED),
        ("Will they come? They said so", Verdict.VERBATIM),
        ("They tell US what to do", Verdict.ALTERED),
        ("THEY TELL US WHAT TO DO", Verdict.VERBATIM),
    ],
)
def test_capitals_count_where_they_make_another_word(quote: str, verdict: Verdict) -> None:
    source = (
        "she said we will meet in May, and will they come? they said so. They tell us what to do."
    )
    assert verify_quote(quote, source).verdict is verdict


# One word or two of every class that weighing knows.
_OF_EACH_CLASS = (
    "um well and the an very really maybe not never 14 million % will could we she of in between"
    " Vell ferries ferry river okay ok gonna it's probably I think about"
)
_RUNS = st.lists(st.sampled_from(_OF_EACH_CLASS.split()), max_size=6)


@given(quoted=_RUNS, there=_RUNS, breaks_off=st.booleans(), starts=st.booleans())
def test_every_difference_has_a_kind_of_the_model(
    *, quoted: list[str], there: list[str], breaks_off: bool, starts: bool
) -> None:
    around = Around(
        comparing(), there[:2], quoted[:2], starts_sentence=starts, breaks_off=breaks_off
    )
    if quoted or there:
        assert DiffKind.NONE not in {difference.kind for difference in weigh(quoted, there, around)}
    if quoted:
        assert weigh_words(quoted, comparing(), None).weight is Weight.SERIOUS


@pytest.mark.parametrize(
    ("language", "quoted", "there", "weight"),
    [
        ("de", "wird", "werde", Weight.MINOR),
        ("de", "kann", "könne", Weight.MINOR),
        ("de", "müssen", "müsse", Weight.MINOR),
        ("de", "wird", "würde", Weight.SERIOUS),
        ("de", "kann", "könnte", Weight.SERIOUS),
        ("de", "darf", "müsse", Weight.SERIOUS),
        ("es", "puede", "pueda", Weight.MINOR),
        ("es", "puede", "podría", Weight.SERIOUS),
        ("fr", "peut", "puisse", Weight.MINOR),
        ("fr", "peut", "doive", Weight.SERIOUS),
        ("en", "can", "could", Weight.SERIOUS),
    ],
)
def test_the_mood_of_reported_speech_makes_no_other_modal(
    language: str, quoted: str, there: str, weight: Weight
) -> None:
    around = Around(comparing(language), language=language)
    assert [found.weight for found in weigh([quoted], [there], around)] == [weight]


@pytest.mark.parametrize(
    ("quote", "source", "weight"),
    [
        (
            "It will cost $500,000, maybe $600,000, to fix",
            "It will cost five hundred thousand dollars, maybe six hundred thousand, to fix",
            Weight.STYLE,
        ),
        (
            "We raised €40, perhaps €50, for the choir",
            "We raised forty euros, perhaps fifty, for the choir",
            Weight.STYLE,
        ),
        (
            "It will cost $500,000, maybe $700,000, to fix",
            "It will cost five hundred thousand dollars, maybe six hundred thousand, to fix",
            Weight.SERIOUS,
        ),
        (
            "We paid $500,000 for $600,000 people in the town",
            "We paid five hundred thousand dollars for six hundred thousand people in the town",
            Weight.SERIOUS,
        ),
        (
            "It will cost $500,000, maybe €600,000, to fix",
            "It will cost five hundred thousand dollars, maybe six hundred thousand, to fix",
            Weight.SERIOUS,
        ),
    ],
)
def test_a_unit_that_is_told_once_for_two_figures(quote: str, source: str, weight: Weight) -> None:
    check = verify_quote(quote, f"“{source},” she said. Nobody said a word.")
    assert (check.verdict, check.weight) == (Verdict.ALTERED, weight)


@pytest.mark.parametrize(
    ("quote", "source", "weight"),
    [
        ("C’est pas normal, tout ça", "Ce n’est pas normal, tout ça.", Weight.STYLE),
        ("Je n’ai jamais voulu partir d’ici", "J’ai jamais voulu partir d’ici.", Weight.STYLE),
        ("On sait pas où ils sont", "On ne sait pas où ils sont.", Weight.STYLE),
        ("T’as rien compris à cette ville", "Tu n’as rien compris à cette ville.", Weight.STYLE),
        ("C’est normal, tout ça", "Ce n’est pas normal, tout ça.", Weight.SERIOUS),
        ("Je veux plus de travail ici", "Je ne veux plus de travail ici.", Weight.SERIOUS),
        ("On peut savoir où ils sont", "On ne peut savoir où ils sont.", Weight.SERIOUS),
    ],
)
def test_a_part_of_a_negation_that_speech_leaves_out(
    quote: str, source: str, weight: Weight
) -> None:
    around = "Le conseil s’est réuni lundi pour parler de l’hiver et des bateaux."
    assert verify_quote(quote, f"{around} {source} {around}").weight is weight


@pytest.mark.parametrize(
    ("quote", "source", "shown"),
    [
        (
            "We have counted them since spring",
            "We have counted them since the summer.",
            "the summer",
        ),
        ("Boats lay here before Monday", "Boats lay here before the storm, and left.", "the storm"),
        ("They took the boat to Kelmouth", "They took the boat to an island.", "an island"),
        ("They took the boat to the town", "They took the boat to the island.", "island"),
    ],
)
def test_an_article_is_shown_with_its_word(quote: str, source: str, shown: str) -> None:
    around = "The council met on Monday to look at the winter and the boats that were lost."
    check = verify_quote(quote, f"{around} “{source}” {around}")
    assert [run.source for run in check.diff if run.kind is not DiffKind.NONE] == [shown]
