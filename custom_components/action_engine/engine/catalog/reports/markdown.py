"""From figures to a report in Markdown. Which parts it has is decided by its kind."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from homeassistant.util import dt as dt_util

from ...model.quoting import quoted
from ...model.report import MOST_DENIALS, MOST_FAILURES, Figures, ReportKind, ReportWish
from ...model.state import ExecutionState

type Names = Mapping[str, str]
"""What people call policies, by id."""

type _Part = Callable[[Figures, Names], Iterator[str]]

LIMITS: Final = frozenset({"limits", "loops", "circuit", "pending_cap", "plan_caps"})
"""Rules by which something is too much."""

TITLES: Final[Mapping[ReportKind, str]] = {
    ReportKind.SUMMARY: "What was done",
    ReportKind.FAILURES: "What failed",
    ReportKind.AGENTS: "What was asked for under each policy",
    ReportKind.APPROVALS: "What people were asked",
}


def title(wish: ReportWish) -> str:
    """Return the title of a report, without markup."""
    return f"Action Engine: {TITLES[wish.kind]}"


def report_text(wish: ReportWish, figures: Figures, names: Names) -> str:
    """Return the whole report; times are those of the home."""
    since, until = (
        dt_util.as_local(one).strftime("%Y-%m-%d %H:%M")
        for one in (wish.since, wish.until)
    )
    lines = [f"# {title(wish)}", "", f"From {since} to {until}."]
    if wish.sight is not None:
        lines.append("Only what the reader may see is counted.")
    for part in _PARTS[wish.kind]:
        if found := list(part(figures, names)):
            lines += ["", *found]
    return "\n".join(lines) + "\n"


def _overall(figures: Figures, _names: Names) -> Iterator[str]:
    if not figures.total:
        yield "Nothing was asked for."
        return
    yield from ("## Executions", "", "| state | number |", "|---|---|")
    for state in ExecutionState:
        if number := figures.states.get(state.value):
            yield f"| {state.value} | {number} |"
    yield f"| **all** | **{figures.total}** |"
    if figures.success_rate is not None:
        yield ""
        yield f"Success rate: {figures.success_rate:g} %."


def _durations(figures: Figures, _names: Names) -> Iterator[str]:
    if (found := figures.durations) is None:
        return
    yield from ("## Durations", "")
    yield (
        f"{found.number} executions took {found.mean:.2f} s on average, half of them at "
        f"most {found.median:.2f} s, 95 % at most {found.p95:.2f} s, the longest "
        f"{found.longest:.2f} s."
    )


def _actions(figures: Figures, _names: Names) -> Iterator[str]:
    if not figures.actions:
        return
    yield from ("## Most frequent actions", "")
    yield from ("| action | executions | failed |", "|---|---|---|")
    for one in figures.actions:
        yield f"| {quoted(one.action)} | {one.executions} | {one.failed} |"


def _failures(figures: Figures, _names: Names) -> Iterator[str]:
    if not figures.failures:
        yield "Nothing failed."
        return
    failed = sum(figures.states.get(one, 0) for one in ("failed", "unknown"))
    yield from ("## Failures", "")
    if failed > MOST_FAILURES:
        yield f"The newest {MOST_FAILURES} of {failed}:"
        yield ""
    for one in figures.failures:
        at = dt_util.as_local(one.created).strftime("%Y-%m-%d %H:%M")
        reason = quoted(one.error or one.error_code or "nobody knows how it ended")
        yield f"- {at} **{quoted(one.name, 80)}** ({one.state.value}): {reason}"


def _policies(figures: Figures, names: Names) -> Iterator[str]:
    if not figures.policies:
        return
    yield from ("## Policies", "")
    yield "| policy | all | success | failed | denied | rejected | waiting |"
    yield "|---|---|---|---|---|---|---|"
    for policy, states in sorted(figures.policies.items()):
        name = quoted(names.get(policy, policy), 80) or "by the engine itself"
        numbers = [sum(states.values())]
        numbers += [states.get(one, 0) for one in _COLUMNS]
        yield f"| {name} | {' | '.join(map(str, numbers))} |"


_COLUMNS: Final = ("success", "failed", "denied", "rejected", "pending_approval")


def _denials(figures: Figures, _names: Names) -> Iterator[str]:
    if not figures.denials:
        return
    denied = figures.states.get("denied", 0)
    yield from ("## Denied", "")
    if denied > MOST_DENIALS:
        yield f"The newest {MOST_DENIALS} of {denied}:"
        yield ""
    for rule, number in figures.denials.items():
        limit = ", a limit was reached" if rule in LIMITS else ""
        yield f"- {number} by the rule {quoted(rule)}{limit}"


def _approvals(figures: Figures, _names: Names) -> Iterator[str]:
    if not figures.approvals:
        yield "Nobody was asked anything."
        return
    yield from ("## Questions", "", "| answer | number |", "|---|---|")
    for answer, number in sorted(figures.approvals.items()):
        yield f"| {quoted(answer)} | {number} |"


def _undone(figures: Figures, _names: Names) -> Iterator[str]:
    back = figures.states.get("rolled_back", 0)
    if figures.undos or back:
        yield from ("## Undone", "")
        yield f"{back} executions were set back, by {figures.undos} undos."


_PARTS: Final[Mapping[ReportKind, tuple[_Part, ...]]] = {
    ReportKind.SUMMARY: (
        *(_overall, _failures, _actions, _durations),
        *(_policies, _denials, _approvals, _undone),
    ),
    ReportKind.FAILURES: (_overall, _failures, _actions),
    ReportKind.AGENTS: (_policies, _denials, _approvals, _undone),
    ReportKind.APPROVALS: (_approvals, _denials),
}
