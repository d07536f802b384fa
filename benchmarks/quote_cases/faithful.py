"""Quotations that have their source's words: typography differs, or nothing does."""

import html
import random
import re
import unicodedata

from benchmarks.quote_cases.case import Derived, Passage, kind

_LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))


def _if_changed(quote: str, passage: Passage) -> str | None:
    return quote if quote != passage.text else None


def _in_words(rng: random.Random, passage: Passage, sign: str) -> str | None:
    """The passage with a sign inside some of its longer words."""
    pieces, done = [], 0
    for word in passage.words:
        if len(word.group()) >= 6 and word.group().isalpha() and rng.random() < 0.6:
            at = word.start() + rng.randrange(2, 4)
            pieces += [passage.text[done:at], sign]
            done = at
    return "".join([*pieces, passage.text[done:]]) if pieces else None


@kind("exact", "verbatim")
def _exact(_: random.Random, passage: Passage) -> str:
    return passage.text


@kind("straight quotation marks", "verbatim")
def _straight(_: random.Random, passage: Passage) -> str | None:
    text = re.sub("[“”„«»]", '"', passage.text)
    return _if_changed(re.sub("[‘’]", "'", text), passage)


@kind("curly apostrophes", "verbatim")
def _curly(rng: random.Random, passage: Passage) -> str | None:
    return _if_changed(passage.text.replace("'", rng.choice("’ʼ′`")), passage)


@kind("inner quotation marks", "verbatim")
def _inner(rng: random.Random, passage: Passage) -> str | None:
    left, right = rng.choice([("‘", "’"), ("«", "»"), ("„", "“"), ("'", "'"), ("‹", "›")])
    text = re.sub("[“„«]", left, passage.text)
    return _if_changed(re.sub("[”»]", right, text), passage)


@kind("dashes", "verbatim")
def _dashes(rng: random.Random, passage: Passage) -> str | None:
    text = re.sub(" [—–-] ", rng.choice([" – ", "—", " - ", " -- "]), passage.text)
    return _if_changed(re.sub(r"(?<=[a-z])-(?=[a-z])", "‑", text), passage)


@kind("spaces", "verbatim")
def _spaces(rng: random.Random, passage: Passage) -> str | None:
    return _if_changed(
        passage.text.replace(" ", rng.choice(["\u00a0", "  ", "\u202f", "\n", "\u2009"])), passage
    )


@kind("soft hyphens", "verbatim")
def _soft(rng: random.Random, passage: Passage) -> str | None:
    return _in_words(rng, passage, "\u00ad")


@kind("zero-width characters", "verbatim")
def _zero(rng: random.Random, passage: Passage) -> str | None:
    return _in_words(rng, passage, rng.choice("\u200b\u2060\ufeff\u200d"))


@kind("line-end hyphens", "verbatim")
def _hyphenated(rng: random.Random, passage: Passage) -> str | None:
    return _in_words(rng, passage, "-\n")


@kind("ligatures", "verbatim")
def _ligatures(_: random.Random, passage: Passage) -> str | None:
    text = passage.text
    for letters, ligature in _LIGATURES:
        text = text.replace(letters, ligature)
    return _if_changed(text, passage)


@kind("decomposed letters", "verbatim")
def _decomposed(_: random.Random, passage: Passage) -> str | None:
    return _if_changed(unicodedata.normalize("NFD", passage.text), passage)


@kind("decomposed source", "verbatim")
def _decomposed_source(_: random.Random, passage: Passage) -> Derived | None:
    parts = [passage.source[: passage.start], passage.text, passage.source[passage.end :]]
    before, text, after = (unicodedata.normalize("NFD", part) for part in parts)
    if text == passage.text:
        return None
    return Derived(passage.text, before + text + after, len(before), len(before) + len(text))


@kind("full-width forms", "verbatim")
def _full_width(_: random.Random, passage: Passage) -> str | None:
    text = re.sub("[0-9A-Z]", lambda found: chr(ord(found.group()) + 0xFEE0), passage.text)
    return _if_changed(text, passage)


