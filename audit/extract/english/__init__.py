"""The engine for English."""
