"""What becomes of executions while they are being undone, over restarts too."""

from collections.abc import (
    Awaitable,
    Callable,
    Iterable,
    Mapping,
    Sequence,
    Set as AbstractSet,
)
from functools import partial
import logging
from typing import Any, Final

from homeassistant.core import Context, HomeAssistant

from ..errors import EngineDisabledError
from ..model.notes import NoteKind
from ..model.pinned import undoes_of
from ..model.request import Request
from ..model.state import ENDED, MOVES, ExecutionState
from ..model.stored import ExecutionFilter, StoredExecution
from ..run.execution import Execution
from .history import History
from .origin import Origin
from .undoing import UNDOABLE, Undoing, UndoRequest

_LOGGER = logging.getLogger(__name__)

_S = ExecutionState

_MARKED: Final = UNDOABLE | {_S.ROLLING_BACK}

_DECIDED: Final = ENDED - {_S.UNKNOWN}

_AFTER: Final = {True: _S.ROLLED_BACK, False: _S.FAILED}
"""The state of an execution whose undo went well, or did not."""


class Undone:
    """Has executions undone, and marks them while they are and afterwards."""

    def __init__(
        self,
        hass: HomeAssistant,
        history: History,
        *,
        start: Callable[[Request, Origin], Awaitable[Execution]],
        find: Callable[[str], Execution | None],
    ) -> None:
        """``start`` runs a request, ``find`` knows the executions of this life."""
        self._hass = hass
        self._history = history
        self._start = start
        self._find = find
        self._undoing = Undoing(hass, history, self._undo)
        self._under_way: set[str] = set()
        """Executions that are marked as being undone, in this life."""

        self._sagas: set[str] = set()
        """Those of them whose undo was agreed to when they were let through."""

    async def rollback(self, request: UndoRequest) -> dict[str, Any]:
        """Undo executions, or show what an undo would do."""
        return await self._undoing.undo(request)

    async def take_back(self, execution_id: str, context: Context) -> None:
        """Undo an execution that has failed and wants that; it is marked so already."""
        self._under_way.add(execution_id)
        self._sagas.add(execution_id)
        request = UndoRequest(execution_id=execution_id, context=context)
        try:
            answer = await self.rollback(request)
        except EngineDisabledError:
            # It stays marked: the next life of the engine will see to it.
            _LOGGER.warning("Execution %s is undone after a restart", execution_id)
            return
        except Exception:
            self._end(execution_id, _S.FAILED)
            raise
        finally:
            self._sagas.discard(execution_id)
        if "execution_id" not in answer:
            # There was nothing to undo, or there is no way to.
            self._end(execution_id, _S.FAILED)

    def follow(self, undo: Execution) -> None:
        """Mark what is undone as soon as its undo, of an earlier life, has ended."""
        if undo.undoes:
            self._follow(undo, undo.undoes)

    def _follow(self, undo: Execution, ids: Iterable[str]) -> None:
        self._under_way.update(ids)

        async def follow() -> None:
            await undo.end()
            if undo.is_revived:
                marked = await self._those_in(_MARKED, undo.undoes)
                self._under_way.difference_update(set(undo.undoes) - marked)
            self._look(undo)

        name = f"action_engine undo {undo.undo_of}"
        self._hass.async_create_background_task(follow(), name)

    async def closed(self, undo: StoredExecution) -> None:
        """Mark what is undone when its undo ends without being run."""
        ids = undoes_of(undo)
        self._under_way.difference_update(ids)
        for execution_id in await self._those_in({_S.ROLLING_BACK}, ids):
            self._mark(execution_id, _S.ROLLING_BACK, _AFTER[bool(undo.success)])

    async def see_to(self, stored: StoredExecution) -> None:
        """See to it that an execution that is marked as being undone does not stay so.

        Its undo has ended, or goes on by itself; only that of a saga may not have begun.
        """
        undo = await self._undo_of(stored)
        if undo is None:
            context = Context(id=stored.parent_id, user_id=stored.user_id)
            self._hass.async_create_background_task(
                self.take_back(stored.id, context), f"action_engine undo {stored.id}"
            )
        elif undo.state in _DECIDED:
            await self.closed(undo)

    async def _undo_of(self, stored: StoredExecution) -> StoredExecution | None:
        """Return what undoes an execution, None if nothing does."""
        journal = self._history.journal
        events = reversed(await journal.events(stored.id))
        known = (str(one.data) for one in events if one.kind == NoteKind.UNDONE)
        if (undo_id := next(known, None)) is None:
            # It may have been accepted, and not have come to marking anything.
            page = await journal.list(ExecutionFilter(undo_of=stored.id, limit=1))
            undo_id = next((one.id for one in page.items), None)
        return None if undo_id is None else await journal.get(undo_id)

    async def _undo(
        self, request: Request, undone: Sequence[StoredExecution]
    ) -> Execution:
        marked = {
            one.id: one.state
            for one in undone
            if one.state in UNDOABLE or one.id in self._under_way
        }
        ids = tuple(one.id for one in undone)
        undo = await self._start(
            request,
            Origin(
                undoes=ids,
                saga=self._sagas.issuperset(ids),
                accepted=partial(self._begin, marked),
            ),
        )
        # Before whoever waited is answered.
        self._look(undo)
        return undo

    async def _those_in(
        self, states: AbstractSet[ExecutionState], ids: Iterable[str]
    ) -> set[str]:
        """Return those that are written down as being in one of the states."""
        rows = [await self._history.journal.get(one) for one in ids]
        return {row.id for row in rows if row is not None and row.state in states}

    def _begin(self, marked: Mapping[str, ExecutionState], undo: Execution) -> None:
        for execution_id, before in marked.items():
            self._history.undone_by(execution_id, undo.id)
            self._mark(execution_id, before, _S.ROLLING_BACK)
        self._follow(undo, marked)

    def _look(self, undo: Execution) -> None:
        if undo.is_ended and undo.state is not _S.UNKNOWN:
            good = undo.summary.success and not undo.recorder.log.failed
            for execution_id in undo.undoes:
                self._end(execution_id, _AFTER[good])

    def _end(self, execution_id: str, state: ExecutionState) -> None:
        if execution_id in self._under_way:
            self._under_way.remove(execution_id)
            self._mark(execution_id, _S.ROLLING_BACK, state)

    def _mark(
        self, execution_id: str, before: ExecutionState, after: ExecutionState
    ) -> None:
        """Note how far the undo of an execution is, of whichever life that is."""
        undone = self._find(execution_id)
        # One that a person has given up is unknown still to whoever ran it.
        is_known = undone is not None and _S.ROLLING_BACK in (undone.state, after)
        if undone is not None and is_known and after in MOVES[undone.state]:
            undone.move(after)
        else:
            self._history.undone(execution_id, before, after)
