"""What became of the entities that a run touched, with a mark for how well it went."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from homeassistant.core import HomeAssistant, State

from ..model.outcome import RunResult
from ..model.steps_log import StepRecord
from .aim import Aim
from .frame import Run

_FULL: Final = 100
_NOT_REACHED: Final = 60
_UNSEEN: Final = 20
_PER_RETRY: Final = 10
_SLOW: Final = 10
_SLOW_AFTER: Final = 5.0


@dataclass(slots=True, eq=False)
class Observation:
    """One entity, from the first call that touched it to the last."""

    before: State | None
    after: State | None = None
    attempts: int = 0
    seconds: float = 0.0
    reached: bool | None = None
    """What was expected was seen; None if nothing was expected."""


def observe(
    run: Run,
    record: StepRecord,
    aim: Aim | None,
    before: Mapping[str, State | None],
    seconds: float,
) -> None:
    """Note what became of the entities of one call that took so long."""
    for entity_id, state in before.items():
        seen = run.observed.setdefault(entity_id, Observation(state))
        seen.after = run.hass.states.get(entity_id)
        seen.attempts = max(seen.attempts, record.attempts)
        seen.seconds = max(seen.seconds, seconds)
        reached = _reached(run.hass, record, aim, entity_id)
        seen.reached = seen.reached if reached is None else reached


def _reached(
    hass: HomeAssistant, record: StepRecord, aim: Aim | None, entity_id: str
) -> bool | None:
    if aim is None or aim.is_elsewhere:
        return record.seen
    return None if aim.of(entity_id) is None else aim.is_met(hass, entity_id)


def quality(observation: Observation) -> tuple[int, list[str]]:
    """Return a mark from 0 to 100, and a reason for each thing that lowered it."""
    score, reasons = _FULL, []
    if observation.reached is False:
        score -= _NOT_REACHED
        reasons.append("the expected state was not reached")
    elif observation.reached is None:
        score -= _UNSEEN
        reasons.append("nothing was expected that could have been seen")
    if (retries := observation.attempts - 1) > 0:
        score -= min(retries * _PER_RETRY, 30)
        reasons.append(f"{observation.attempts} attempts were needed")
    if observation.seconds > _SLOW_AFTER:
        score -= _SLOW
        reasons.append(f"it took {observation.seconds:.1f} s")
    return max(score, 0), reasons


def observations(result: RunResult | None) -> dict[str, Any]:
    """Return state before and after, and the mark, of every touched entity."""
    seen: dict[str, Observation] = result.observed if result else {}
    return {entity_id: _as_dict(one) for entity_id, one in sorted(seen.items())}


def _as_dict(one: Observation) -> dict[str, Any]:
    score, reasons = quality(one)
    return {
        "before": _state(one.before),
        "after": _state(one.after),
        "attempts": one.attempts,
        "seconds": round(one.seconds, 4),
        "reached": one.reached,
        "quality": score,
        "reasons": reasons,
    }


def _state(state: State | None) -> dict[str, Any] | None:
    if state is None:
        return None
    return {"state": state.state, "attributes": dict(state.attributes)}
