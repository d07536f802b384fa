"""Ways to cite that were written before they were tried, and that nothing else is tied in.

The records are those of ``test_citing``; words behind '~' stand inside of what is read, and an item
``* | * | address`` allows any other words of that address. A text is right where each item is and
no words are tied to an address that no item of theirs has. The floors may only rise; ``-s`` prints
what is not right. At first sight 46 of the 60 texts of ``ninth`` were right; one more had words
that its items had forgotten, which are added. Of the 30 of ``tenth``, after what it showed was
mended, 25 were right; one more had forgotten words, and one a pull quote that repeats them. Of the
24 of ``eleventh``, on who goes on, 19 were right.
"""

from pathlib import Path

import pytest

from audit import extract, read_article
from audit.markup.addresses.canonical import canonical
from audit.model import Article, Attribution, AttributionKind
from audit.resolve.candidates import is_on_name
from tests.desk.build_word import word_file
from tests.extract.citing.test_citing import Citing, bare, has_speaker, plain, records_of

HERE = Path(__file__).parent
FLOORS = {"ninth": 53, "tenth": 29, "eleventh": 22}
_FORMATS = {"md": "markdown"}


def addresses(said: Attribution, article: Article) -> list[str]:
    given = list(said.cited)
    if not given and said.url is not None and not is_on_name(article, said):
        given = [said.url]
    if said.post is not None and said.post.permalink is not None:
        given.append(said.post.permalink)
    return [canonical(each) for each in given]


def is_of(words: str, said: Attribution) -> bool:
    wanted = bare(words.removeprefix("~ "))
    if words.startswith("~ ") or said.kind is AttributionKind.INDIRECT:
        return wanted in plain(said)
    return wanted == plain(said) or {wanted} == {bare(part.text) for part in said.contents}


def what_is_wrong(citing: Citing) -> list[str]:
    """The items that nothing is right for, and the words that are tied to what none has."""
    article = read_article(source(citing), format=_FORMATS.get(citing.form, citing.form))
    found = list(extract(article))
    wrong = []
    for words, speaker, address in citing.items:
        allowed = {each if each == "-" else canonical(each) for each in address.split(" / ")}
        right = words == "*" or any(
            has_speaker(said, speaker.split(" / "))
            and not allowed.isdisjoint(addresses(said, article)[:1] or ["-"])
            for said in found
            if is_of(words, said)
        )
        wrong += [] if right else [words]
    for said in found:
        if said.kind is AttributionKind.LINK:
            continue
        theirs = {
            canonical(each)
            for words, _, address in citing.items
            if words == "*" or bare(words) in plain(said) or plain(said) in bare(words)
            for each in address.split(" / ")
        }
        wrong += [f"tied: {plain(said)}" for url in addresses(said, article) if url not in theirs]
    return wrong


def source(citing: Citing) -> bytes:
    if citing.form == "docx":
        return word_file(f"Untitled\nNobody\n2026-05-04\n\n{citing.text}")
    return citing.text.encode() if citing.form == "text" else citing.source


@pytest.mark.parametrize("half", FLOORS)
def test_as_many_texts_as_before_are_tied_right(
    half: str, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {}
    citings = list(records_of(HERE / f"{half}.txt"))
    for citing in citings:
        if faults := what_is_wrong(citing):
            wrong[f"{citing.form} {citing.name}"] = faults
    capsys.readouterr()
    print(f"{half}: {len(citings) - len(wrong)} of {len(citings)} right")
    for name, faults in wrong.items():
        print(f"  {name}: {faults}")
    assert len(citings) - len(wrong) >= FLOORS[half]
