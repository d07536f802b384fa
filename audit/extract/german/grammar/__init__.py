"""German clauses by the place of their verbs: verb forms, noun phrases, subjects."""
