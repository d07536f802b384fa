"""From a report to files and screens: one escaping module, formats imported by their names."""
