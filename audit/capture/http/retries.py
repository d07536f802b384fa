"""When to ask a server again, and when not to (stated for tenacity)."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_result,
    stop_after_attempt,
    stop_before_delay,
    wait_exponential,
)

from audit.capture.http.dates import http_date
from audit.capture.http.exchange import Cut, Exchange
from audit.capture.http.wire import parsed
from audit.model import NetworkFault

_PASSING_STATUSES = frozenset({429, *range(500, 600)} - {501, 505, 506, 508, 510, 511})
_PASSING_FAULTS = frozenset(
    {
        NetworkFault.CLOSED,
        NetworkFault.REFUSED_CONNECTION,
        NetworkFault.RESET,
    }
)
_back_off = wait_exponential(multiplier=0.25, max=4.0)


def asked_until_settled(
    ask: Callable[[], Exchange], retries: int, deadline: float, *, is_patient: bool = True
) -> Exchange:
    """The last of up to ``1 + retries`` exchanges: the first that asking again would not better.

    Without ``is_patient``, any answer is the last: only a connection that failed is made again.

    A server's Retry-After (RFC 9110, 10.2.3) is kept to. A wait that would outlast ``deadline`` (on
    ``time.monotonic()``) is not begun: the last answer then stands.
    """
    retrying = Retrying(
        retry=retry_if_result(_may_pass if is_patient else _has_failed),
        wait=_wait,
        stop=stop_after_attempt(1 + retries) | stop_before_delay(deadline - time.monotonic()),
        retry_error_callback=_last_result,
    )
    return retrying(ask)


def _has_failed(exchange: Exchange) -> bool:
    return exchange.failure is not None and exchange.failure.fault in _PASSING_FAULTS


def _may_pass(exchange: Exchange) -> bool:
    if exchange.failure is not None:
        return _has_failed(exchange)
    status = parsed(exchange.response).status
    is_cut = exchange.cut is Cut.DISCONNECT and 200 <= status < 300
    return is_cut or status in _PASSING_STATUSES


def _last_result(state: RetryCallState) -> Exchange:
    assert state.outcome is not None
    exchange: Exchange = state.outcome.result()
    return exchange


def _wait(state: RetryCallState) -> float:
    exchange = _last_result(state)
    asked_for = 0.0
    if exchange.failure is None:
        asked_for = _retry_after(parsed(exchange.response).headers.get("Retry-After", ""))
    return max(_back_off(state), asked_for)


def _retry_after(value: str) -> float:
    """Seconds from now that a Retry-After header names, as a number or as a date; else 0."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    moment = http_date(value)
    return 0.0 if moment is None else max((moment - datetime.now(UTC)).total_seconds(), 0.0)
