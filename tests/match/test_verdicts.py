"""What each verdict means, quotation by quotation, against one source."""

import pytest

from audit.errors import UsageError
from audit.match import verify_quote
from audit.model import (
    Caution,
    DiffOp,
    NotCompared,
    Page,
    PageBlock,
    QuoteCheck,
    Style,
    Verdict,
    Zone,
)

SOURCE = (
    "The mayor spoke at noon. “We will not dig a single metre until all 14 conditions of the harbour"
    " board are met, and I mean all of them,” Ines Calloway told the crowd. “The survey found 1.5"
    " million tonnes of mud – that’s about 10 % of the total. We think it is safe. However, nobody"
    " should swim there.”\nLater Piet Moreau said: “The trains will run every day of the week except"
    " Sunday.” He added that the cost of $640 million was fair for a city of its size."
)


def check(quote: str, source: str | Page = SOURCE, style: str = "strict") -> QuoteCheck:
    return verify_quote(quote, source, style=style)


@pytest.mark.parametrize(
    "quote",
    [
        "We will not dig a single metre until all 14 conditions of the harbour board are met,",
        "we will not dig a single metre",
        "that's about 10 % of the total.",
        "that’s about 10\u00a0% of the total",
        "1.5 million tonnes of mud - that's about",
        "We will not dig a sin\u00adgle metre",
        "We think it is safe. However, nobody should swim there",
        "We think it is safe... However",
        "the cost of $640 million was fair…",
    ],
)
def test_typography_alone_is_verbatim(quote: str) -> None:
    found = check(quote)
    assert found.verdict is Verdict.VERBATIM
    assert found.score == 1.0


@pytest.mark.parametrize(
    "quote",
    [
        "We will dig a single metre until all 14 conditions of the harbour board are met",
        "We will not dig a single metre until all 41 conditions of the harbour board are met",
        "We would not dig a single metre until all 14 conditions of the harbour board are met",
        "They will not dig a single metre until all 14 conditions of the harbour board are met",
        "We will not dig a single metre before all 14 conditions of the harbour board are met",
        "The survey found 15 million tonnes of mud",
        "The survey found 1,5 million tonnes of mud",
        "The survey found 1.5 million tons of mud",
        "that’s about 10 percent of the total",
        "the cost of €640 million was fair",
        "the cost of $640 million was fair for a town of its size",
        "We will not dig a single metre until all fourteen conditions",
    ],
)
def test_an_unmarked_change_of_words_is_altered_and_shown(quote: str) -> None:
    found = check(quote)
    assert found.verdict is Verdict.ALTERED
    assert any(run.op is not DiffOp.EQUAL and not run.marked for run in found.diff)
    assert found.start is not None


@pytest.mark.parametrize(
    ("quote", "edit"),
    [
        ("We will not dig … until all 14 conditions of the harbour board are met", "ellipsis"),
        ("We will not dig [...] until all 14 conditions", "ellipsis"),
        ("[The city] will not dig a single metre", "brackets"),
        ("will not dig a [lone] metre until all 14 conditions", "brackets"),
        ("[N]obody should swim there", "brackets"),
        ("The trains will [always] run every day of the week", "brackets"),
    ],
)
def test_a_marked_change_is_edited(quote: str, edit: str) -> None:
    found = check(quote)
    if found.verdict is Verdict.VERBATIM:  # '[N]obody': the first letter's case is typography
        assert quote.startswith("[N]")
    else:
        assert found.verdict is Verdict.EDITED
        assert edit in found.edits


@pytest.mark.parametrize(
    "quote",
    [
        "We will not … dig a single yard until all 14 conditions of the harbour board are met",
        "[The city] will dig a single metre until all 14 conditions of the harbour board are met",
        "We will not dig … until all 15 conditions of the harbour board are met",
    ],
)
def test_a_mark_does_not_hide_an_unmarked_change_beside_it(quote: str) -> None:
    assert check(quote).verdict is Verdict.ALTERED


def test_an_ellipsis_that_drops_a_not_is_edited_with_a_caution() -> None:
    found = check("We will … dig a single metre until all 14 conditions")
    assert found.verdict is Verdict.EDITED
    assert Caution.ELLIPSIS_DROPS_NEGATION in found.cautions


def test_halves_in_the_other_order_are_altered() -> None:
    found = check("nobody should swim there … We will not dig a single metre")
    assert found.verdict is Verdict.ALTERED
    assert {Caution.SPLICED, Caution.FRAGMENTS_REVERSED}.intersection(found.cautions)


def test_passages_joined_without_a_mark_are_spliced() -> None:
    found = check("We will not dig a single metre and nobody should swim there".replace(" and", ""))
    assert found.verdict is Verdict.ALTERED
    assert Caution.SPLICED in found.cautions


def test_an_invented_tail_behind_an_ellipsis_does_not_pass() -> None:
    found = check("We will not dig a single metre … and we never shall")
    assert found.verdict in {Verdict.ALTERED, Verdict.ABSENT}


@pytest.mark.parametrize(
    "quote",
    [
        "The cats of Kelmouth are all very fond of fresh fish",
        "A city of mud and trains is not safe on a Sunday",
    ],
)
def test_words_that_merely_occur_are_absent(quote: str) -> None:
    assert check(quote).verdict is Verdict.ABSENT


