"""What a project's file has set, as every format says it."""

from collections.abc import Sequence

from audit.model import ProjectSetting, Report
from audit.report.passages import clip

_LONGEST = 80  # characters of a value
_MOST = 40  # settings that are named


def project_settings(report: Report) -> str:
    """One line on what differs by the project's file; empty where nothing does."""
    return settings_line(report.settings)


def settings_line(settings: Sequence[ProjectSetting]) -> str:
    """The same of settings, each with what would hold without it."""
    if not settings:
        return ""
    told = [
        f"{clip(setting.key, _LONGEST)} = {clip(setting.value, _LONGEST)}"
        f" (instead of {clip(setting.instead_of, _LONGEST)})"
        for setting in settings[:_MOST]
    ]
    more = f" and {len(settings) - _MOST} more" if len(settings) > _MOST else ""
    where = ", ".join(dict.fromkeys(setting.where for setting in settings))
    return f"Set by the project ({clip(where, _LONGEST)}): {', '.join(told)}{more}"
