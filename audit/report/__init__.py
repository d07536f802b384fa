"""From a report to files and screens: one escaping module, several formats, each imported by its own name."""