@pytest.mark.parametrize("quote", ["", "…", "“”", "\x00", "—"])
def test_no_words_are_nothing_to_compare(quote: str) -> None:
    found = check(quote)
    assert (found.verdict, found.reason) == (Verdict.NOT_COMPARED, NotCompared.NOTHING_TO_COMPARE)


def test_a_quotation_of_a_hundred_thousand_characters_is_too_long() -> None:
    assert check("words " * 20_000).reason is NotCompared.TOO_LONG


def test_one_or_two_words_carry_a_caution() -> None:
    assert Caution.SHORT in check("safe").cautions
    assert Caution.SHORT in check("nonexistent").cautions


def test_a_source_that_was_not_read_whole_never_accuses() -> None:
    cut = Page(
        SOURCE, (PageBlock(0, len(SOURCE), Zone.MAIN),), whole=False, why_not_whole="cut off"
    )
    missing = "The cats of Kelmouth are all very fond of fresh fish"
    changed = "We will dig a single metre until all 14 conditions of the harbour board are met"
    assert check(missing, cut).reason is NotCompared.SOURCE_NOT_WHOLE
    assert check(changed, cut).reason is NotCompared.SOURCE_NOT_WHOLE
    assert check("nobody should swim there", cut).verdict is Verdict.VERBATIM


def test_another_language_is_not_compared() -> None:
    german = (
        "Wir werden nicht graben, bis alle Bedingungen erfüllt sind, und das ist für die Stadt nicht"
        " leicht, denn es ist ein Hafen mit dem sich die Leute auf den Schiffen sehr gut auskennen."
    )
    quote = "This is what we have said to them from the start, and it is not for us to change it"
    assert check(quote, german).reason is NotCompared.LANGUAGE_DIFFERS


def two_zones(first: str, zone: Zone, second: str) -> Page:
    text = f"{first}\n{second}"
    return Page(
        text,
        (PageBlock(0, len(first), zone), PageBlock(len(first) + 1, len(text), Zone.MAIN)),
    )


def test_words_only_in_the_comments_stand_with_a_caution() -> None:
    page = two_zones("They will still be digging when I retire", Zone.COMMENTS, "The main text.")
    found = check("They will still be digging when I retire", page)
    assert found.verdict is Verdict.VERBATIM
    assert Caution.ONLY_IN_COMMENTS in found.cautions


def test_words_that_no_reader_sees_are_found_and_the_place_is_named() -> None:
    page = two_zones("They will still be digging when I retire", Zone.HIDDEN, "The main text.")
    found = check("They will still be digging when I retire", page)
    assert found.verdict is Verdict.VERBATIM
    assert Caution.ONLY_IN_HIDDEN in found.cautions


def test_all_places_are_listed_main_text_first() -> None:
    page = two_zones(
        "The bridge is safe", Zone.COMMENTS, "He said the bridge is safe. The bridge is safe."
    )
    found = check("the bridge is safe", page)
    assert [place.zone for place in found.places] == [Zone.MAIN, Zone.MAIN, Zone.COMMENTS]
    assert Caution.ONLY_IN_COMMENTS not in found.cautions


def test_light_editing_lets_a_short_list_pass_and_names_it() -> None:
    source = "Well, you know, we are going to build it, and it will really be a good bridge for us."
    quote = "we're going to build it, and it will be a good bridge for us"
    assert check(quote, source).verdict is Verdict.ALTERED
    light = check(quote, source, "light-edit")
    assert light.verdict is Verdict.EDITED
    assert {"contraction", "intensifier-dropped"} <= set(light.edits)
    changed = "we're going to build it, and it would be a good bridge for us"
    assert check(changed, source, "light-edit").verdict is Verdict.ALTERED


def test_an_unknown_style_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="light-edit"):
        check("safe", SOURCE, "loose")


def test_other_scripts_are_compared_and_not_found_everywhere() -> None:
    russian = "«Мы не будем копать, пока все 14 условий не выполнены», — сказала Инес."
    assert check("Мы не будем копать, пока все 14 условий не выполнены", russian).verdict is (
        Verdict.VERBATIM
    )
    assert check("Мы будем копать, пока все 14 условий не выполнены", russian).verdict is (
        Verdict.ALTERED
    )
    japanese = "市長は「条件がすべて満たされるまで掘りません」と述べた。"
    assert check("条件がすべて満たされるまで掘りません", japanese).verdict is Verdict.VERBATIM
    assert check("橋は来年の春に完成する予定です", japanese).verdict is Verdict.ABSENT


def test_style_is_taken_as_word_or_member() -> None:
    assert verify_quote("safe", SOURCE, style=Style.STRICT) == verify_quote("safe", SOURCE)


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("[C]’est une histoire de famille", "Au fond, c’est une histoire de famille, dit-il."),
        ("[L]'eau monte chaque hiver ici", "Au fond, l’eau monte chaque hiver ici, dit-il."),
        ("[U]n’altra volta il fiume è salito", "Poi un’altra volta il fiume è salito, disse."),
        ("[I]’ve seen the plan of the bridge", "Well, I’ve seen the plan of the bridge, she said."),
    ],
)
def test_a_capital_in_brackets_may_stand_before_an_apostrophe(quote: str, source: str) -> None:
    found = verify_quote(quote, source)
    assert (found.verdict, found.weight) == (Verdict.EDITED, None)
