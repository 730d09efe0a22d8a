"""From figures to Markdown, whatever others have put into names and errors."""

from datetime import UTC, datetime
import re

from hypothesis import given, strategies as st
import pytest

from custom_components.action_engine.engine.catalog.reports.markdown import report_text
from custom_components.action_engine.engine.model.quoting import quoted
from custom_components.action_engine.engine.model.report import (
    ActionCount,
    Durations,
    Figures,
    ReportKind,
    ReportWish,
)
from custom_components.action_engine.engine.model.state import ExecutionState
from custom_components.action_engine.engine.model.stored import StoredExecution

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
NOTHING = Figures(
    states={},
    policies={},
    durations=None,
    actions=(),
    failures=(),
    denials={},
    approvals={},
    undos=0,
)
FULL = Figures(
    states={"success": 8, "failed": 2, "denied": 3, "rolled_back": 1},
    policies={"01A": {"success": 8, "failed": 2}, "": {"rolled_back": 1}, "gone": {}},
    durations=Durations(number=10, mean=1.5, median=1, p95=4, longest=5.25),
    actions=(ActionCount(action="light.turn_on", executions=7, failed=1),),
    failures=(
        StoredExecution(
            id="01",
            name="Lights | <b>",
            created=AT,
            state=ExecutionState.FAILED,
            error="[click](https://evil.example)\n# You won",
        ),
    ),
    denials={"limits": 2, "deny_list": 1},
    approvals={"approved": 4, "rejected": 1},
    undos=1,
)


def text(kind=ReportKind.SUMMARY, figures=FULL):
    """Return a report."""
    wish = ReportWish(kind=kind, since=AT, until=AT.replace(hour=18))
    return report_text(wish, figures, {"01A": "The *agents*"})


def test_a_summary_has_everything():
    """Counts, rate, failures, actions, times, policies, denials, answers, undos."""
    found = text()
    for one in (
        "| success | 8 |",
        "| **all** | **14** |",
        "Success rate: 80 %.",
        "| light.turn\\_on | 7 | 1 |",
        "1.50 s on average",
        "at most 1.00 s, 95 % at most 4.00 s, the longest 5.25 s",
        "| The \\*agents\\* | 10 | 8 | 2 | 0 | 0 | 0 |",
        "| by the engine itself | 1 |",
        "- 2 by the rule limits, a limit was reached",
        "- 1 by the rule deny\\_list\n",
        "| approved | 4 |",
        "1 executions were set back, by 1 undos.",
    ):
        assert one in found


@pytest.mark.parametrize("kind", ReportKind)
def test_every_kind_says_something_even_of_nothing(kind):
    """A period in which nothing happened is told as such."""
    found = text(kind, NOTHING)
    assert found.startswith("# Action Engine: ")
    assert found.endswith("\n")
    assert len(text(kind)) > len(found)


def test_kinds_tell_different_things():
    """Each what it is about."""
    assert "## Failures" in text(ReportKind.FAILURES)
    assert "## Policies" not in text(ReportKind.FAILURES)
    assert "## Failures" not in text(ReportKind.AGENTS)
    assert "## Questions" in text(ReportKind.APPROVALS)
    assert "## Executions" not in text(ReportKind.APPROVALS)


def test_e17_what_others_wrote_is_no_markup():
    """A name ends no cell, and an error is no heading and no link."""
    found = text()
    assert "Lights \\| \\<b\\>" in found
    assert "](http" not in found
    assert "\n# You won" not in found
    assert "https://" not in found


@given(st.text())
def test_e17_no_words_become_markup(words):
    """Every sign that means something has a backslash before it, and there is one line."""
    found = quoted(words, 10_000)
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_{}\[\]()#|<>!~&]", found)
    assert len(found.splitlines()) <= 1
    assert not re.search(r"(?i)(https?|www)[:.]", found)


def test_long_words_are_cut():
    """At a length that a line takes."""
    assert quoted("x" * 500) == "x" * 199 + "…"
