"""Asking again for what was captured before: conditional requests (RFC 9110, 13)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from audit.capture.archive.digests import digest
from audit.capture.http.dates import http_date, warc_date
from audit.capture.http.exchange import Exchange, Profile, Request, Revisit
from audit.capture.http.wire import UnparsableError, parsed, payload_begin
from audit.model import Provenance

# RFC 9110, 8.8.3, without bytes beyond ASCII.
_ETAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{0,900}"')


def is_young(date: str | None, max_age: float) -> bool:
    """Whether a WARC-Date is at most ``max_age`` seconds ago. One in the future is not believed."""
    if max_age <= 0:
        return False
    age = datetime.now(UTC) - warc_date(date)
    # A minute is let pass: two machines' clocks differ by that much.
    return timedelta(seconds=-60) <= age <= timedelta(seconds=max_age)


@dataclass(frozen=True, slots=True)
class Prior:
    """An earlier capture of a URL that is to be asked for again."""

    exchange: Exchange

    def _conditions(self) -> Mapping[str, str]:
        """The headers that let a server answer 304; none where it gave nothing to go by."""
        earlier = self.exchange
        if earlier.failure is not None or earlier.cut is not None:
            return {}
        answer = parsed(earlier.response)
        if answer.status != 200:
            return {}
        conditions = {}
        etag = answer.headers.get("ETag", "").strip()
        if _ETAG.fullmatch(etag):
            conditions["If-None-Match"] = etag
        modified = answer.headers.get("Last-Modified", "").strip()
        if modified.isascii() and modified.isprintable() and http_date(modified) is not None:
            conditions["If-Modified-Since"] = modified
        return conditions

    def asked(
        self,
        request: Request,
        ask: Callable[[Request], Exchange],
    ) -> Exchange:
        """What a server answers to a request with the conditions of this capture added."""
        conditions = self._conditions()
        if conditions:
            request = replace(request, headers={**request.headers, **conditions})
        return self._settled(ask(request), conditional=bool(conditions))

    def _settled(self, now: Exchange, *, conditional: bool) -> Exchange:
        """What came; as a revisit where it repeats the earlier answer."""
        earlier = self.exchange
        if now.failure is not None or now.cut is not None:
            return now
        if earlier.failure is not None or earlier.cut is not None:
            return now
        try:
            status = parsed(now.response).status
        except UnparsableError:
            return now
        if conditional and status == 304:
            return replace(
                now,
                response=earlier.response,
                provenance=earlier.provenance,
                revisit=self._revisit(Profile.NOT_MODIFIED, now.response),
            )
        if earlier.provenance is not Provenance.OWN_RUN:  # what came now is the better evidence
            return now
        begin, before = payload_begin(now.response), payload_begin(earlier.response)
        payload = now.response[begin:]
        if not payload or payload != earlier.response[before:]:
            return now
        return replace(now, revisit=self._revisit(Profile.IDENTICAL, now.response[:begin]))

    def _revisit(self, profile: Profile, head: bytes) -> Revisit:
        earlier = self.exchange
        if earlier.revisit is not None:  # a revisit points to the answer itself
            return replace(earlier.revisit, profile=profile, head=head)
        return Revisit(
            profile,
            head,
            earlier.record_id,
            earlier.url,
            earlier.date or "",
            digest(earlier.response[payload_begin(earlier.response) :]),
        )
