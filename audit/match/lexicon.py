"""Small closed lists of words that decide something, lower-case and as folded.

English is complete; German, French, Spanish and Russian have their commonest.
"""


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


NEGATIONS = _set(
    "not no never none nobody nothing nowhere neither nor cannot without hardly scarcely barely unable",
    "nicht kein keine keinen keiner keinem nie niemals nichts ohne",
    "ne pas jamais aucun aucune sans non nunca jamás sin ningún",
    "не нет ни никогда без",
)

CONDITIONS = _set(
    "but unless except if until provided",
    "aber wenn falls außer mais si sauf pero excepto но если",
)
"""Words that begin a clause which turns what was said before it."""

TURNS = _set("but unless except if", "aber außer falls mais sauf pero excepto salvo но если кроме")
"""Of these, the ones that turn the sentence before them when they come right behind a quotation."""

SMALL_WORDS = _set(
    "a an the and or but if of to in on at by for from with as is are was were be been am it its he she",
    "they we i you his her their our my your him them us me this that these those there here who which",
    "what when where how why not no nor so do does did has have had will would can could may might must",
    "shall should up down out off over into about after before than then now just very all any some",
)
"""Words too common to show that a passage is the one quoted."""

CAPITALS_MAKE_ANOTHER_WORD = _set("us it who aids un eu ice")
"""Words that name something else when written in capitals alone."""

CAPITAL_MAKES_ANOTHER_WORD = _set(
    "may march august polish turkey china apple bush brown will mark bill rose hope grace jack nice"
)
"""Words that name something else with a capital, unless it begins a sentence."""

HYPHEN_MAKES_ANOTHER_WORD = _set(
    "resign recover recreate recreation reform resent relay reserve recollect remark repress resort recount",
    "release represent recovered resigned reformed",
)
"""Closed words that mean something else than the same letters with a hyphen."""

APOSTROPHE_MAKES_ANOTHER_WORD = _set("were well ill shell hell wed id shed wont cant")
"""Words that mean something else without their apostrophe."""

ENGLISH_CONTRACTED_NOT = "n't"


def is_negation(word: str) -> bool:
    """Whether a folded word negates; contractions in -n't do."""
    lowered = word.lower()
    return lowered in NEGATIONS or lowered.endswith(ENGLISH_CONTRACTED_NOT)
