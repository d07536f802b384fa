"""Captures found again among the records: in memory, on disk, and for other tools."""
