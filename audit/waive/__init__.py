"""From findings to what counts of them: selection, severities, waivers, the baseline."""

from audit.waive.baseline import Baseline, baseline_text, read_baseline
from audit.waive.comments import Covering, nearest, read_comments
from audit.waive.fingerprint import article_id, path_id, with_fingerprints
from audit.waive.settle import Policy, settle

__all__ = [
    "Baseline",
    "Covering",
    "Policy",
    "article_id",
    "baseline_text",
    "nearest",
    "path_id",
    "read_baseline",
    "read_comments",
    "settle",
    "with_fingerprints",
]
