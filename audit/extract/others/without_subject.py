"""What a verb without a subject tells of who says something, in languages that drop pronouns."""

from collections.abc import Sequence

from audit.extract.others.cue import Cue
from audit.extract.sentences import Token
from audit.languages.extraction.phrasebook import Phrasebook
from audit.model import Span


def is_anybody(tokens: Sequence[Token], cue: Cue, book: Phrasebook) -> bool:
    """Whether a plural verb means nobody in particular: 'отвечают из толпы'."""
    return tokens[cue.end - 1].low.endswith(book.impersonal_ends)


def is_of_several(tokens: Sequence[Token], cue: Cue, speaker: Span, book: Phrasebook) -> bool:
    """Whether a plural verb cannot be that of one person: '—¿Y usted? —le preguntaron'."""
    plural = (tokens[cue.start].low, tokens[cue.end - 1].low)
    if not book.drops_pronouns or not any(low.endswith(book.impersonal_ends) for low in plural):
        return False
    words = speaker.text.split()
    names = len(words) > 1 and all(word[0].isupper() for word in words)
    return names or words[0].lower() in book.masculine | book.feminine


def is_to_somebody(tokens: Sequence[Token], cue: Cue, book: Phrasebook) -> bool:
    """Whether a verb has whom it speaks to for its object: 'le reprochó'."""
    near = tokens[max(cue.start - 1, 0) : cue.end]
    return any(token.low in book.told_pronouns for token in near)
