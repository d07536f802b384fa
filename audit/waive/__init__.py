"""From findings to what counts of them: selection, severities, waivers, the baseline."""

from audit.waive.baseline import Baseline, baseline_text, read_baseline
from audit.waive.comments import Covering, nearest, read_comments
from audit.waive.settle import Policy, settle

__all__ = [
    "Baseline",
    "Covering",
    "Policy",
    "baseline_text",
    "nearest",
    "read_baseline",
    "read_comments",
    "settle",
]
