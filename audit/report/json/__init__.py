"""``report.json``: a report as data, its schema, and the way back."""
