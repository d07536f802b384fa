"""What is done with a report that is there already: verifying it, and asking its sources again."""

from audit.again.recheck import Recheck, recheck
from audit.again.verify import Verification, verify

__all__ = ["Recheck", "Verification", "recheck", "verify"]
