"""The figures and names of a statement."""
