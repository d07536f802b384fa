"""Words that stand only where a page corrects itself, and words that stand elsewhere, too."""

import pytest

from audit import verify_quote
from audit.model import Caution, Verdict

_WORDS = "the bridge will be closed for two years"
_TEXT = "The council met on Monday to look at the bridge.\nThe repairs will take long, it said."
_CORRECTIONS = [
    "Correction: An earlier version of this article quoted Ann Lee as saying “{}”. She did not.",
    "CORRECTION, 3 May: Ann Lee did not say “{}”.",
    "Correction (May 3): Ann Lee did not say “{}”.",
    "An earlier version of this article said that “{}”.",
    "This article was amended on 3 May: it had Ann Lee say “{}”.",
    "• Ann Lee was misquoted in this story as saying “{}”.",
    "Corrections and clarifications\nAnn Lee did not say “{}”.",
    "This story has been updated to remove the words “{}”, which Ann Lee did not say.",
    "Korrektur: In einer früheren Fassung dieses Textes wurde Ann Lee mit „{}“ zitiert.",
    "Berichtigung: Die Worte „{}“ sind nie gefallen.",
    "In einer früheren Version hieß es, „{}“.",
    "Fe de errores: Ann Lee no dijo «{}».",
    "Rectificatif : Ann Lee n'a pas dit « {} ».",
    "Errata corrige: Ann Lee non ha detto «{}».",
]
_OTHERS = [
    "“A correction is due: {},” Ann Lee said.",
    "Ann Lee wants a correction of the plan: “{}”.",
    "Correction officers fear that “{}”.",
    "The earlier version of the plan was that “{}”.",
]


@pytest.mark.parametrize("correction", _CORRECTIONS)
def test_words_of_a_correction_alone_are_told(correction: str) -> None:
    check = verify_quote(_WORDS, f"{_TEXT}\n{correction.format(_WORDS)}")
    assert check.verdict is Verdict.VERBATIM
    assert Caution.ONLY_IN_CORRECTION in check.cautions


@pytest.mark.parametrize("correction", _CORRECTIONS)
def test_words_that_stand_in_the_text_too_are_there(correction: str) -> None:
    source = f"{correction.format(_WORDS)}\n{_TEXT}\nAnn Lee said that {_WORDS}."
    check = verify_quote(_WORDS, source)
    assert Caution.ONLY_IN_CORRECTION not in check.cautions
    assert check.start == source.rindex(_WORDS)


@pytest.mark.parametrize("sentence", _OTHERS[:3])
def test_what_only_speaks_of_one_is_none(sentence: str) -> None:
    check = verify_quote(_WORDS, f"{_TEXT}\n{sentence.format(_WORDS)}")
    assert Caution.ONLY_IN_CORRECTION not in check.cautions