@kind("entities left over", "verbatim")
def _entities(rng: random.Random, passage: Passage) -> str | None:
    text = html.escape(passage.text)
    if rng.random() < 0.5:
        text = re.sub("[’“”—–£€é]", lambda found: f"&#{ord(found.group())};", text)
    else:
        names = {"’": "rsquo", "“": "ldquo", "”": "rdquo", "—": "mdash", "£": "pound", "€": "euro"}
        text = re.sub("[’“”—£€]", lambda found: f"&{names[found.group()]};", text)
        text = text.replace(" ", "&nbsp;", 1)
    return _if_changed(text, passage)


@kind("entities in the source", "verbatim")
def _entities_source(_: random.Random, passage: Passage) -> Derived | None:
    text = passage.text.replace("'", "&#39;").replace("’", "&rsquo;").replace("“", "&quot;")
    if text == passage.text:
        return None
    source = passage.source[: passage.start] + text + passage.source[passage.end :]
    return Derived(passage.text, source, passage.start, passage.start + len(text))


@kind("final comma", "verbatim")
def _comma(rng: random.Random, passage: Passage) -> str:
    return passage.text + rng.choice([",", ".", "!", ",”", "…"])


@kind("marks around", "verbatim")
def _around(rng: random.Random, passage: Passage) -> str:
    left, right = rng.choice([("“", "”"), ('"', '"'), ("«\u00a0", "\u00a0»"), ("- ", "")])
    return f"{left}{passage.text}{right}"


@kind("case of the first letter", "verbatim")
def _first(_: random.Random, passage: Passage) -> str | None:
    return _if_changed(passage.text[0].swapcase() + passage.text[1:], passage)


@kind("commas dropped", "verbatim", languages=("en", "de", "fr", "es", "ru"))
def _commas(_: random.Random, passage: Passage) -> str | None:
    return _if_changed(re.sub(r",(?= [^\W\d])", "", passage.text), passage)


@kind("several folds", "verbatim")
def _several(rng: random.Random, passage: Passage) -> str | None:
    text = _in_words(rng, passage, "\u00ad")
    if text is None:
        return None
    text = unicodedata.normalize("NFD", re.sub("[“”]", '"', text.replace("'", "’")))
    for letters, ligature in _LIGATURES:
        text = text.replace(letters, ligature)
    return text[0].swapcase() + text[1:].replace(" ", "\u00a0", 2) + ","


@kind("a word or two", "verbatim", languages=("en",))
def _short(rng: random.Random, passage: Passage) -> Derived | None:
    words = [word for word in passage.words if len(word.group()) >= 7]
    singles = [word for word in words if passage.source.lower().count(word.group().lower()) == 1]
    if not singles:
        return None
    word = rng.choice(singles)
    start = passage.start + word.start()
    return Derived(word.group(), None, start, start + len(word.group()))


@kind("same words: capitals", "verbatim", languages=("en",))
def _capitals(rng: random.Random, passage: Passage) -> str | None:
    if len(passage.words) < 6:
        return None
    if rng.random() < 0.5:
        return passage.text.upper() if passage.text.isascii() else None
    words = [word for word in passage.words if len(word.group()) >= 7 and word.group().islower()]
    if not words:
        return None
    at = rng.choice(words).start()
    return passage.text[:at] + passage.text[at].upper() + passage.text[at + 1 :]


@kind("same words: compounds", "verbatim", languages=("en",))
def _compounds(rng: random.Random, passage: Passage) -> str | None:
    joint = rng.choice([" ", ""])
    text = re.sub(r"(?<=[a-z]{3})-(?=[a-z]{3})", joint, passage.text)
    return _if_changed(text, passage)


@kind("same words: a missing apostrophe", "verbatim", languages=("en",))
def _apostrophe(_: random.Random, passage: Passage) -> str | None:
    text = re.sub(r"(?<=[a-z]n)['’](?=t\b)", "", passage.text, count=1)
    if re.search(r"\b(?:wont|cant)\b", text):
        return None
    return _if_changed(text, passage)


