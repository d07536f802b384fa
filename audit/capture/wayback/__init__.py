"""Copies of pages in the Wayback Machine: those there are, and those made on request."""
