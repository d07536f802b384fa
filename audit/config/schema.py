"""The shapes of the two TOML files, as pydantic models; messages are made in ``files``."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from audit.config.settings import host_and_port
from audit.config.source_table import LAST_LINE, LONGEST_LINE, file_name, web_address
from audit.model import ArchiveUse, DiffKind, Discover, PrintedAs, Severity, Style, Weight
from audit.model.bounds import (
    DEADLINE,
    DELAY,
    DISCOVER_DAYS,
    DISCOVER_REQUESTS,
    DISCOVER_TIME,
    DISCOVER_TOTAL,
    MAX_BYTES,
    MAX_CPU,
    MAX_MEMORY,
    MAX_TIME,
    Bounds,
)

_Line = Annotated[
    str,
    StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=LONGEST_LINE),
]


_Path = Annotated[_Line, AfterValidator(file_name)]

_Name = Annotated[str, StringConstraints(max_length=100)]
_OfARule = Literal[Severity.ERROR, Severity.WARNING, Severity.NOTE]


class SourceTable(BaseModel):
    """One ``[[source]]`` of the sources file."""

    model_config = ConfigDict(extra="forbid")

    outlet: _Line | None = None
    speaker: _Line | None = None
    line: Annotated[int, Field(strict=True, ge=1, le=LAST_LINE)] | None = None
    url: Annotated[_Line, AfterValidator(web_address)] | None = None
    file: _Path | None = None
    heard: Annotated[bool, Field(strict=True)] | None = None


def _host_and_port(value: object) -> tuple[str, int]:
    if not isinstance(value, str):
        raise ValueError("not HOST:PORT")  # noqa: TRY004 — what pydantic takes for a wrong value
    return host_and_port(value)


_Base = Annotated[_Line, AfterValidator(web_address), AfterValidator(lambda url: url.rstrip("/"))]


class ServicesTable(BaseModel):
    """``[services]``: where the services are asked that stand beside the cited sites."""

    model_config = ConfigDict(
        extra="forbid", alias_generator=lambda field_name: field_name.replace("_", "-")
    )

    x_oembed: _Base | None = None
    x_syndication: _Base | None = None
    bluesky: _Base | None = None
    mastodon: _Base | None = None
    wayback: _Base | None = None


_Address = Annotated[_Line, AfterValidator(web_address)]


def _addresses(value: object) -> object:
    """One address as a list of it."""
    return (value,) if isinstance(value, str) else value


def _template(value: str) -> str:
    if "{query}" not in value or value.index("{") <= value.find("/", value.find("//") + 2):
        raise ValueError("no {query}, or the host is made of what is sent")
    return web_address(value.replace("{", "").replace("}", "")) and value


class SearchTable(BaseModel):
    """``[search]``: the user's own search service; see ``audit.model.SearchService``."""

    model_config = ConfigDict(
        extra="forbid", alias_generator=lambda field_name: field_name.replace("_", "-")
    )

    url: Annotated[_Line, AfterValidator(_template)]
    results: Annotated[str, StringConstraints(strict=True, max_length=200)] | None = None
    address: _Line | None = None
    title: _Line | None = None
    date: _Line | None = None
    summary: _Line | None = None
    key_env: Annotated[_Line, Field(pattern="^[A-Za-z_][A-Za-z0-9_]*$")] | None = None
    key_header: (
        Literal[
            "Authorization",
            "X-API-Key",
            "X-Subscription-Token",
            "Api-Key",
            "Ocp-Apim-Subscription-Key",
        ]
        | None
    ) = None
    key_prefix: Annotated[str, StringConstraints(strict=True, max_length=40)] | None = None
    phrase: Annotated[bool, Field(strict=True)] | None = None


class WaiveTable(BaseModel):
    """One ``[[waive]]`` of the settings."""

    model_config = ConfigDict(extra="forbid")

    rule: _Line
    fingerprint: Annotated[_Line, Field(pattern="^[0-9a-f]{32}$")]
    reason: _Line
    article: _Line | None = None
    who: _Line | None = None
    until: date | None = None


class HouseTable(BaseModel):
    """One ``[[house]]`` of the settings: a line on quotations."""

    model_config = ConfigDict(extra="forbid")

    kinds: frozenset[DiffKind] = frozenset()
    printed: frozenset[PrintedAs] = frozenset()
    allowed: Annotated[bool, Field(strict=True)]
    weight: Weight | None = None
    rule: _Line
    guide: Annotated[_Line, AfterValidator(web_address)] | None = None


def _within(bounds: Bounds) -> Any:
    """What pydantic holds a number to."""
    if bounds.above:
        return Field(strict=True, gt=bounds.least, le=bounds.most)
    return Field(strict=True, ge=bounds.least, le=bounds.most)


class SettingsTable(BaseModel):
    """The keys of ``citeaudit.toml`` in a project."""

    model_config = ConfigDict(
        extra="forbid", alias_generator=lambda field_name: field_name.replace("_", "-")
    )

    style: Style | None = None
    fail_on: _OfARule | Literal["never"] | None = None
    fail_on_incomplete: Annotated[bool, Field(strict=True)] | None = None
    output_dir: _Path | None = None
    severity: dict[_Name, _OfARule | Literal["off"]] | None = None
    deadline: Annotated[float, _within(DEADLINE)] | None = None
    max_bytes: Annotated[int, _within(MAX_BYTES)] | None = None
    max_time: Annotated[float, _within(MAX_TIME)] | None = None
    delay: Annotated[float, _within(DELAY)] | None = None
    obey_robots: Annotated[bool, Field(strict=True)] | None = None
    archive: Literal[ArchiveUse.NONE, ArchiveUse.MEMENTO] | None = None
    discover: Discover | None = None


class OwnSettingsTable(SettingsTable):
    """The keys of a settings file that the user names: what it opens, no project can."""

    allow_private: (
        tuple[Annotated[tuple[str, int], BeforeValidator(_host_and_port)], ...] | None
    ) = None
    max_cpu: Annotated[int, _within(MAX_CPU)] | None = None
    max_memory: Annotated[int, _within(MAX_MEMORY)] | None = None
    services: ServicesTable | None = None
    discover_requests: Annotated[int, _within(DISCOVER_REQUESTS)] | None = None
    discover_total: Annotated[int, _within(DISCOVER_TOTAL)] | None = None
    discover_time: Annotated[float, _within(DISCOVER_TIME)] | None = None
    discover_days: Annotated[int, _within(DISCOVER_DAYS)] | None = None
    sites: dict[_Name, Annotated[tuple[_Address, ...], BeforeValidator(_addresses)]] | None = None
    search: SearchTable | None = None
