"""What a language model may know and take back of the past: what it has asked for itself.

An execution of somebody else is answered as one that is not there.
"""

from collections.abc import Mapping
from typing import Any, Final

from ..archive.past import PastExecution, past
from ..archive.undoing import UndoRequest
from ..errors import ExecutionNotFoundError
from ..model.caller import Agent
from ..model.sender import Sender
from ..model.state import ENDED
from ..model.stored import StoredExecution
from ..model.undo import UndoWhat
from ..run.execution import Execution
from .advice import advised, bounded, steps_of
from .patience import Door, Patience
from .records import of_execution

type Answer = dict[str, Any]

_FINE: Final = frozenset({UndoWhat.WILL.value, UndoWhat.NOTHING.value})


class Own:
    """Looks up and takes back, for one who asks."""

    def __init__(self, door: Door, sender: Sender) -> None:
        """Answer this one."""
        self._door = door
        self._sender = sender

    async def look(self, execution_id: str) -> Answer:
        """Return how an execution stands; raise ``ExecutionNotFoundError``."""
        execution = await self._find(execution_id)
        question = self._door.gate.question_about(execution_id)
        told = of_execution(execution, question)
        account = execution.summary.as_dict()
        told |= {"name": execution.name, **steps_of(account)}
        if "response" in told:
            told["response"] = bounded(told["response"])
        return advised(told)

    async def undo(self, execution_id: str, patience: Patience) -> Answer:
        """Have an execution undone, if the gate lets that through.

        Raises ``ExecutionNotFoundError``, ``NothingToUndoError`` and what the gate says.
        """
        await self._find(execution_id)
        request = UndoRequest(
            context=self._sender.context,
            execution_id=execution_id,
            wait=False,
            agent=self._sender.agent,
            claim=self._sender.claim,
        )
        answer = await self._door.record.rollback(request)
        left = [_left(one) for one in answer["items"] if one["what"] not in _FINE]
        told: Answer = {"undoes": execution_id, "left": left}
        if (undo_id := answer.get("execution_id")) is None:
            return told | {"outcome": "rejected", "error": "There is nothing to undo."}
        undo = await patience.see(self._door.get(undo_id))
        question = self._door.gate.question_about(undo_id)
        return advised(told | of_execution(undo, question))

    async def _find(self, execution_id: str) -> Execution | PastExecution:
        found = await self._known(execution_id)
        if found is None:
            raise ExecutionNotFoundError(execution_id=execution_id)
        return found

    async def _known(self, execution_id: str) -> Execution | PastExecution | None:
        # In either case: who asks must not learn from the time that it takes.
        stored = await self._door.record.journal.get(execution_id)
        if stored is None or not self._is_own(stored):
            return None
        try:
            execution = self._door.get(execution_id)
        except ExecutionNotFoundError:
            return past(stored)
        # Of what has ended the row is right: a person may have decided about it since.
        return past(stored) if {execution.state, stored.state} <= ENDED else execution

    def _is_own(self, stored: StoredExecution) -> bool:
        if stored.user_id != self._sender.context.user_id:
            return False
        source = stored.source if isinstance(stored.source, Mapping) else {}
        return _same(source.get("agent"), self._sender.agent)


def _same(kept: Any, agent: Agent | None) -> bool:
    """Tell whether it is the same model, as far as Home Assistant tells them apart."""
    if not isinstance(kept, Mapping) or agent is None:
        return False
    return (kept.get("platform"), kept.get("assistant")) == (
        agent.platform,
        agent.assistant,
    )


def _left(item: Mapping[str, Any]) -> dict[str, Any]:
    keys = ("entity_id", "action", "what", "reason")
    return {key: item[key] for key in keys if item.get(key)}
