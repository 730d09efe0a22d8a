"""What an account tells beside the steps: the plan, what was asked for, what came of it.

All of it is read from what was pinned when the execution was accepted, so it is there for
those of earlier lives too, and in the shape that may be seen.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from homeassistant.core import HomeAssistant

from ..admission import Admission
from ..errors import RequestError
from ..journal.codec import encode
from ..journal.redaction import Redactor
from ..model.draft import Draft
from ..model.stored import ExecutionFilter, Sight, StoredExecution
from ..plan.outline import picture
from ..run.execution import Execution
from .history import History

_FORGOTTEN: Final = "what it was asked with is not readable any more"
_REPEATS: Final = 20
"""Repetitions that are named, the newest first."""

_SHOWN: Final = ("actions", "variables")


class Telling:
    """Tells what is behind an execution."""

    def __init__(
        self,
        hass: HomeAssistant,
        history: History,
        admission: Admission,
        find: Callable[[str], Execution | None],
    ) -> None:
        """``find`` knows executions of this life."""
        self._hass = hass
        self._journal = history.journal
        self._admission = admission
        self._find = find

    async def get(self, execution_id: str, sight: Sight | None) -> dict[str, Any]:
        """Return ``plan``, ``asked`` and ``repeated_by``; of others only what is seen.

        ``plan`` is None with a reason in ``plan_missing`` if it cannot be made any more.
        """
        stored = await self._journal.get(execution_id)
        if stored is None:
            return {"plan": None, "plan_missing": _FORGOTTEN, "asked": None}
        plan, missing = await self._plan(stored)
        return {
            "plan": plan,
            "plan_missing": missing,
            "asked": await self._asked(stored),
            "repeated_by": await self._repeated_by(stored, sight),
        }

    async def _plan(
        self, stored: StoredExecution
    ) -> tuple[dict[str, Any] | None, str | None]:
        given: Any = stored.source
        try:
            if (execution := self._find(stored.id)) is not None:
                drawn = picture(execution.plan)
                given = execution.pinned and execution.pinned.draft.actions
            else:
                drawn = await self._admission.picture(_draft(stored))
        except RequestError as error:
            return None, str(error)
        except KeyError, TypeError, ValueError:
            return None, _FORGOTTEN
        return await self._hass.async_add_executor_job(_seen, drawn, given), None

    async def _asked(self, stored: StoredExecution) -> dict[str, Any] | None:
        source = await self._journal.shown_source(stored.id)
        if not isinstance(source, Mapping):
            return None
        draft, request = source.get("draft") or {}, source.get("request") or {}
        shown = {name: draft.get(name) for name in _SHOWN if draft.get(name)}
        claim = source.get("claim") or {}
        return {
            "kind": request.get("kind"),
            "entity_id": draft.get("entity_id"),
            "agent": source.get("agent"),
            "claim": {k: v for k, v in claim.items() if v not in (None, [], {})},
            "given": request.get("variables") or {},
            **shown,
        }

    async def _repeated_by(
        self, stored: StoredExecution, sight: Sight | None
    ) -> list[str]:
        wanted = ExecutionFilter(
            repeat_of=stored.id, since=stored.created, sight=sight, limit=_REPEATS
        )
        return [one.id for one in (await self._journal.list(wanted)).items]


def _seen(drawn: dict[str, Any], asked: Any) -> dict[str, Any]:
    """Return a plan as it may be seen: an alias is a text, and may hold anything."""
    redactor = Redactor()
    given, _ = encode(asked)
    seen: dict[str, Any] = redactor.redact(drawn, redactor.redact(given).found).value
    return seen


def _draft(stored: StoredExecution) -> Draft:
    return Draft(**stored.source["draft"])
