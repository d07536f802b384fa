"""article-misread: the encoding of the article looks damaged, so quotations may be missed."""

from collections.abc import Iterator

from audit.markup.characters.misread import misread_words
from audit.model import Facts, Finding, Severity
from audit.model.counted import counted
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import quoted


def _find(facts: Facts) -> Iterator[Finding]:
    found = misread_words(facts.article.text)
    if found is None:
        return
    word, places = found
    yield RULE.finding(
        f"The encoding of the article's text looks damaged, as in {quoted(word)} ({counted(places, 'place')}):"
        " quotations may be missed, and differences be those of the damage. Export it again as UTF-8 from where"
        " it was written, or open it there and save it anew, and check it again."
    )


RULE = Rule(
    id="article-misread",
    summary="The encoding of the article's text looks damaged",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    help=(
        "A program took text in UTF-8 for Windows-1252 and saved it so: every mark and every letter with an accent"
        " became two or three signs. Quotation marks that are broken open no quotation, so most of the article may"
        " go unread. Save it anew as UTF-8 from the program in which it was written. Example: “donâ€™t” for"
        " “don’t”, “PayrÃ³” for “Payró”."
    ),
    links=("https://www.w3.org/International/questions/qa-what-is-encoding",),
    find=_find,
)
