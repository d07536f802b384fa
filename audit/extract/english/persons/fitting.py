"""Whom of those that a sentence mentions a pronoun may stand for."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from audit.extract.english.persons.named import Mention, Person, Rank
from audit.extract.sentences import Token
from audit.languages.extraction.english_small_words import small_words

_BEHIND = 4  # tokens from a pronoun to whom it speaks to: 'she has told him'


def fitting(mentions: Sequence[Mention], pronoun: str, rank: Rank) -> list[Person]:
    """The persons of one rank whom a pronoun may stand for, each once."""
    found: dict[str, Person] = {}
    for mention in mentions:
        if mention.rank is not rank:
            continue
        person = _one_of(mention.person, pronoun)
        told = person.pronoun or person.called
        if not person.is_group and told in {None, pronoun}:
            found.setdefault(person.name, person)
            if told is None and mention.owner == pronoun:  # 'Her coach, Lee, left. “…,” she said'
                found.setdefault("", person)
    return list(found.values())


def fits_better(mentions: Sequence[Mention], subject: Person, pronoun: str) -> bool:
    """Whether a sentence names another whom a pronoun fits as well as its subject, or better.

    Better: it is known to, and not to fit the subject. As well: both are named by their offices.
    """
    others = [each for each in fitting(mentions, pronoun, Rank.PASSING) if each is not subject]
    if subject.title is not None and any(each.title is not None for each in others):
        return True  # 'Minister Ann Lee called Senator Eva Roy. “It's over,” she said'
    if (subject.pronoun or subject.called) is not None:
        return False
    return any((each.pronoun or each.called) == pronoun for each in others)


def may_be_other(
    tokens: Sequence[Token], at: int, pronoun: str, person: Person, near: Iterable[Mention]
) -> bool:
    """Whether somebody may as well be whom another pronoun of the sentence stands for.

    'Lee gave the boy a choice. “I can't,” she told him': either may be Lee. ``near`` are those
    whom this sentence and the last ones mention.
    """
    if person.pronoun is not None or not speaks_of_two(tokens, at, pronoun):
        return False
    other = _other(pronoun)
    return not any(
        each.person is not person
        and not each.person.is_group
        and (each.person.pronoun or each.person.called) in {None, other}
        for each in near
    )


def speaks_of_two(tokens: Sequence[Token], at: int, pronoun: str) -> bool:
    """Whether a sentence has a pronoun of somebody else up to whom one of it speaks to."""
    others = _others()[pronoun]
    return any(token.low in others and token.quote < 0 for token in tokens[: at + _BEHIND])


def _other(pronoun: str) -> str:
    return next((each for each in small_words().one_person if each != pronoun), pronoun)


@cache
def _others() -> Mapping[str, frozenset[str]]:
    """The words that stand for somebody else than 'he', and than 'she': 'she', 'her'."""
    small = small_words()
    forms = {**small.owners, **small.objects, **{each: each for each in small.one_person}}
    return {
        each: frozenset(low for low, pronoun in forms.items() if pronoun != each)
        for each in small.one_person
    }


def _one_of(person: Person, pronoun: str) -> Person:
    """Who of those of one surname a pronoun may stand for, where it can be but one."""
    if not person.among:
        return person
    fits = [each for each in person.among if (each.pronoun or each.called) == pronoun]
    open_ = [each for each in person.among if (each.pronoun or each.called) is None]
    return fits[0] if len(fits) == 1 and not open_ else person
