"""What people look at when they answer: grants, earlier answers, the actions themselves."""

from collections.abc import Callable

from homeassistant.core import callback

from ..archive.history import History
from ..errors import ApprovalNotFoundError
from ..model.approval import Approval, Grant
from ..model.stored import Sight
from ..run.listeners import Listeners, Unsubscribe
from .ledger import Ledger, now
from .overview import Overview
from .preparing import Preparing
from .proposal import Proposal, actions_of, as_yaml
from .ruling import Rulings
from .scores import Scores
from .waiting_room import WaitingRoom


class Looking(Overview):
    """The side of the gate for whoever answers, or has answered."""

    _history: History | None
    _room: WaitingRoom

    def __init__(
        self, rulings: Rulings, ledger: Ledger, scores: Scores, preparing: Preparing
    ) -> None:
        """Show these."""
        super().__init__(rulings, ledger, scores, preparing)
        self._revoked: Listeners[[]] = Listeners()

    def grants(self) -> list[Grant]:
        """Return what people have allowed in advance and still counts."""
        return list(self._ledger.grants.list(now()))

    @callback
    def revoke(self, grant_id: str) -> bool:
        """Take back what was allowed in advance; False if there is no such thing."""
        found = self._ledger.grants.revoke(grant_id)
        self._ledger.keep("grants", (grant_id,))
        self._tell_revoked()
        return found

    @callback
    def on_revoked(self, listener: Callable[[], None]) -> Unsubscribe:
        """Call the listener whenever something allowed in advance was taken back."""
        return self._revoked.add(listener)

    def _tell_revoked(self) -> None:
        self._revoked.tell()
        self._changes.tell()

    async def answers(self, sight: Sight | None, limit: int) -> list[Approval]:
        """Return the questions that were answered of late, as far as somebody sees them."""
        if self._history is None:
            return []
        found = await self._history.journal.answers(sight, limit)
        return sorted(found, key=lambda one: one.answered or one.asked, reverse=True)

    async def proposal(self, approval: Approval) -> Proposal:
        """Return what an open question is about, to be changed."""
        if self._history is None:
            raise ApprovalNotFoundError(approval_id=approval.id)
        pinned, begun = await self._room.asked_for(approval.execution_id)
        actions = actions_of(pinned)
        shown = self._history.journal.shown(actions, actions)
        return Proposal(
            text="" if shown is None else as_yaml(shown),
            hidden=shown != actions,
            begun=begun,
        )
