"""The sources of the sample: a redirect, a saved page, a blocked page, a post behind its embed."""

from audit.model import (
    Block,
    BlockKind,
    Capture,
    Hop,
    Outcome,
    Outlet,
    Page,
    PageBlock,
    Provenance,
    Source,
    SourceRecord,
    Standing,
    Zone,
)

GAZETTE = "https://gazette.example/tunnel"
COURIER = "https://courier.example/plan?id=7"
DEAD = "https://port-radio.example/water"
POST = "https://x.example/harbour/status/7"
EMBED = "https://publish.example/oembed?url=https%3A%2F%2Fx.example%2Fharbour%2Fstatus%2F7"

GAZETTE_TEXT = (
    "The mayor spoke for an hour. “We will not close the school in July,” she said. Lena Ortiz"
    " disagreed.\nNobody asked the fishermen, says Ada Brandt.\nA gift to the town"
)
COURIER_TEXT = (
    "The tunnel is late, costly and not needed by those who live there, and wanted by few."
)
POST_TEXT = "First load through the tunnel today, says the crew."


def line_blocks(text: str) -> tuple[Block, ...]:
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(start, start + len(line), BlockKind.PARAGRAPH))
        start += len(line) + 1
    return tuple(blocks)


def page(text: str, title: str, zone: Zone = Zone.MAIN) -> Page:
    blocks = tuple(PageBlock(block.start, block.end, zone) for block in line_blocks(text))
    return Page(text, blocks, title=title, language="en")


def sources() -> tuple[SourceRecord, ...]:
    gazette = Outlet("Harbour Gazette", ("gazette.example",))
    courier = Outlet("Bay Courier", ("courier.example",))
    return (
        SourceRecord(
            Source("s1", GAZETTE, GAZETTE, Standing.LINKED, gazette),
            Capture(
                url=GAZETTE,
                outcome=Outcome.CAPTURED,
                final_url="https://www.gazette.example/tunnel",
                hops=(Hop(GAZETTE, 301, "urn:uuid:00000000-0000-0000-0000-000000000001"),),
                status=200,
                content_type="text/html",
                sha256="b" * 64,
                record_id="urn:uuid:00000000-0000-0000-0000-000000000002",
                fetched_at="2025-03-03T08:00:00Z",
                provenance=Provenance.OWN_RUN,
                received_at="2025-03-01T07:00:00Z",
            ),
            page(GAZETTE_TEXT, "Mayor speaks"),
        ),
        SourceRecord(
            Source("s2", COURIER, COURIER, Standing.SUPPLIED, courier, file="saved/plan.html"),
            Capture(
                url=COURIER,
                outcome=Outcome.CAPTURED,
                final_url=COURIER,
                sha256="c" * 64,
                file="saved/plan.html",
            ),
            page(COURIER_TEXT, "The plan"),
        ),
        SourceRecord(
            Source("s3", DEAD, DEAD, Standing.LINKED, Outlet("Port Radio")),
            Capture(
                url=DEAD,
                outcome=Outcome.BLOCKED,
                final_url=DEAD,
                status=403,
                record_id="urn:uuid:00000000-0000-0000-0000-000000000003",
                fetched_at="2025-03-03T08:00:01Z",
                provenance=Provenance.OWN_RUN,
                received_at="2025-03-03T08:00:01Z",
            ),
        ),
        SourceRecord(
            Source(
                "s4",
                POST,
                EMBED,
                Standing.LINKED,
                trail=Capture(
                    url=POST,
                    outcome=Outcome.NEEDS_JAVASCRIPT,
                    final_url=POST,
                    hops=(Hop("https://t.example/a", 301),),
                    status=200,
                ),
            ),
            Capture(
                url=EMBED,
                outcome=Outcome.CAPTURED,
                final_url=EMBED,
                status=200,
                sha256="d" * 64,
                record_id="urn:uuid:00000000-0000-0000-0000-000000000004",
                fetched_at="2025-03-03T08:00:02Z",
                provenance=Provenance.GIVEN,
                received_at="2025-03-03T08:00:02Z",
            ),
            page(POST_TEXT, "Harbour crew (@harbour)"),
        ),
    )
