"""What people look at of the gate: its policies, what is left, what is stuck."""

from collections.abc import Iterable

from homeassistant.core import Context, callback

from ..errors import FloodedError
from ..gate.limits import overall
from ..gate.offering import may_ask_for
from ..model.approval import Approval, Grant
from ..model.circuit import Circuit
from ..model.named_action import NamedAction
from ..model.policy import Policy, PolicyStatus
from ..model.request import Request, Source, SourceKind
from ..model.standing import Figures, Left
from ..run.listeners import Listeners
from .ledger import Ledger, now
from .questions import Questions
from .ruling import Ruling, Rulings
from .scores import Scores


class Overview:
    """The side of the gate that changes nothing but the policies in force."""

    def __init__(self, rulings: Rulings, ledger: Ledger, scores: Scores) -> None:
        """Show these."""
        self._rulings = rulings
        self._ledger = ledger
        self._scores = scores
        self._changes: Listeners[[]] = Listeners()
        self._questions: Questions | None = None

    @property
    def policies(self) -> tuple[Policy, ...]:
        """The policies in force."""
        return self._rulings.policies

    async def offered(
        self, context: Context, actions: Iterable[NamedAction]
    ) -> list[NamedAction]:
        """Return the named actions that somebody may ask for at all."""
        nothing = Source(kind=SourceKind.ACTIONS, value=[])
        asking = Request(source=nothing, context=context)
        policy = await self._rulings.policy_for(asking)
        return [one for one in actions if may_ask_for(policy, one)]

    @callback
    def set_policies(self, policies: Iterable[Policy]) -> None:
        """Judge by these from now on, also what already runs."""
        self._rulings.set_policies(policies)
        self._changes.tell()

    def _count_verdict(self, ruling: Ruling) -> None:
        """Count a verdict; raise ``FloodedError`` if there were too many."""
        try:
            self._scores.judged(ruling.policy, ruling.verdict, now())
        except FloodedError:
            # Nothing is written down of it; who looks on has to hear of it here.
            self._changes.tell()
            raise

    def status(self, policy_id: str) -> PolicyStatus:
        """Return how a policy stands; one that is not there is off."""
        return self._rulings.policy(policy_id).status

    def usage(self, policy_id: str) -> Left:
        """Return what a policy lets through yet."""
        left = {
            limit.key.rpartition("/")[2]: self._ledger.windows.left(limit, now())
            for limit in overall(self._rulings.policy(policy_id))
        }
        return Left(hour_left=left.get("hour"), day_left=left.get("day"))

    def figures(self, policy_id: str) -> Figures:
        """Return what became of that which was asked for under a policy."""
        return self._scores.figures(policy_id)

    def circuits(self) -> list[Circuit]:
        """Return every circuit on which something has failed of late."""
        return list(self._ledger.circuits.list(now()))

    def question_about(self, execution_id: str) -> Approval | None:
        """Return the open question about an execution."""
        return None if self._questions is None else self._questions.about(execution_id)

    def is_asked(self, execution_id: str) -> bool:
        """Tell whether somebody can still answer the question about an execution."""
        return self.question_about(execution_id) is not None

    def pending(self) -> list[Approval]:
        """Return the questions that wait for an answer, the oldest first."""
        return [] if self._questions is None else self._questions.pending

    @property
    def panicked(self) -> bool:
        """Nobody who is not trusted is let in until somebody lifts it."""
        return self._ledger.panic is not None

    def grants(self) -> list[Grant]:
        """Return what people have allowed in advance and still counts."""
        return list(self._ledger.grants.list(now()))
