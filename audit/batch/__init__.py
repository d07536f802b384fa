"""Several articles in one run: what was done already, and the processes that do the rest.

``run`` is where to begin: it hands articles to workers as they become free and yields what came of
each. ``work`` is what a worker does, ``ledger`` what is known from earlier runs, ``fingerprint``
what decides whether an article has changed since, ``kept`` the finished reports, read when they are
shown.
"""
