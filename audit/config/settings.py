"""What a run of the audit can be told."""

from dataclasses import dataclass, field

from audit.model import FetchSettings, Severity, Style


@dataclass(frozen=True, slots=True)
class Settings:
    """One run's settings; the defaults are what ``citeaudit check`` does untold.

    ``fail_on`` is the least severity of a finding that fails the run, None when none does.
    ``output_dir`` is the folder in which each article's reports get a folder of their own.
    """

    style: Style = Style.STRICT
    fail_on: Severity | None = Severity.ERROR
    fail_on_incomplete: bool = False
    output_dir: str = "reports"
    fetch: FetchSettings = field(default_factory=FetchSettings)
