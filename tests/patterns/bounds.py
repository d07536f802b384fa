"""Patterns whose callers cut the text first, so that more than linear work is bounded: characters, at most."""

LONGEST = {
    ("audit.extract.posts.found", "_TAIL"): 400,  # _LONGEST_TAIL
    ("audit.extract.others.interruptions", "_NOUN_BEFORE"): 30,  # _REACH
    ("audit.extract.posts.service_lines", "declared"): 300,  # _LONGEST_SIGNATURE
    ("audit.extract.layout.boxes.shortcodes", "_ATTRIBUTE"): 600,  # of _ATTRIBUTES
    ("audit.read.notes.author_year", ".work"): 300,  # _LONGEST
    ("audit.read.notes.author_year", "initials"): 300,
    ("audit.capture.archive.index.cdxj", "_SESSIONS_IN_PATH"): 8192,  # _LONGEST
    ("audit.capture.archive.index.cdxj", "_SESSIONS_IN_QUERY"): 8192,
}
