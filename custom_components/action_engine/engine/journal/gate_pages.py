"""The pages of the journal on which the gate writes."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import replace
from functools import partial
import time
from typing import Any

from homeassistant.core import callback

from ..model.approval import Approval
from ..model.stored import NotKept, Sight
from . import gate_queries
from .codec import encode
from .decoding import NotReadableError, decode
from .ops import Answered, Ask, Keep
from .payload import Payloads
from .writer import Writer

FULL = NotKept("the journal takes nothing more at this time")


class GatePages(ABC):
    """What a journal can do for the gate; in order with all else that it does."""

    _writer: Writer
    _payloads: Payloads

    @abstractmethod
    async def _read[T](self, query: Callable[..., T], *arguments: Any) -> T:
        """Return what a query gives, after all that was written down so far."""

    @callback
    def keep(self, kind: str, key: str, state: Any | None) -> NotKept | None:
        """Remember a state in place of the one of before; None: no more.

        A mapping with a number ``until``, in seconds since the epoch, is removed some
        time after that. Nobody but this journal can read it. The kind ``journal`` is
        taken.
        """
        plain, lost = encode(state)
        if not self._writer.put(Keep(kind, key, plain, int(time.time() * 1_000_000))):
            return FULL
        return None if lost is None else NotKept(lost)

    async def kept(self, kind: str) -> dict[str, Any]:
        """Return the states of a kind by their keys.

        None for one that cannot be read any more, since the key of the journal was lost
        or somebody else has written it: what it allowed or forbade, nobody knows.
        """
        return await self._read(gate_queries.kept, kind)

    async def durations(self, name: str) -> tuple[float, ...]:
        """Return how many seconds the last good runs of a name took, shortest first."""
        return await self._read(gate_queries.durations, name)

    @callback
    def approval_asked(self, approval: Approval) -> NotKept | None:
        """Write a new question down; what is secret in it is left out."""
        verdict, lost = encode(approval.verdict)
        claim, lost_claim = encode(approval.claim)
        # What is still in there may change before the writer gets to it.
        bare = replace(approval, verdict={}, claim={})
        if not self._writer.put(Ask(bare, verdict, claim)):
            return FULL
        lost = lost or lost_claim
        return None if lost is None else NotKept(lost)

    @callback
    def approval_changed(self, approval: Approval) -> NotKept | None:
        """Write down who has agreed, and what became of a question.

        What it is about never changes, and is not written again.
        """
        return None if self._writer.put(Answered(approval)) else FULL

    async def approvals(
        self,
        *,
        open_only: bool = True,
        execution_id: str | None = None,
        limit: int = 100,
    ) -> tuple[Approval, ...]:
        """Return questions, the newest first; all of one execution, or of everything."""
        query = partial(
            gate_queries.approvals,
            open_only=open_only,
            execution_id=execution_id,
            limit=limit,
        )
        return await self._read(query)

    async def answers(self, sight: Sight | None, limit: int) -> tuple[Approval, ...]:
        """Return the newest questions that were answered, as far as somebody sees them."""
        return await self._read(gate_queries.answers, sight, limit)

    def shown(self, value: Any, beside: Any = None) -> Any:
        """Return what may be seen of plain data: just what would be written of it.

        What is secret in ``beside`` is not seen in it either. None if it is too much.
        """
        (plain, lost), (other, _) = encode(value), encode(beside)
        if lost is not None:
            return None
        shown = self._payloads.shown(plain, self._payloads.secrets_in(other))
        try:
            return decode(shown)
        except NotReadableError:
            return None