@kind("same words: points of abbreviations", "verbatim", languages=("en",))
def _points(rng: random.Random, passage: Passage) -> Derived | None:
    if len(passage.words) < 8:
        return None
    word = rng.choice(passage.words[2:-2])
    name = rng.choice([("U.S.", "US"), ("N.H.S.", "NHS"), ("U. N.", "UN"), ("A.A.", "AA")])
    left, right = passage.text[: word.start()], passage.text[word.start() :]
    quoted, there = rng.sample(name, 2)
    text = f"{left}{there} {right}"
    source = passage.source[: passage.start] + text + passage.source[passage.end :]
    return Derived(f"{left}{quoted} {right}", source, passage.start, passage.start + len(text))


_NOISE = (
    "(APPLAUSE) ",
    "[crosstalk] ",
    "(Laughter.) ",
    "[inaudible] ",
    "(laughs) ",
    "(CROSSTALK) ",
)


def planted(passage: Passage, at: int, noise: str) -> Derived:
    """The passage as quotation; its source has noise before the word at an offset of the passage."""
    text = passage.text[:at] + noise + passage.text[at:]
    source = passage.source[: passage.start] + text + passage.source[passage.end :]
    return Derived(passage.text, source, passage.start, passage.start + len(text))


@kind("transcript: stage notes", "verbatim", languages=("en",))
def _stage(rng: random.Random, passage: Passage) -> Derived | None:
    if len(passage.words) < 8:
        return None
    return planted(passage, rng.choice(passage.words[2:-2]).start(), rng.choice(_NOISE))


@kind("split by 'she said' in the source", "verbatim", languages=("en",))
def _split(rng: random.Random, passage: Passage) -> Derived | None:
    if len(passage.words) < 10 or re.search('[“”‘"]', passage.text):
        return None
    word = rng.choice(passage.words[3:-3])
    said = rng.choice(
        ["she said", "Moreau added", "the mayor told reporters", "he wrote in a letter"]
    )
    spoken = planted(passage, word.start(), f"\b{said}, “")
    assert spoken.source is not None
    source = spoken.source.replace(" \b", ",” ", 1)
    return Derived(spoken.quote, source, spoken.start, (spoken.end or 0) + 1)


@kind("transcript: time codes", "verbatim", languages=("en",))
def _time_codes(rng: random.Random, passage: Passage) -> Derived | None:
    if len(passage.words) < 8:
        return None
    code = rng.choice(
        ["\n[00:12:41] ", "\n00:12:41\n", "\n00:01:02.000 --> 00:01:05.500\n", "\n[12:41]\n"]
    )
    return planted(passage, rng.choice(passage.words[2:-2]).start(), code)


def _labelled(
    rng: random.Random, passage: Passage, label: str, between: str = ""
) -> Derived | None:
    """The passage as quotation; its source names the speaker before it and again at a later sentence."""
    text = passage.text
    starts = [word.start() for word in passage.words if text[: word.start()].endswith(". ")]
    if not starts:
        return None
    at = rng.choice(starts)
    spoken = f"{text[:at]}\n{between}{label}{text[at:]}"
    before = f"{passage.source[: passage.start]}\n{label}"
    source = before + spoken + passage.source[passage.end :]
    return Derived(text, source, len(before), len(before) + len(spoken))


@kind("transcript: the same speaker's label again", "verbatim", languages=("en",))
def _labels(rng: random.Random, passage: Passage) -> Derived | None:
    return _labelled(rng, passage, rng.choice(["MS. DALTON: ", "Ruth Dalton: ", "DALTON: "]))


@kind("transcript: another's turn between", "verbatim", languages=("en",))
def _turns(rng: random.Random, passage: Passage) -> Derived | None:
    label, other = rng.choice([("MS. DALTON: ", "MR. KAY: "), ("Ruth Dalton: ", "Sam Kay: ")])
    turn = rng.choice(["Right.", "I see.", "Go on, please.", "Do you mean that?"])
    return _labelled(rng, passage, label, f"{other}{turn}\n")
