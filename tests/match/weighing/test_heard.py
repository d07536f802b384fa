"""Quotations beside transcripts that a machine wrote: its hearing is no accusation, a changed figure is."""

import pytest

from audit.match import verify_quote
from audit.model import DiffKind, NotCompared, Page, PageBlock, QuoteCheck, Verdict, Weight, Zone

_BEFORE = "and so we went down to the harbour in the morning to see what was left of the boats"
_BEHIND = "and then somebody asked who would pay for the new roof and nobody had an answer to that"


def _heard(said: str, *, is_heard: bool = True) -> Page:
    text = f"{_BEFORE} {said} {_BEHIND}"
    times = ((0, 0.0), (len(_BEFORE) + 1, 754.0), (len(_BEFORE) + len(said) + 2, 790.0))
    return Page(text, (PageBlock(0, len(text), Zone.MAIN),), times=times, heard=is_heard)


def _compared(quote: str, said: str) -> QuoteCheck:
    return verify_quote(quote, _heard(said))


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("Their plan is to close the school", "there plan is to close the school"),
        ("Their plan is to close the school", "their plan is too close the school"),
        ("We know it's right", "we no its write"),
        ("We'll be apart from the others", "we'll be a part from the others"),
        ("A part of the harbour will stay", "apart of the harbour will stay"),
        ("Maureen Tiddy told us to wait", "more in teddy told us to weight"),
        ("Nobody asked Okonkwo about the roof", "nobody asked a conquer about the roof"),
        ("The council has a plan for the winter", "the counsel has plan for the winter"),
        ("It is one of the things that we have to do", "it's one the things we have to do"),
        ("It waits for four winters", "it waits four four winters"),
        ("I don't think that the harbour will close", "i dont think that the harper will close"),
        ("Sie haben das Boot im Hafen gesehen", "sie haben das bot im hafn gesehen"),
    ],
)
def test_what_sounds_alike_is_uncertain(quote: str, said: str) -> None:
    check = _compared(quote, said)
    assert (check.verdict, check.reason) == (Verdict.NOT_COMPARED, NotCompared.TRANSCRIPT_UNCERTAIN)
    assert check.weight in (None, Weight.STYLE)
    assert check.selector is not None
    assert check.selector.directive == "t=754"


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("We came in August, Ada. May was wet.", "we came in august ada may was wet"),
        ("It's the school; it's the church", "it's the school it's the church"),
    ],
)
def test_capitals_and_marks_are_the_transcribers(quote: str, said: str) -> None:
    assert _compared(quote, said).verdict is Verdict.VERBATIM


@pytest.mark.parametrize(
    ("quote", "said", "kind"),
    [
        ("Their plan costs 5 million", "there plan costs 6 million", DiffKind.NUMBER),
        ("Their plan costs 5 million", "there plan costs 5 billion", DiffKind.NUMBER),
        ("There were fifty of them in the harbour", "their were fifteen of them in the harper", DiffKind.NUMBER),
        ("We saw two of the boats in the harbour", "we sore three of the boats in the harper", DiffKind.NUMBER),
        ("We can close the harbour", "we can't close the harper", DiffKind.NEGATION),
        ("We will not close the harbour", "we will close the harper", DiffKind.NEGATION),
        ("We will close the harbour here", "we will never close the harper hear", DiffKind.NEGATION),
        ("They have nothing to do with their roof", "they have something to do with there roof", DiffKind.NEGATION),
    ],
)  # fmt: skip
def test_a_changed_figure_or_negation_is_found(quote: str, said: str, kind: DiffKind) -> None:
    check = _compared(quote, said)
    assert (check.verdict, check.weight) == (Verdict.ALTERED, Weight.SERIOUS)
    assert kind in {run.kind for run in check.diff}


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("Nobody at the bank believed him", "nobody at the bank believed us"),
        ("They raised two million in the spring", "we raised two million in the spring"),
        ("Nobody believed him at the harbour", "nobody believed us at the harper"),
        ("In the spring you gave it to the school", "in the spring they gave it to the school"),
    ],
)
def test_another_person_is_not_misheard(quote: str, said: str) -> None:
    assert _compared(quote, said).verdict is Verdict.ALTERED


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("She raised two million in the spring", "he raised two million in the spring"),
        ("I raised two million in the spring", "raised two million in the spring"),
        ("We gave them the harbour", "we gave em the harbour"),
    ],
)
def test_a_pronoun_may_be_swallowed_or_heard_for_one_like_it(quote: str, said: str) -> None:
    check = _compared(quote, said)
    assert check.verdict is Verdict.NOT_COMPARED or check.weight is Weight.STYLE


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("We will close the school and the church", "we will open the school and the church"),
        (
            "Ada Lee closed the harbour in the winter",
            "peter brandt closed the harbour in the winter",
        ),
    ],
)
def test_words_of_another_sound_are_changed(quote: str, said: str) -> None:
    check = _compared(quote, said)
    assert (check.verdict, check.weight) == (Verdict.ALTERED, Weight.SERIOUS)


def test_words_that_nobody_said_are_absent() -> None:
    check = _compared("The ferry to the islands runs every second week of June", "so that was that")
    assert check.verdict is Verdict.ABSENT


def test_a_page_that_a_person_wrote_is_held_to_its_letters() -> None:
    check = verify_quote(
        "Their plan is to close the school",
        _heard("there plan is to close the school", is_heard=False),
    )
    assert check.verdict is Verdict.ALTERED


def test_fragments_are_heard_one_by_one() -> None:
    said = (
        "there plan is to close the school and to sell the land and to keep the hole of the money"
    )
    check = _compared(
        "Their plan is to close the school … and to keep the whole of the money", said
    )
    assert check.reason is NotCompared.TRANSCRIPT_UNCERTAIN
