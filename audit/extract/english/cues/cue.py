"""What a cue of an English sentence is."""

from enum import Enum
from typing import NamedTuple

from audit.extract.phrase import Phrase


class CueKind(Enum):
    """What a cue can carry."""

    SAY = "say"  # a quotation or a clause: 'said', 'told', 'warned'
    LABEL = "label"  # quoted words: 'called it', 'blasted'
    VIEW = "view"  # a clause that is held: 'believes that'
    POINT = "point"  # a noun phrase: 'point to the record'
    ACCORDING = "according"  # 'according to', and its subject on the right
    NOUN = "noun"  # 'a statement', with the possessor as subject
    COLON = "colon"  # 'Smith: “…”'


class Cue(NamedTuple):
    """Tokens ``start`` up to ``end`` say that ``subject`` says something.

    ``passive``: the subject is the agent behind 'by', which may follow later (``subject`` is None
    until then). ``inverted``: the subject stands on the right of the verb.
    """

    start: int
    end: int
    kind: CueKind
    lemma: str
    subject: Phrase | None
    passive: bool = False
    inverted: bool = False
