"""Formats for build servers: SARIF, JUnit, GitHub's annotations and job summary."""
