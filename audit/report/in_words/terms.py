"""What each word of a comparison means: weights, zones, folds, marks, kinds of differences."""

from collections.abc import Mapping

from audit.model import (
    AttributionKind,
    Confidence,
    DiffKind,
    EditMark,
    Fold,
    Severity,
    Weight,
    Zone,
)

SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "A problem: the article and its source differ in what matters.",
    Severity.WARNING: "To check by hand: there may be a good reason for it.",
    Severity.NOTE: "Good to know; nothing need be done.",
    Severity.WAIVED: "Somebody answers for it, with a reason that the report gives; it fails no run.",
    Severity.KNOWN: "The baseline has it: it was there before, and fails no run.",
}
"""How much a finding matters."""

CONFIDENCES: Mapping[Confidence, str] = {
    Confidence.HIGH: "Words were compared, or a server said so.",
    Confidence.MEDIUM: "A page or a sentence was read for what it means.",
    Confidence.LOW: "Often there is a good reason for it.",
}
"""How often a finding like this one is one that an editor acts on."""

ATTRIBUTIONS: Mapping[AttributionKind, str] = {
    AttributionKind.DIRECT: "Quoted sentences.",
    AttributionKind.MIXED: "Quoted words inside a sentence of the reporter's.",
    AttributionKind.INDIRECT: "A statement that is reported without quotation marks.",
    AttributionKind.POST: "An embedded or pasted post.",
    AttributionKind.LINK: "A link with no words of anybody's.",
    AttributionKind.UNATTRIBUTED: "Quoted words with nobody named for them.",
}
"""How an article gives the words of somebody."""

WEIGHTS: Mapping[Weight, str] = {
    Weight.SERIOUS: "It may turn the meaning: a figure, a negation, a name, a word of content, the order.",
    Weight.MINOR: "A word of grammar, an ending, an intensifier, a hedge or a near synonym.",
    Weight.STYLE: "How speech is put on paper: a contraction, a filler, a spelling.",
}
"""How much an unmarked difference matters."""

ZONES: Mapping[Zone, str] = {
    Zone.MAIN: "The main text of the page.",
    Zone.HEADLINE: "A headline of the page.",
    Zone.CAPTION: "The caption of a picture.",
    Zone.EMBED: "A post of somebody else's that the page shows.",
    Zone.INSET: "A box in the text: a pull quote, a subheading, facts, a form or a list of links.",
    Zone.COMMENTS: "The readers' comments.",
    Zone.RELATED: "Links to other articles, with their headlines and teasers.",
    Zone.NAVIGATION: "Menus and other navigation.",
    Zone.STRUCTURED: "What the page says of itself as data, for programs.",
    Zone.FOLDED: "A part that is hidden until a script or the reader opens it.",
    Zone.WITHDRAWN: "Lines with words that are struck out.",
    Zone.HIDDEN: "Text that no reader of the page sees.",
}
"""The parts of a source page."""

FOLDS: Mapping[Fold, str] = {
    Fold.FIRST_LETTER: "The first letter is a capital on one side alone.",
    Fold.INVISIBLE_CHARACTERS: "Characters that no reader sees, such as soft hyphens.",
    Fold.QUOTATION_MARKS: "Quotation marks of another shape.",
    Fold.APOSTROPHES: "Apostrophes of another shape.",
    Fold.DASHES: "Dashes or hyphens of another length.",
    Fold.LIGATURES: "Letters that are printed as one sign, such as ﬁ.",
    Fold.COMPOSED_LETTERS: "Accents that are stored with their letter or behind it.",
    Fold.FULL_WIDTH_FORMS: "Letters and figures as wide as an East Asian sign.",
    Fold.ELLIPSIS_CHARACTERS: "An ellipsis of one sign or of three points.",
    Fold.LINE_END_HYPHENS: "Words that are parted at the end of a line.",
    Fold.ABBREVIATION_POINTS: "Points in abbreviations.",
    Fold.SPACES: "Spaces and line breaks.",
    Fold.PUNCTUATION: "Punctuation that leaves the words the same.",
    Fold.CAPITALS: "Capital letters that leave the words the same.",
    Fold.COMPOUNDS: "Words that are written as one, as two, or with a hyphen.",
    Fold.STAGE_NOTES: "Notes of a transcript, such as (APPLAUSE).",
    Fold.TIME_CODES: "Time codes of a transcript.",
    Fold.SPEAKER_LABELS: "The names of speakers before their words in a transcript.",
    Fold.SAID_BETWEEN: "Words that say who speaks, between two parts of a quotation.",
    Fold.OTHER_TURNS: "What another speaker says in between.",
    Fold.NOTE_MARKS: "The marks of footnotes.",
    Fold.BOXES: "Advertisements, links and pictures between two paragraphs.",
    Fold.RUNNING_MATTER: "Numbers of lines and pages, the heads and feet of pages.",
}
"""Differences that comparing passes over."""

