"""How words stand at an outlet, and what its pages are beside stories."""

from enum import StrEnum


class Kind(StrEnum):
    """How an attribution's words stand at the outlet that the article names."""

    PLAIN = "as they stand"
    EDITED = "with an ellipsis"
    ALTERED = "a word changed by the article"
    OPAQUE = "under a title that says nothing"
    TWICE = "on two pages of the outlet"
    SAME_PAGE = "on the page of the article's first words"
    NOWHERE = "nowhere"
    ELSEWHERE = "at other outlets only"
    COMMENTS = "in readers' comments only"
    LATER = "on a page of six weeks later only"
    RELEASE = "in a press release that five outlets print"
    AGENCY = "in an agency's text under titles of the outlets' own"
    AMP = "on a page with an AMP twin"
    PRINT = "on a page with a version to print"
    TAGGED = "on a page, and in the teaser of it on a tag's page"
    TEASER = "in the teaser on a tag's page only"
    CORRECTED = "in the outlet's correction of them only"
    WALLED = "behind a wall"
    TRANSLATED = "on a page with a twin in another language"
    MOVED = "in a liveblog that has moved on"
    REWRITTEN = "on an earlier version of the page"
    RETITLED = "on a page, and edited on one under another title"
    CONFERENCE = "of a press conference that three outlets report"
    HALF = "on a page, and half of them on one of another day"
    HALF_ONLY = "half of them, on another day"
    QUOTED_BELOW = "quoted by a reader in a comment only"
    UNHEADED = "in a list of beginnings without headlines only"
    PAGED = "on the second page of an article"
    SYNDICATED = "on a page that calls another outlet's its original"
    SPLIT = "in two parts around who says them"
    OTHER_SPEAKER = "said by somebody else only"
    DENIED = "in a check of facts that denies them only"
    INTERVIEW = "as an answer of an interview"
    PULLED = "in a pull quote only, with a name below"
    RENAMED = "on a page whose address has changed"
    LIVE = "in a liveblog of thirty posts"
    STRUCK = "struck out, with a note"
    SATIRE = "in a column that makes them up"
    YEAR_BEFORE = "on a page of a year before only"
    GERMAN = "in German"

    @property
    def can_be_found(self) -> bool:
        """Whether a page of the named outlet is their source, and open to be read."""
        return self not in {
            *(Kind.NOWHERE, Kind.ELSEWHERE, Kind.COMMENTS, Kind.LATER),
            *(Kind.TEASER, Kind.CORRECTED, Kind.WALLED, Kind.MOVED, Kind.REWRITTEN),
            *(Kind.HALF_ONLY, Kind.QUOTED_BELOW, Kind.UNHEADED),
            *(Kind.OTHER_SPEAKER, Kind.DENIED, Kind.STRUCK, Kind.SATIRE, Kind.YEAR_BEFORE),
        }


KINDS = (
    *(Kind.PLAIN,) * 22, *(Kind.EDITED,) * 4, *(Kind.ALTERED,) * 3, *(Kind.OPAQUE,) * 3,
    *(Kind.TWICE,) * 2, *(Kind.NOWHERE,) * 3, *(Kind.ELSEWHERE,) * 3, *(Kind.COMMENTS,) * 2,
    *(Kind.LATER,) * 1,
    *(Kind.RELEASE, Kind.AGENCY, Kind.AMP, Kind.PRINT, Kind.TAGGED, Kind.TEASER),
    *(Kind.CORRECTED, Kind.WALLED, Kind.TRANSLATED, Kind.MOVED, Kind.REWRITTEN),
    *(Kind.RELEASE, Kind.AGENCY, Kind.TAGGED, Kind.TEASER, Kind.REWRITTEN),
    *(Kind.RETITLED, Kind.CONFERENCE, Kind.HALF, Kind.HALF_ONLY, Kind.QUOTED_BELOW) * 2,
    *(Kind.UNHEADED, Kind.PAGED, Kind.SYNDICATED, Kind.SPLIT, Kind.OTHER_SPEAKER, Kind.DENIED) * 2,
    *(Kind.INTERVIEW, Kind.PULLED, Kind.RENAMED, Kind.LIVE) * 2,
    *(Kind.STRUCK, Kind.SATIRE, Kind.YEAR_BEFORE) * 2,
)  # fmt: skip
"""The kinds of the attributions, as often as each comes."""


class Shape(StrEnum):
    """What a page is beside a story."""

    STORY = "a story"
    AGENCY = "an agency's text"
    AMP = "the AMP twin of a story"
    PRINT = "a story to print"
    TAG = "the page of a tag"
    CORRECTION = "a correction"
    WALL = "the beginning of a story, and an offer"
    SPANISH = "a story in Spanish"
    LIVEBLOG = "a liveblog"
    FIRST = "the first page of an article"
    SECOND = "the second page of an article"
    UNHEADED = "a list of beginnings"
    SYNDICATED = "a story that another outlet had first"
    SPLIT = "a story with a quotation in two parts"
    DENIAL = "a check of facts"
    INTERVIEW = "an interview"
    PULLED = "a story with a pull quote"
    LIVE = "a liveblog of thirty posts"
    STRUCK = "a story with words struck out"
    SATIRE = "a column of jokes"
    RENAMED = "a story under a new address"
    GERMAN = "a story in German"
