"""The words that name what comparing found: differences, folds, edits and cautions."""

from enum import StrEnum


class DiffOp(StrEnum):
    """What a run of the diff does, from the source's words to the quotation's."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


class DiffKind(StrEnum):
    """What an unmarked difference changes: words of the field, or words dropped or put in."""

    NONE = ""  # nothing is changed unmarked
    NEGATION = "negation"
    NUMBER = "number"
    MODAL = "modal"
    PRONOUN = "pronoun"
    NAME = "name"
    CONTENT = "content"
    CONTENT_DROPPED = "content-dropped"
    CONTENT_PUT_IN = "content-put-in"
    CLAUSE_DROPPED = "clause-dropped"
    CLAUSE_PUT_IN = "clause-put-in"
    ORDER = "order"
    SPLICE = "splice"
    INFLECTION = "inflection"
    NEAR_SYNONYM = "near-synonym"
    FUNCTION_WORD = "function-word"
    FUNCTION_WORD_DROPPED = "function-word-dropped"
    FUNCTION_WORD_PUT_IN = "function-word-put-in"
    ARTICLE_DROPPED = "article-dropped"
    ARTICLE_PUT_IN = "article-put-in"
    CONJUNCTION_DROPPED = "conjunction-dropped"
    CONJUNCTION_PUT_IN = "conjunction-put-in"
    INTENSIFIER = "intensifier"
    INTENSIFIER_DROPPED = "intensifier-dropped"
    INTENSIFIER_PUT_IN = "intensifier-put-in"
    HEDGE = "hedge"
    HEDGE_DROPPED = "hedge-dropped"
    HEDGE_PUT_IN = "hedge-put-in"
    FILLER_DROPPED = "filler-dropped"
    FILLER_PUT_IN = "filler-put-in"
    REPEAT_DROPPED = "repeat-dropped"
    FALSE_START_DROPPED = "false-start-dropped"
    CONTRACTION = "contraction"
    SPELLING = "spelling"
    SPELLED_FIGURE = "spelled-figure"
    PERCENT_SIGN = "percent-sign"
    OKAY = "okay"
    MISHEARD = "misheard"  # a machine may have heard the words so: 'there' for 'their'
    MASKED = "masked"  # letters of an expletive: 'f***ing'


class Fold(StrEnum):
    """A difference that changes no word: how it is printed, or what stands among the words."""

    FIRST_LETTER = "first-letter"
    INVISIBLE_CHARACTERS = "invisible-characters"
    QUOTATION_MARKS = "quotation-marks"
    APOSTROPHES = "apostrophes"
    DASHES = "dashes"
    LIGATURES = "ligatures"
    COMPOSED_LETTERS = "composed-letters"
    FULL_WIDTH_FORMS = "full-width-forms"
    ELLIPSIS_CHARACTERS = "ellipsis-characters"
    LINE_END_HYPHENS = "line-end-hyphens"
    ABBREVIATION_POINTS = "abbreviation-points"
    SPACES = "spaces"
    PUNCTUATION = "punctuation"
    CAPITALS = "capitals"
    COMPOUNDS = "compounds"
    STAGE_NOTES = "stage-notes"  # this and what follows: what a transcript was read without
    TIME_CODES = "time-codes"
    SPEAKER_LABELS = "speaker-labels"
    SAID_BETWEEN = "said-between"
    OTHER_TURNS = "other-turns"
    NOTE_MARKS = "note-marks"
    BOXES = "boxes"  # advertisements, links and pictures between two paragraphs
    RUNNING_MATTER = "running-matter"  # numbers of lines and pages, heads and feet


class EditMark(StrEnum):
    """What an editor owns up to a change with."""

    ELLIPSIS = "ellipsis"
    BRACKETS = "brackets"
    SIC = "sic"


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

    ONLY_IN_FOLDED = "only-in-folded"
    """The words stand only in a part of the page that is hidden until a script or its reader opens
    it.
    """

    WITHDRAWN = "withdrawn"
    """Some of the words are struck out at the source."""

    ONLY_IN_CORRECTION = "only-in-correction"
    """The words stand only where the page corrects itself."""

    ELLIPSIS_DROPS_NEGATION = "ellipsis-drops-negation"
    ELLIPSIS_DROPS_CONDITION = "ellipsis-drops-condition"
    """The words left out begin a clause that turns the meaning: but, unless, if, except."""

    BRACKETS_CHANGE_NEGATION = "brackets-change-negation"
    """The words in brackets have a negation that the words they stand for lack, or the other way
    round.
    """

    FRAGMENTS_REVERSED = "fragments-reversed"
    """The parts between ellipses stand in the source in another order."""

    TURNED_AFTER = "turned-after"
    """The words that follow in the source turn the quotation: but, unless, if, except, not, a unit.
    """

    TURNED_BEFORE = "turned-before"
    """The words before the quotation in its sentence turn it: 'I never said', 'if', 'four' of
    millions.
    """

    QUESTION = "question"
    """The source asks what the quotation states."""

    BROKEN_CHARACTERS = "broken-characters"
    """Characters are broken at the source; the words were compared with what they stand for."""

    TWO_SPEAKERS = "two-speakers"
    """The words are those of two speakers."""

    OTHER_NAME = "other-name"
    """At the source another name stands by the words; one of the two names was read from a pronoun.
    """

    AUTHORS_WORDS = "authors-words"
    """At the source nobody is quoted with the words: they stand in the prose of the page's author.
    """

    NAMESAKE = "namesake"
    """At the source somebody with the same last name and another first name says the words."""

    UNNAMED = "unnamed"
    """At the source somebody says the words whom it does not name, nor does it name the speaker."""

    FRAGMENTS_FAR_APART = "fragments-far-apart"
    """More words are left out at one ellipsis than a reader would expect."""

    CUT_SHORT = "cut-short"
    """The words shown end where the service cut them off."""
