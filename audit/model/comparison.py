"""The words that name what comparing found: cautions."""

from enum import StrEnum


class Caution(StrEnum):
    """What an editor should know before trusting a verdict."""

    SHORT = "short"
    """One or two words: they may stand there by chance."""

    SPLICED = "spliced"
    """Passages that stand apart are joined without a mark."""

    ONLY_IN_COMMENTS = "only-in-comments"
    ONLY_IN_RELATED = "only-in-related"
    ONLY_IN_NAVIGATION = "only-in-navigation"
    ONLY_IN_HIDDEN = "only-in-hidden"
    """The words stand only in text that no reader of the page sees."""

    ELLIPSIS_DROPS_NEGATION = "ellipsis-drops-negation"
    ELLIPSIS_DROPS_CONDITION = "ellipsis-drops-condition"
    """The words left out begin a clause that turns the meaning: but, unless, if, except."""

    BRACKETS_CHANGE_NEGATION = "brackets-change-negation"
    """The words in brackets have a negation that the words they stand for lack, or the other way round."""

    FRAGMENTS_REVERSED = "fragments-reversed"
    """The parts between ellipses stand in the source in another order."""

    TURNED_AFTER = "turned-after"
    """The words that follow in the source turn the quotation: but, unless, if, except."""

    TWO_SPEAKERS = "two-speakers"
    """The words are those of two speakers."""

    FRAGMENTS_FAR_APART = "fragments-far-apart"
    """More words are left out at one ellipsis than a reader would expect."""

    CUT_SHORT = "cut-short"
    """The words shown end where the service cut them off."""
