from audit.model import DiffOp, DiffRun
from audit.report.diff import WIDTH, diff_lines


def test_each_side_has_its_sign() -> None:
    runs = (
        DiffRun(DiffOp.EQUAL, "we will", "We will"),
        DiffRun(DiffOp.DELETE, "", "not"),
        DiffRun(DiffOp.REPLACE, "five", "six"),
        DiffRun(DiffOp.INSERT, "today", ""),
    )
    assert diff_lines(runs) == ("  we will", "+ not", "- five", "+ six", "- today")


def test_marked_differences_are_no_problem_lines() -> None:
    runs = (
        DiffRun(DiffOp.DELETE, "…", "and never", marked=True),
        DiffRun(DiffOp.REPLACE, "[she]", "the mayor", marked=True),
        DiffRun(DiffOp.INSERT, "[sic]", "", marked=True),
        DiffRun(DiffOp.DELETE, "", "and so on", marked=True),
    )
    assert diff_lines(runs) == (
        "! … → and never",
        "! [she] → the mayor",
        "! [sic]",
        "! (left out) → and so on",
    )


def test_long_runs_are_wrapped_between_words_and_lose_none() -> None:
    words = " ".join(f"word{number}" for number in range(200))
    lines = diff_lines((DiffRun(DiffOp.EQUAL, words, words),))
    assert max(map(len, lines)) <= WIDTH + 2
    assert " ".join(line[2:] for line in lines) == words
