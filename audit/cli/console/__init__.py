"""The three standard streams: the only place that prints."""
