"""The pages about a whole batch: which articles, the worst first, and totals over all of them.

``listed`` says what is kept of a report, ``totals`` adds up many in bounded memory; ``markdown`` is
one of the two pages, ``audit.report.html.batch`` the other.
"""
