"""Processes that compute on what comes from outside, and can be ended at any moment.

A regular expression, a parser in C or a list that grows holds the interpreter: no thread can stop
it. So pages are read and compared in processes of their own, within bounds of time and memory.
``pool`` is the side that asks, ``serving`` the side that computes; between them go two pipes.
``bounded`` leaves out what a function fails over. No stage is known here.
"""

from audit.workers.bounded import WHOLE, Computation, GivenUp, compute, logged_end
from audit.workers.limits import Limits
from audit.workers.pool import Closed, Died, Failed, Task, Workers
from audit.workers.serving import Asker

__all__ = [
    "WHOLE",
    "Asker",
    "Closed",
    "Computation",
    "Died",
    "Failed",
    "GivenUp",
    "Limits",
    "Task",
    "Workers",
    "compute",
    "logged_end",
]
