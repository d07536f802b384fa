"""The sentences of a source that share most of a statement's telling words."""

from itertools import islice

from audit.match.folding.fold import fold
from audit.match.prepared.source import Prepared
from audit.model import UNSEEN, Place, Sentence

_MOST_SENTENCES = 3


def closest_sentences(statement: str, source: Prepared) -> tuple[Sentence, ...]:
    """The sentences of a source that share most of a statement's telling words, best first."""
    small = source.vocabulary.small
    wanted = {word for word in fold(statement).words.lower().split() if word not in small}
    if not wanted:
        return ()
    text = source.page.text
    places = (
        Place(start, end, zone)
        for start, end in source.sentences.sharing(wanted)
        if (zone := source.zone(start)) not in UNSEEN
    )
    return tuple(
        Sentence(place, text[place.start : place.end]) for place in islice(places, _MOST_SENTENCES)
    )
