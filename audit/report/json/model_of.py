"""From the tree of ``report.json`` back to the nouns; the tree has been held to the schema."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from audit.model import (
    Archive,
    Article,
    Attribution,
    AttributionCheck,
    AttributionKind,
    Block,
    BlockKind,
    Capture,
    Caution,
    Confidence,
    DiffKind,
    DiffOp,
    DiffRun,
    EditMark,
    Fact,
    FactKind,
    Facts,
    Finding,
    Fold,
    Hop,
    HouseLine,
    Link,
    LinkRole,
    Missing,
    NotCompared,
    Outcome,
    Outlet,
    OutletKind,
    Page,
    Pairing,
    PartCheck,
    Place,
    Post,
    PrintedAs,
    ProjectSetting,
    Provenance,
    QuoteCheck,
    Report,
    Robots,
    Selector,
    Sentence,
    Severity,
    Source,
    SourceRecord,
    Span,
    Standing,
    Style,
    Verdict,
    Waiver,
    Weight,
    Zone,
)
from audit.report.json.article import origin_of
from audit.report.json.discovered import discovery_of, search_of

Tree = Mapping[str, Any]
_Noun = TypeVar("_Noun")


def report_of(tree: Tree) -> Report:
    """The report. Its pages have no text and its captures no body: parts carry their passages."""
    return Report(
        tool_version=tree["tool"]["version"],
        facts=Facts(
            _article(tree["article"]),
            tuple(_checked(check) for check in tree["attributions"]),
            tuple(_record(record) for record in tree["sources"]),
            untold=tuple(map(_untold, tree.get("untold", ()))),
        ),
        findings=tuple(
            Finding(
                finding["rule"],
                Severity(finding["severity"]),
                finding["message"],
                finding["attribution_id"],
                finding["source_id"],
                finding["words"],
                finding["fingerprint"],
                Waiver(**finding["waiver"]) if finding["waiver"] else None,
                Severity(finding["before"]) if finding["before"] else None,
                Confidence(finding["confidence"]),
            )
            for finding in tree["findings"]
        ),
        when=tree["when"],
        today=tree.get("today"),
        archives=tuple(
            Archive(archive["path"], archive["sha256"], int(archive["size"]), archive.get("cut"))
            for archive in tree["archives"]
        ),
        repeat=tuple(tree["repeat"]),
        style=Style(tree["style"]),
        house=tuple(_house_line(line) for line in tree.get("house", ())),
        settings=tuple(ProjectSetting(**setting) for setting in tree["settings"]),
        own=_or_none(_capture, tree["article"]["capture"]),
        pairings=tuple(
            Pairing(
                said["id"],
                Standing(said["standing"]),
                tuple(said["paired_with"]),
                tuple(said["candidates"]),
                bool(said.get("own_reporting")),
                tuple(said.get("quoted_beside", ())),
            )
            for said in tree["attributions"]
        ),
    )


def _article(tree: Tree) -> Article:
    lines = tree["lines"]
    return Article(
        text=tree["text"],
        blocks=tuple(
            Block(int(block["start"]), int(block["end"]), BlockKind(block["kind"]), block["group"])
            for block in tree["blocks"]
        ),
        links=tuple(
            Link(int(link["start"]), int(link["end"]), link["url"], LinkRole(link["role"]))
            for link in tree["links"]
        ),
        embeds=(),
        format=tree["format"],
        sha256=tree["sha256"],
        origin=None
        if lines is None
        else origin_of(
            (int(step["start"]), int(step["line"]), int(step["column"])) for step in lines
        ),
        title=tree["title"],
        byline=tree["byline"],
        published=tree["published"],
        language=tree["language"],
        path=tree["path"],
        url=tree["url"],
    )


def _checked(tree: Tree) -> AttributionCheck:
    return AttributionCheck(
        Attribution(
            id=tree["id"],
            kind=AttributionKind(tree["kind"]),
            contents=tuple(_span(span) for span in tree["contents"]),
            cue=_or_none(_span, tree["cue"]),
            speaker=_or_none(_span, tree["speaker"]),
            speaker_name=tree["speaker_name"],
            speaker_title=tree["speaker_title"],
            name_is_written=tree["name_is_written"],
            outlet=_or_none(_outlet, tree["outlet"]),
            outlet_span=_or_none(_span, tree["outlet_span"]),
            via=_or_none(_span, tree["via"]),
            url=tree["url"],
            post=_or_none(_post, tree["post"]),
            within=tree["within"],
            cited=tuple(tree["cited"]),
            inside=tree["inside"],
            facts=tuple(
                Fact(FactKind(fact["kind"]), _span(fact["span"])) for fact in tree.get("facts", ())
            ),
        ),
        Standing(tree["standing"]),
        Verdict(tree["verdict"]),
        _or_none(NotCompared, tree["reason"]),
        tuple(
            PartCheck(_check(part), part["source_id"], part["passage"]) for part in tree["parts"]
        ),
        tree["source_id"],
        tree["found_elsewhere"],
        tuple(tree["notes"]),
        tuple(
            Missing(Fact(FactKind(missing["kind"]), _span(missing["span"])), missing["nearest"])
            for missing in tree["missing"]
        ),
        tuple(Sentence(_place(sentence), sentence["text"]) for sentence in tree["closest"]),
        tuple(tree["searched"]),
        None if tree["search"] is None else search_of(tree["id"], tree["search"]),
    )


def _untold(tree: Tree) -> Attribution:
    return Attribution(
        tree["id"], AttributionKind.INDIRECT, tuple(_span(span) for span in tree["contents"])
    )


def _check(tree: Tree) -> QuoteCheck:
    return QuoteCheck(
        quote=tree["quote"],
        verdict=Verdict(tree["verdict"]),
        reason=_or_none(NotCompared, tree["reason"]),
        score=tree["score"],
        start=tree["start"],
        end=tree["end"],
        parts=tuple(_place(place) for place in tree["fragments"]),
        places=tuple(_place(place) for place in tree["places"]),
        zone=_or_none(Zone, tree["zone"]),
        diff=tuple(
            DiffRun(
                DiffOp(run["op"]),
                run["quote"],
                run["source"],
                run["marked"],
                DiffKind(run["kind"]),
                _or_none(Weight, run["weight"]),
            )
            for run in tree["diff"]
        ),
        folds=tuple(map(Fold, tree["folds"])),
        edits=tuple(map(_edit, tree["edits"])),
        cautions=tuple(map(Caution, tree["cautions"])),
        said_by=tree["said_by"],
        selector=_or_none(_selector, tree["selector"]),
        weight=_or_none(Weight, tree["weight"]),
    )


def _edit(name: str) -> EditMark | DiffKind:
    return EditMark(name) if name in set(EditMark) else DiffKind(name)


def _record(tree: Tree) -> SourceRecord:
    outlet = Outlet(tree["outlet"]) if tree["outlet"] is not None else None
    return SourceRecord(
        Source(
            id=tree["id"],
            url=tree["url"],
            words_at=tree["words_at"],
            standing=Standing(tree["standing"]),
            outlet=outlet,
            file=tree["file"],
            trail=_or_none(_capture, tree["trail"]),
            discovery=_or_none(discovery_of, tree["discovery"]),
            heard=tree["heard"],
        ),
        _capture({**tree, "url": tree["words_at"]}),
        _or_none(_page, tree["page"]),
    )


def _capture(tree: Tree) -> Capture:
    return Capture(
        url=tree["url"],
        outcome=Outcome(tree["outcome"]),
        final_url=tree["final_url"],
        hops=tuple(Hop(hop["url"], hop["status"], hop["record_id"]) for hop in tree["hops"]),
        status=tree["status"],
        content_type=tree["content_type"],
        sha256=tree["sha256"],
        record_id=tree["record_id"],
        fetched_at=tree["fetched_at"],
        archived_at=tree["archived_at"],
        saved_as=tree["saved_as"],
        canonical=tree["canonical"],
        robots=_or_none(Robots, tree["robots"]),
        provenance=_or_none(Provenance, tree["provenance"]),
        received_at=tree["received_at"],
        reason=tree["reason"],
        file=tree["file"],
    )


def _page(tree: Tree) -> Page:
    return Page(
        text="",
        blocks=(),
        title=tree["title"],
        language=tree["language"],
        whole=tree["whole"],
        why_not_whole=tree["why_not_whole"],
        sparse=tree.get("sparse", False),
    )


def _span(tree: Tree) -> Span:
    return Span(int(tree["start"]), int(tree["end"]), tree["text"])


def _outlet(tree: Tree) -> Outlet:
    return Outlet(
        tree["name"], tuple(tree["domains"]), tree["country"], _or_none(OutletKind, tree["kind"])
    )


def _post(tree: Tree) -> Post:
    return Post(
        tree["service"],
        tree["author"],
        tree["handle"],
        tree["date"],
        tree["permalink"],
        tree["truncated"],
        tuple(tree["links"]),
        tuple(tree["media"]),
    )


def _place(tree: Tree) -> Place:
    return Place(tree["start"], tree["end"], Zone(tree["zone"]))


def _selector(tree: Tree) -> Selector:
    return Selector(tree["exact"], tree["prefix"], tree["suffix"], tree["directive"])


def _or_none(make: Callable[[Any], _Noun], tree: Any) -> _Noun | None:
    return None if tree is None else make(tree)


def _house_line(line: Tree) -> HouseLine:
    return HouseLine(
        frozenset(map(DiffKind, line["kinds"])),
        bool(line["allowed"]),
        line["rule"],
        line["guide"],
        Weight(line["weight"]) if line["weight"] else None,
        frozenset(map(PrintedAs, line["printed"])),
    )
