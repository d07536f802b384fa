"""What names a finding from one run to the next, however the rest of the article is edited."""

import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from audit.model import Article, Attribution, Facts, Finding

_NO_WORD = re.compile(r"[\W_]+")
_DIGITS = 32  # hexadecimal: 128 bits
_PIPED = "-"
_REPOSITORY = ".git"


def article_id(article: Article) -> str:
    """What a fingerprint calls an article: its path or its address; '-' when piped in.

    The path is from the root of the repository that the article lies in, so that it is the same
    from whichever folder a run is started; outside of any, from the working directory.
    """
    if article.path is None:
        return article.url or _PIPED
    return path_id(article.path)


def path_id(path: str) -> str:
    """The same of a path."""
    return path_from(path, _repository(path) or Path.cwd())


def path_from(path: str, folder: Path) -> str:
    """A path as it is called from a folder, with slashes."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return Path(path).as_posix()


def _repository(path: str) -> Path | None:
    """The root of the repository that a file lies in, as its path says: no link is followed."""
    for folder in Path(os.path.abspath(path)).parents:  # noqa: PTH100 — follows no link
        if os.path.lexists(folder / _REPOSITORY):
            return folder
    return None


def with_fingerprints(findings: Iterable[Finding], facts: Facts) -> tuple[Finding, ...]:
    """The findings with a fingerprint each: of rule, folded words, speaker as named, and article.

    No line counts, so that a finding keeps its fingerprint when its paragraph moves; nor does how
    the article names the speaker elsewhere. A finding on a source alone has the address in place of
    words, one on the article alone its own words.
    Findings that are alike in all this share a fingerprint.
    """
    found = tuple(findings)
    digests = digests_of(found, facts, article_id(facts.article))
    return tuple(
        replace(finding, fingerprint=digest) for finding, digest in zip(found, digests, strict=True)
    )


def digests_of(findings: Sequence[Finding], facts: Facts, article: str) -> tuple[str, ...]:
    """What names each finding in an article of that name; with an empty one, in any."""
    attributions = {check.attribution.id: check.attribution for check in facts.checks}
    addresses = {record.source.id: record.source.url for record in facts.sources}

    def digest(finding: Finding) -> str:
        attribution = attributions.get(finding.attribution_id or "")
        if attribution is None:
            address = addresses.get(finding.source_id or "", "")
            return _digest(finding.rule, address or _folded(finding.words or ""), "", article)
        words = finding.words or " ".join(span.text for span in attribution.contents)
        return _digest(finding.rule, _folded(words), _folded(_speaker(attribution)), article)

    return tuple(map(digest, findings))


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
