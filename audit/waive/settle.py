"""The one place where flags, settings, waivers and the baseline decide what counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from audit.model import Confidence, Facts, Finding, NamedWaiver, Severity, Waiver
from audit.waive.baseline import Baseline, Known
from audit.waive.comments import Covering
from audit.waive.fingerprint import with_fingerprints

_ORDER = tuple(Severity)
_SUREST = tuple(Confidence)
# Rules that tell more of what another told before: its waivers, and baselines with it, still cover
# them.
_FORMERLY = {"quote-not-in-cited": "source-unlinked"}


@dataclass(frozen=True, slots=True)
class Policy:
    """What a run is told of findings.

    ``select`` are the only rules that count (all when empty) and ``ignore`` those that do not.
    ``severities`` change those of rules, None turns one off; a rule that is selected by name counts
    all the same. Findings less sure than ``least_sure`` do not count. ``waivers`` are those of the
    settings, ``inline`` says whether comments count. ``today`` is the day (ISO 8601) on which
    waivers must still count, None for that of the newest capture.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    least_sure: Confidence = Confidence.LOW
    waivers: tuple[NamedWaiver, ...] = ()
    inline: bool = True
    baseline: Baseline = Baseline()  # noqa: RUF009 — frozen
    today: str | None = None


def settle(
    findings: Iterable[Finding],
    facts: Facts,
    covering: Sequence[Covering],
    policy: Policy,
    defaults: Mapping[str, Severity],
) -> tuple[Finding, ...]:
    """The findings that count, each with its fingerprint; the waived and the known are marked.

    Nothing here touches a verdict.

    Args:
        findings: All that the rules found, the gravest first.
        facts: What they were found in.
        covering: The waivers in the article's comments.
        policy: What the run is told. Without its ``today``, a waiver with an end counts.
        defaults: The severity of each rule.
    """
    selected = (
        replace(finding, severity=severity)
        for finding in findings
        if (severity := _severity(finding, policy, defaults)) is not None
    )
    named = with_fingerprints(selected, facts)
    waivers = _Waivers(facts, covering, policy)
    known = Known(policy.baseline, facts)
    settled = []
    for finding in sorted(named, key=lambda each: _ORDER.index(each.severity)):
        former = _former(finding, facts)
        kept = waivers.applied(finding, former)
        if kept.waiver is None and (known.has(kept) or (former is not None and known.has(former))):
            kept = replace(kept, severity=Severity.KNOWN, before=kept.severity)
        settled.append(kept)
    return tuple(settled)


def _former(finding: Finding, facts: Facts) -> Finding | None:
    """The finding as the rule would tell it that told it before, None where it is told as ever."""
    rule = _FORMERLY.get(finding.rule)
    if rule is None:
        return None
    return next(iter(with_fingerprints([replace(finding, rule=rule)], facts)))


def _severity(
    finding: Finding, policy: Policy, defaults: Mapping[str, Severity]
) -> Severity | None:
    """The severity of a finding, None where it or its rule does not count.

    The settings' severity stands for the rule's own. A finding that its rule takes more lightly
    stays as light: with ``quote-altered = "error"`` a change of style is still a note.
    """
    if finding.rule in policy.ignore or (policy.select and finding.rule not in policy.select):
        return None
    if _SUREST.index(finding.confidence) > _SUREST.index(policy.least_sure):
        return None
    wanted = policy.severities.get(finding.rule, finding.severity)
    if wanted is None:
        return finding.severity if finding.rule in policy.select else None
    if finding.severity is defaults.get(finding.rule):
        return wanted
    return max(finding.severity, wanted, key=_ORDER.index)


class _Waivers:
    """Finds the waiver of a finding: by its place in the article, or by its fingerprint."""

    def __init__(self, facts: Facts, covering: Sequence[Covering], policy: Policy) -> None:
        self._facts = facts
        self._today = policy.today
        self._by_place: dict[tuple[str, int], Waiver] = {}
        for covered in covering:
            for rule in covered.rules:
                self._by_place.setdefault((rule, covered.block), covered.waiver)
        self._by_name: dict[tuple[str, str], list[Waiver]] = {}
        for entry in policy.waivers:
            self._by_name.setdefault((entry.rule, entry.fingerprint), []).append(entry.waiver)
        self._attributions = {check.attribution.id: check.attribution for check in facts.checks}
        self._addresses = {record.source.id: record.source.url for record in facts.sources}
        self._citing: dict[str, list[int]] = {}
        for link in facts.article.links:
            self._citing.setdefault(link.url, []).append(link.start)
        for attribution in self._attributions.values():
            if attribution.url is not None and attribution.contents:
                self._citing.setdefault(attribution.url, []).append(attribution.contents[0].start)

    def applied(self, finding: Finding, former: Finding | None = None) -> Finding:
        """The finding, waived where somebody answers for it; where that has ended, it says so.

        ``former`` is the finding under the name that its rule had before.
        """
        ended = None
        for waiver in (*self._of(finding), *(() if former is None else self._of(former))):
            if not self._has_ended(waiver):
                return replace(
                    finding,
                    severity=Severity.WAIVED,
                    before=finding.severity,
                    waiver=waiver,
                    message=f"{finding.message} Waived ({_answers(waiver)}): {waiver.reason}",
                )
            ended = waiver
        if ended is None:
            return finding
        return replace(
            finding,
            message=f"{finding.message} The waiver in {ended.where} ended on {ended.until}.",
        )

    def _of(self, finding: Finding) -> Iterator[Waiver]:
        places = set(self._places(finding)) if self._by_place else ()
        covered = [self._by_place.get((finding.rule, place)) for place in sorted(places)]
        if covered and covered[0] is not None and None not in covered:
            yield covered[0]
        yield from self._by_name.get((finding.rule, finding.fingerprint), ())

    def _places(self, finding: Finding) -> Iterator[int]:
        """The blocks of a finding's words; of a source, all blocks that link to it."""
        attribution = self._attributions.get(finding.attribution_id or "")
        address = self._addresses.get(finding.source_id or "")
        if attribution is not None:
            spans = [span for span in attribution.contents if span.text == finding.words]
            for span in (spans or attribution.contents)[:1]:
                yield from self._block(span.start)
        elif address is not None:
            for start in self._citing.get(address, ()):
                yield from self._block(start)

    def _block(self, offset: int) -> Iterator[int]:
        number = self._facts.article.paragraph(offset)
        if number is not None:
            yield number - 1

    def _has_ended(self, waiver: Waiver) -> bool:
        """Days of one form are compared as text: an archive may have any for its captures'."""
        return waiver.until is not None and self._today is not None and waiver.until < self._today


def _answers(waiver: Waiver) -> str:
    """Where a waiver stands, who answers for it, and until when."""
    until = f"until {waiver.until}" if waiver.until is not None else None
    return ", ".join(word for word in (waiver.where, waiver.who, until) if word is not None)
