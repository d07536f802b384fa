"""The words that tell an article's layout: callouts, who asks and answers, what data show."""

from dataclasses import dataclass, fields
from functools import cache

from audit.languages.extraction.english import LANGUAGE
from audit.languages.folders import TEMPLATE, has, read
from audit.languages.schema import key

_FILE = "layout.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Words of one language by what they do, lower-cased; English ones stand in every press."""

    callouts: frozenset[str] = key(
        "Words that open a callout, before a colon: 'Note: …', 'Tip: …'; nobody says what follows."
    )
    asks: frozenset[str] = key("Labels before a question of an interview: 'Q: …', 'Moderator: …'.")
    answers: frozenset[str] = key("Labels before its answer where no name is given: 'A: …'.")
    interviews: frozenset[str] = key(
        "Words that introduce an interview: 'spoke with', 'in conversation', 'we asked'."
    )
    transcripts: frozenset[str] = key(
        "What gives an interview word for word, before its link: 'an edited transcript of [it](url)'."
    )
    addresses: frozenset[str] = key(
        "Words by which a question speaks to whom it is put: 'you', 'your'; none that say more."
    )
    oneself: frozenset[str] = key("Words by which an answer tells of who gives it: 'I', 'my'.")
    words_of: frozenset[str] = key("What belongs to who says what follows: 'In her words:'.")
    possessives: frozenset[str] = key("Whose such words are: 'her', 'their'.")
    own: frozenset[str] = key("What may stand between both: 'own', 'very'.")
    leads: frozenset[str] = key(
        "Verb forms, none of saying elsewhere, before a colon and somebody's words: 'held', 'ends'."
    )
    passages: frozenset[str] = key(
        "What of a document is shown below a line: 'the key passage', 'one sentence'."
    )
    there: frozenset[str] = key("Words for a place that say where words stand: 'there'.")
    pictures: frozenset[str] = key("What opens the credit of a picture: 'Photo: Lee', 'Foto: dpa'.")
    presents: frozenset[str] = key(
        "Words that show whose words stand below, by a name: 'Here’s Ann Lee on the cost:'."
    )
    credits: frozenset[str] = key(
        "Words before the source in a line by itself: 'Source: Reuters', 'Via: …'."
    )
    dated: frozenset[str] = key("Words before a date on a line of its own: 'Published 3 May 2024'.")
    data: frozenset[str] = key(
        "What a link may stand on that has the figures of its sentence: 'official figures', 'a study'."
    )
    shows: frozenset[str] = key("What such data do: 'figures show', 'a study found'; all forms.")
    names: frozenset[str] = key(
        "Verbs that say what somebody calls a thing: 'a piano that she calls “the box”'; all forms."
    )
    puts: frozenset[str] = key(
        "Verbs by which somebody says how much a thing is, all forms: 'puts the cost at £4m'."
    )
    puts_at: frozenset[str] = key("What stands before the figure behind such a verb: 'at'.")
    read_there: frozenset[str] = key(
        "What says of words, of nobody, that they stand in what was named before: 'it says there'.",
        reads=tuple[str, ...],
    )


@cache
def layout(language: str) -> Layout:
    """The words of an ISO 639-1 code, with those of English.

    A language without a file has these.
    """
    codes = dict.fromkeys(code for code in (language, LANGUAGE) if has(code, _FILE))
    found = [read(code, _FILE, Layout) for code in codes if code != TEMPLATE]
    names = [field.name for field in fields(Layout)]
    return Layout(**{name: frozenset().union(*(words[name] for words in found)) for name in names})