EDITS: Mapping[EditMark, str] = {
    EditMark.ELLIPSIS: "An ellipsis marks that words are left out.",
    EditMark.BRACKETS: "Square brackets mark words that were put in or changed.",
    EditMark.SIC: "[sic] marks that the words stand so at the source.",
}
"""What an editor owns up to a change with."""

DIFFERENCES: Mapping[DiffKind, str] = {
    DiffKind.NEGATION: "A word that denies was put in, left out or changed: not, no, never.",
    DiffKind.NUMBER: "A figure, a unit, a sign or a currency is another.",
    DiffKind.MODAL: "A modal verb is another: may, must, should.",
    DiffKind.PRONOUN: "A pronoun is another.",
    DiffKind.NAME: "A name is another.",
    DiffKind.CONTENT: "A word that carries meaning is another.",
    DiffKind.CONTENT_DROPPED: "A word that carries meaning was left out.",
    DiffKind.CONTENT_PUT_IN: "A word that carries meaning was put in.",
    DiffKind.CLAUSE_DROPPED: "A clause was left out.",
    DiffKind.CLAUSE_PUT_IN: "A clause was put in.",
    DiffKind.ORDER: "The same words stand in another order.",
    DiffKind.SPLICE: "Passages that stand apart are joined.",
    DiffKind.INFLECTION: "A word has another ending.",
    DiffKind.NEAR_SYNONYM: "A word has nearly the same meaning.",
    DiffKind.FUNCTION_WORD: "A word of grammar is another.",
    DiffKind.FUNCTION_WORD_DROPPED: "A word of grammar was left out.",
    DiffKind.FUNCTION_WORD_PUT_IN: "A word of grammar was put in.",
    DiffKind.ARTICLE_DROPPED: "An article, the or a, was left out.",
    DiffKind.ARTICLE_PUT_IN: "An article, the or a, was put in.",
    DiffKind.CONJUNCTION_DROPPED: "A conjunction, and or but, was left out.",
    DiffKind.CONJUNCTION_PUT_IN: "A conjunction, and or but, was put in.",
    DiffKind.INTENSIFIER: "An intensifier is another: very, really.",
    DiffKind.INTENSIFIER_DROPPED: "An intensifier was left out.",
    DiffKind.INTENSIFIER_PUT_IN: "An intensifier was put in.",
    DiffKind.HEDGE: "A hedge is another: perhaps, I think.",
    DiffKind.HEDGE_DROPPED: "A hedge was left out.",
    DiffKind.HEDGE_PUT_IN: "A hedge was put in.",
    DiffKind.MISHEARD: "A machine may have misheard the words: there for their.",
    DiffKind.FILLER_DROPPED: "A filler was left out: um, you know.",
    DiffKind.FILLER_PUT_IN: "A filler was put in.",
    DiffKind.REPEAT_DROPPED: "A word that is said twice stands once.",
    DiffKind.FALSE_START_DROPPED: "A beginning that the speaker gave up was left out.",
    DiffKind.CONTRACTION: "Words are contracted on one side alone: do not, don't.",
    DiffKind.SPELLING: "A word is spelled in another way.",
    DiffKind.SPELLED_FIGURE: "A figure is written as a word on one side: 5, five.",
    DiffKind.PERCENT_SIGN: "A percent sign is written as a word on one side.",
    DiffKind.OKAY: "OK is spelled in another way.",
    DiffKind.MASKED: "Letters of an expletive are masked.",
}
"""What an unmarked difference changes."""
