"""What phones are told: the engine's own words, and of the asker's only quotations."""

from collections.abc import Iterable, Mapping, Sequence
import re
from typing import Any, Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from .engine.engine import Execution
from .engine.model.approval import Approval
from .engine.model.impact import Risk
from .engine.model.steps_log import StepRecord, StepStatus

MOST_LINES: Final = 5
MOST_NAMES: Final = 4
MOST_LETTERS: Final = {"name": 60, "reasoning": 160}
"""Of what the asker has written; the panel shows all of it."""

_RISKS: Final = {risk.word: risk for risk in Risk}
_BAD: Final = frozenset({StepStatus.FAILED, StepStatus.FALLBACK})

_NOT_TO_BE_QUOTED: Final = re.compile(r"[^\w\s.,:;!?()/+%°€$=@#*'-]")
"""Quotation marks end a quotation, angle brackets are markup to a phone, and there are
characters that turn the direction of all that follows."""


def title_of(approval: Approval, policy: str) -> str:
    """Return what a question is about, in a few words."""
    return f"{_clean(policy)}: {approval.risk.word} risk"


def question_of(hass: HomeAssistant, approval: Approval) -> str:
    """Return what would happen, the riskiest first, and what the asker says of it."""
    impact = approval.verdict.get("impact") or {}
    steps = sorted(impact.get("steps", ()), key=_risk, reverse=True)
    until = dt_util.as_local(approval.expires).strftime("%H:%M")
    said = approval.claim.get("reasoning")
    return "\n".join(
        [
            *_bullets([_would(hass, step) for step in steps]),
            f"Named by the asker: {quoted(approval.name, 'name')}",
            *([f"The asker says: {quoted(str(said), 'reasoning')}"] if said else ()),
            f"Can be answered until {until}.",
        ]
    )


def deeds_of(hass: HomeAssistant, execution: Execution) -> list[str]:
    """Return what an execution has done, call by call."""
    records = [one for one in execution.recorder.log.records if one.attempts]
    return [_did(hass, record) for record in records]


def report_of(deeds: Mapping[str, int]) -> str:
    """Return what has run by itself, given how often."""
    lines = [
        deed if number == 1 else f"{deed}, {number} times"
        for deed, number in deeds.items()
    ]
    return "\n".join(_bullets(lines))


def quoted(text: str, kind: str) -> str:
    """Return what somebody has written who is not trusted, cut and on one line."""
    most = MOST_LETTERS[kind]
    clean = _clean(text)
    return f"“{clean}”" if len(clean) <= most else f"“{clean[:most].rstrip()}…”"


def _clean(text: str) -> str:
    return " ".join(_NOT_TO_BE_QUOTED.sub(" ", text).split())


def _would(hass: HomeAssistant, step: Mapping[str, Any]) -> str:
    whom = "everything" if step["everything"] else _names(hass, step["entity_ids"])
    what = _clean(str(step["action"]))
    if (tool := step.get("tool")) is not None:
        # Named by its server, or by the asker if there is no such tool.
        what = f"{what} {quoted(str(tool), 'name')}"
    return f"{what}: {whom}" if whom else what


def _did(hass: HomeAssistant, record: StepRecord) -> str:
    whom = _names(hass, record.targets)
    failed = " (failed)" if record.status in _BAD else ""
    what = _clean(record.action)
    return f"{what}: {whom}{failed}" if whom else f"{what}{failed}"


def _risk(step: Mapping[str, Any]) -> Risk:
    return _RISKS[step["risk"]]


def _bullets(lines: Sequence[str]) -> list[str]:
    shown = [f"• {line}" for line in lines[:MOST_LINES]]
    rest = len(lines) - MOST_LINES
    return [*shown, f"• and {rest} more"] if rest > 0 else shown


def _names(hass: HomeAssistant, entity_ids: Iterable[str]) -> str:
    names = [_name(hass, one) for one in entity_ids]
    rest = len(names) - MOST_NAMES
    more = [f"{rest} more"] if rest > 0 else []
    return ", ".join([*names[:MOST_NAMES], *more])


def _name(hass: HomeAssistant, entity_id: str) -> str:
    state = hass.states.get(entity_id)
    return _clean(entity_id if state is None else state.name)
