"""From a report to files and screens: one escaping module, several formats."""
