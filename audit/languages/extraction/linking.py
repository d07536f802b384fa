"""The words that tell for which words a link stands."""

from dataclasses import dataclass
from functools import cache

from audit.languages.folders import has, read
from audit.languages.schema import key

_FILE = "linking.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """The words that tell for which words a link stands."""

    documents: frozenset[str] = key(
        "What holds somebody's words, in all forms; a link on one stands for them: 'letter', 'study'."
    )
    document_ends: tuple[str, ...] = key(
        "Endings of such words, where a language joins nouns: '-brief', '-studie'."
    )
    parts: frozenset[str] = key(
        "Parts of a document and forms of it, before the word for 'of': 'on page 12 of "
        "[the report](url)'."
    )
    about: frozenset[str] = key(
        "A document behind one of these is what words are about, not where they stand: 'of', 'about'."
    )
    about_phrases: tuple[str, ...] = key("The same of two words: 'response to', 'named in'.")
    place_phrases: tuple[str, ...] = key(
        "Two words before the place of words whose second leads to what they are about: 'wrote under'."
    )
    gives: frozenset[str] = key(
        "Verbs before the document that somebody makes, all forms: 'published', 'gave'; behind others "
        "one is what words are about. Empty where the verb may stand elsewhere."
    )
    shown: frozenset[str] = key(
        "Verbs and participles by which a document gets to readers, all forms: 'a letter that was "
        "[read in court](url)'."
    )
    makes: tuple[str, ...] = key(
        "Groups of documents with the verbs by which somebody makes one, all forms: '[ruled](url)' is "
        "where 'the judgment' stands."
    )
    events: frozenset[str] = key(
        "Where somebody speaks: 'interview', 'hearing'; words of the next sentence are said there too."
    )
    possessives: frozenset[str] = key(
        "Whose a document is, all forms: 'his report' has what he says next: 'his', 'her', 'their'."
    )
    anaphors: frozenset[str] = key(
        "What stands for a document that the sentences before link to: 'it', 'the authors'."
    )
    speaking: frozenset[str] = key(
        "Participles and past forms of who speaks where a link leads: '[speaking on the radio](url)'."
    )
    either: frozenset[str] = key(
        "Pronouns that stand for a document as well as for a person, where a language has such: 'il'."
    )
    goes_on: frozenset[str] = key(
        "Verbs by which somebody says more on one occasion, all forms: 'added', 'continued'."
    )
    definite: frozenset[str] = key(
        "Articles before what an article has named already: 'the Courier', 'this report'."
    )
    citing: frozenset[str] = key(
        "Words of a note that only cites, beside its links; months too: 'source', 'via', 'see'."
    )
    decides: frozenset[str] = key(
        "Verbs of who settles, counts or shows something, in words that all are a link: 'ordered'."
    )
    institutions: frozenset[str] = key(
        "Words in the names of institutions: 'ministry', 'university'."
    )
    institution_ends: tuple[str, ...] = key(
        "Endings of such words, where a language joins nouns: '-ministerium', '-amt'."
    )
    particles: frozenset[str] = key(
        "Particles of verbs of saying that stand apart; a link on one is on its verb: 'an', 'mit'."
    )
    told_paper: tuple[str, ...] = key(
        "Says of an outlet named before that it was told words: 'told the paper', 'dem Blatt'."
    )


@cache
def linking(language: str) -> Linking:
    """The words of a language; none where its folder has no such file.

    Raises:
        LanguageError: The file lacks a key, or has one too many.
    """
    given = read(language, _FILE, Linking) if has(language, _FILE) else None
    if given is None:
        return Linking(
            documents=frozenset(),
            document_ends=(),
            parts=frozenset(),
            about=frozenset(),
            about_phrases=(),
            place_phrases=(),
            gives=frozenset(),
            shown=frozenset(),
            makes=(),
            events=frozenset(),
            possessives=frozenset(),
            anaphors=frozenset(),
            speaking=frozenset(),
            either=frozenset(),
            goes_on=frozenset(),
            definite=frozenset(),
            citing=frozenset(),
            decides=frozenset(),
            institutions=frozenset(),
            institution_ends=(),
            particles=frozenset(),
            told_paper=(),
        )
    return Linking(**given)
