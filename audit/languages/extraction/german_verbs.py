"""The forms of German verbs of saying, made from their infinitives."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple


class Verb(NamedTuple):
    """A form of a verb of saying: its infinitive, a bar behind a particle, and what form it is."""

    lemma: str
    is_finite: bool
    is_participle: bool
    is_subjunctive: bool = False


def verbs_of(
    lemmas: Iterable[str], strong: Mapping[str, str], inseparable: tuple[str, ...]
) -> dict[str, tuple[Verb, ...]]:
    """The readings of each form of these infinitives; ``strong`` has the forms of strong ones."""
    table: dict[str, list[Verb]] = {}
    for lemma in lemmas:
        for form, verb in _forms(lemma, strong, inseparable):
            readings = table.setdefault(form, [])
            if verb not in readings:
                readings.append(verb)
    return {form: tuple(readings) for form, readings in table.items()}


def _forms(
    lemma: str, strong: Mapping[str, str], inseparable: tuple[str, ...]
) -> Iterator[tuple[str, Verb]]:
    """The forms of an infinitive; those of a separable verb as they are written in one word."""
    particle, bar, base = lemma.rpartition("|")
    stem = base.removesuffix("en") if base.endswith("en") else base.removesuffix("n")
    if base in strong:
        present, past, participle = strong[base].split()
    else:
        joint = "e" if stem.endswith(("t", "d", "chn", "ffn", "gn", "dm", "tm", "dn")) else ""
        present, past = f"{stem}{joint}t", f"{stem}{joint}te"
        no_prefix = base.startswith(inseparable) or base.endswith("ieren")
        participle = f"{'' if no_prefix else 'ge'}{stem}{joint}t"
    plural = past + ("n" if past.endswith("e") else "en")
    for form in (present, past, plural, base):
        yield particle + form, Verb(lemma, is_finite=True, is_participle=False)
        if bar:  # the particle stands at the end of its clause
            yield form, Verb(lemma, is_finite=True, is_participle=False)
    first = f"{stem.removesuffix('el')}le" if base.endswith("eln") else f"{stem}e"
    subjunctive = Verb(lemma, is_finite=True, is_participle=False, is_subjunctive=True)
    yield particle + first, subjunctive
    if bar:
        yield first, subjunctive
    yield particle + participle, Verb(lemma, is_finite=False, is_participle=True)
