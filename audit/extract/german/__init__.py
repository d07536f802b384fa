"""The engine for German, which reads clauses by the place of their verbs and their mood."""
