"""Exchanges as WARC records: written, found again, asked again, indexed and packed."""
