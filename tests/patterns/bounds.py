"""Patterns whose callers cut the text first, so that more than linear work is bounded: characters, at most."""

LONGEST = {
    ("audit.extract.posts.found", "_TAIL"): 400,  # _LONGEST_TAIL
    ("audit.extract.others.interruptions", "_NOUN_BEFORE"): 30,  # _REACH
    ("audit.capture.archive.index.cdxj", "_SESSIONS_IN_PATH"): 8192,  # _LONGEST
    ("audit.capture.archive.index.cdxj", "_SESSIONS_IN_QUERY"): 8192,
}
