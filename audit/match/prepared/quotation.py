"""A quotation made ready to be compared: folded once, its marks read once."""

from dataclasses import dataclass, field
from functools import cached_property

from audit.match.edited.marks import Marked, QuoteWord, may_have_marks, quote_words, read_marks
from audit.match.folding.fold import Folded, fold, has_words
from audit.match.passed_over.transcripts import blanked, without_reporting
from audit.match.prepared.source import split_words


@dataclass(frozen=True)
class Quotation:
    """The words of a quotation, without the marks around them; ``folded`` is made of them at once.

    ``written_in`` is the language of the article that they are from, where that is plain.

    The rest is worked out when it is first asked for; a cached property takes a lock (until Python
    3.12), so what is always needed or cheap is none. No slots: they live in the instance's
    dictionary.
    """

    text: str
    written_in: str | None = field(default=None, compare=False)
    folded: Folded = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", fold(self.text))

    @property
    def has_words(self) -> bool:
        """Whether anything can be compared: a letter or a digit."""
        return has_words(self.folded)

    @property
    def words(self) -> str:
        """The folded words, one space between them and none around."""
        return self.folded.words.strip()

    @cached_property
    def word_list(self) -> list[str]:
        """The folded words one by one, a character each in scripts without spaces."""
        return split_words(self.folded.words)

    @property
    def may_have_marks(self) -> bool:
        """Whether ellipses or brackets may stand in it: a quick look."""
        return may_have_marks(self.text)

    @cached_property
    def marked(self) -> Marked:
        """The literals and the editor's marks between them; round brackets are no marks."""
        return read_marks(self.text, self.folded)

    def marked_with_round(self, source: str) -> Marked:
        """The same, with round brackets as marks unless the source has the words in them."""
        return read_marks(self.text, self.folded, round_unless_in=source)

    @cached_property
    def marked_words(self) -> tuple[QuoteWord, ...]:
        """All words with their offsets in the text; a mark that stands for words is one of them."""
        return quote_words(self.marked, self.text)

    @cached_property
    def spoken(self) -> "Quotation":
        """The quotation without the stage notes and time codes of a transcript; offsets stay."""
        text = blanked(self.text)
        return self if text == self.text else Quotation(text)

    @cached_property
    def without_reporting(self) -> "Quotation":
        """The quotation without a clause that reports it inside: 'he said'; offsets stay."""
        text = without_reporting(self.text)
        return self if text == self.text else Quotation(text)
