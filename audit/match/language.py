"""Tells when a quotation and a source are plainly in different languages; silent when in doubt."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

_COMMON = {
    "en": "the of and to in is that for it was with as on be are this have from by not or we they",
    "de": "der die und das ist nicht mit den von zu sich des ein eine auf für wir dem auch es im sie",
    "fr": "le la les et des est une dans que pour qui pas sur nous ce il avec du au sont vous par",
    "es": "el la los y que en las una por con del para es se no lo como más su al este pero",
    "ru": "и в не на что с по это как из у мы за от но для его они был к так же",
}
_SETS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SAMPLE = 2_000  # words of a page that are looked at
_FEWEST_HITS = 3
_CLEAR_LEAD = 2.0  # times as many common words as of any other language
_FEWEST_LETTERS = 12


def languages_differ(quote: Sequence[str], page: Sequence[str]) -> bool:
    """Whether two runs of folded words are, beyond doubt, in two scripts or two languages."""
    sample = page[:_SAMPLE]
    scripts = _scripts(quote), _scripts(sample)
    if sum(scripts[0].values()) >= _FEWEST_LETTERS and scripts[1]:
        main_script = scripts[0].most_common(1)[0][0]
        if scripts[1][main_script] < 0.02 * sum(scripts[1].values()):
            return True
    languages = _language(quote), _language(sample)
    return None not in languages and languages[0] != languages[1]


def _scripts(words: Sequence[str]) -> Counter[str]:
    """Letters by script, told by the first word of their Unicode name; kana and Han count as one."""
    counts: Counter[str] = Counter()
    for char, often in Counter("".join(words)).items():
        if char.isalpha():
            script = unicodedata.name(char, "OTHER").split(" ", 1)[0].split("-", 1)[0]
            counts["EAST ASIAN" if script in ("CJK", "HIRAGANA", "KATAKANA") else script] += often
    return counts


def _language(words: Sequence[str]) -> str | None:
    lowered = [word.lower() for word in words]
    hits = sorted(
        ((sum(word in common for word in lowered), name) for name, common in _SETS.items()),
        reverse=True,
    )
    (first, name), (second, _) = hits[:2]
    if first < _FEWEST_HITS or first < _CLEAR_LEAD * max(second, 1):
        return None
    return name
