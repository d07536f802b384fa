"""What names a finding from one run to the next, however the rest of the article is edited."""

import re
import unicodedata
from hashlib import sha256

from audit.model import Article, Attribution, Finding, Report
from audit.report.outline import credited
from audit.report.places import name_of

_NO_WORD = re.compile(r"[\W_]+")
_DIGITS = 32  # hexadecimal: 128 bits


def fingerprints(report: Report) -> tuple[str, ...]:
    """One for each finding: of its rule, its folded words, who says them, and the article's name.

    No line counts, so that a finding keeps its fingerprint when its paragraph moves. A finding on a
    source alone has the address in place of the words.
    """
    article = report.facts.article
    attributions = {check.attribution.id: check.attribution for check in report.facts.checks}
    addresses = {record.source.id: record.source.url for record in report.facts.sources}

    def fingerprint(finding: Finding) -> str:
        attribution = attributions.get(finding.attribution_id or "")
        if attribution is None:
            return _digest(finding.rule, addresses.get(finding.source_id or "", ""), "", article)
        words = " ".join(span.text for span in attribution.contents)
        return _digest(finding.rule, _folded(words), _speaker(attribution), article)

    return tuple(fingerprint(finding) for finding in report.findings)


def _speaker(attribution: Attribution) -> str:
    return _folded(credited(attribution))


def _folded(words: str) -> str:
    """The words alone: no typography, no case, no compatibility forms."""
    return _NO_WORD.sub(" ", unicodedata.normalize("NFKC", words).casefold()).strip()


def _digest(rule: str, words: str, speaker: str, article: Article) -> str:
    parts = "\0".join((rule, words, speaker, name_of(article).replace("\\", "/")))
    return sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
