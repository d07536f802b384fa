"""What names a finding from one run to the next, however the rest of the article is edited."""

import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from audit.model import Article, Attribution, Facts, Finding

_NO_WORD = re.compile(r"[\W_]+")
_DIGITS = 32  # hexadecimal: 128 bits
_PIPED = "-"


def article_id(article: Article) -> str:
    """The path from the working directory, with slashes; the address of a fetched article; '-' when piped in."""
    if article.path is None:
        return article.url or _PIPED
    try:
        return Path(os.path.relpath(article.path)).as_posix()
    except ValueError:  # another drive
        return Path(article.path).as_posix()


def with_fingerprints(findings: Iterable[Finding], facts: Facts) -> tuple[Finding, ...]:
    """The findings with a fingerprint each: of rule, folded words, speaker as named there, and article.

    No line counts, so that a finding keeps its fingerprint when its paragraph moves; nor does how
    the article names the speaker elsewhere. A finding on a source alone has the address in place of
    words, one on the article alone its own words.
    Findings that are alike in all this share a fingerprint.
    """
    article = article_id(facts.article)
    attributions = {check.attribution.id: check.attribution for check in facts.checks}
    addresses = {record.source.id: record.source.url for record in facts.sources}

    def fingerprint(finding: Finding) -> str:
        attribution = attributions.get(finding.attribution_id or "")
        if attribution is None:
            address = addresses.get(finding.source_id or "", "")
            return _digest(finding.rule, address or _folded(finding.words or ""), "", article)
        words = finding.words or " ".join(span.text for span in attribution.contents)
        return _digest(finding.rule, _folded(words), _folded(_speaker(attribution)), article)

    return tuple(replace(finding, fingerprint=fingerprint(finding)) for finding in findings)


def _speaker(attribution: Attribution) -> str:
    if attribution.speaker is not None:
        return attribution.speaker.text
    if attribution.post is not None:
        return attribution.post.author or attribution.post.handle or ""
    return attribution.outlet.name if attribution.outlet is not None else ""


def _folded(words: str) -> str:
    """The words alone: no typography, no case, no compatibility forms."""
    return _NO_WORD.sub(" ", unicodedata.normalize("NFKC", words).casefold()).strip()


def _digest(*parts: str) -> str:
    joined = "\0".join(parts)
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
