"""What people look at of the gate: its policies, what is left, what is stuck."""

from collections.abc import Iterable
from typing import Any, Final

from homeassistant.core import Context, callback
from homeassistant.util import dt as dt_util

from ..errors import FloodedError, InvalidActionError, RequestDeniedError
from ..gate.limits import budget, overall
from ..gate.offering import may_ask_for
from ..model.approval import Approval
from ..model.caller import Agent
from ..model.circuit import Circuit
from ..model.impact import Asked
from ..model.named_action import NamedAction
from ..model.policy import Policy, PolicyStatus
from ..model.request import Request, Source, SourceKind
from ..model.standing import Figures, Left, Standing
from ..model.verdict import Decision
from ..run.listeners import Listeners
from .ledger import Ledger, now
from .preparing import Preparing
from .questions import Questions
from .ruling import Ruling, Rulings
from .scores import Scores

_CHOOSE: Final = "select.select_option"


class Overview:
    """The side of the gate that changes nothing but policies in force, and their modes."""

    def __init__(
        self, rulings: Rulings, ledger: Ledger, scores: Scores, preparing: Preparing
    ) -> None:
        """Show these."""
        self._rulings = rulings
        self._preparing = preparing
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
        return self._rulings.policy(policy_id).status_on(dt_util.now().date())

    async def standings(self, request: Request) -> tuple[Standing, ...]:
        """Return under which policies a request would be judged: all of them count."""
        return await self._rulings.standings(request)

    def usage(self, policy_id: str) -> Left:
        """Return what a policy lets through yet."""
        policy = self._rulings.policy(policy_id)
        left = {
            limit.key.rpartition("/")[2]: self._ledger.windows.left(limit, now())
            for limit in (*overall(policy), budget(policy))
            if limit is not None
        }
        return Left(
            hour_left=left.get("hour"),
            day_left=left.get("day"),
            budget_left=left.get("budget"),
        )

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

    async def owner_of(
        self, context: Context, action: str, agent: Agent | None = None
    ) -> Ruling:
        """Return under which policy the caller of one of our own actions stands.

        Raises ``RequestDeniedError`` if it does not let him do that without being asked
        about it; a run of the engine was asked about before. ``agent`` is the language
        model that speaks, where that is known.
        """
        asked = Asked(place="0", action=action)
        ruling = await self._rulings.of_own(context, asked, agent)
        if ruling.verdict.decision is Decision.ALLOW:
            return ruling
        reason = ruling.verdict.reason
        if ruling.verdict.decision is Decision.HOLD:
            reason = f"{reason} Call it within action_engine.run, so that people can be asked."
        raise RequestDeniedError(name=action, execution_id="", reason=reason)

    async def surroundings(self, request: Request) -> dict[str, Any]:
        """Return what named actions may know of whoever asks: where his mode is held."""
        standing = (await self.standings(request))[0]
        return {"mode_entity": self._preparing.mode_entity(standing.policy)}

    def mode(self, policy_id: str) -> str | None:
        """Return the mode of a policy that has one of its own, None if nobody knows it."""
        return self._ledger.modes.current(self._rulings.policy(policy_id))

    @callback
    def show_mode(self, policy_id: str, entity_id: str | None) -> None:
        """Take an entity for the one by which the mode of a policy is asked for."""
        if entity_id is None:
            self._preparing.mode_entities.pop(policy_id, None)
        else:
            self._preparing.mode_entities[policy_id] = entity_id

    async def choose_mode(self, policy_id: str, mode: str, context: Context) -> None:
        """Bring a policy with a mode of its own into another one.

        Raises ``InvalidActionError`` for one that it does not have, and
        ``RequestDeniedError`` for callers who are held by this very policy, or by any
        other one that is not trusted, and may not ask for that.
        """
        policy = self._rulings.policy(policy_id)
        if not policy.has_own_mode or mode not in policy.modes:
            expected = (
                f"one of {', '.join(policy.modes)}" if policy.modes else "no mode"
            )
            raise InvalidActionError("option", mode, expected)
        entity_id = self._preparing.mode_entities.get(policy_id, "")
        asked = Asked(
            place="0",
            action=_CHOOSE,
            entity_ids=(entity_id,),
            data={"option": mode},
        )
        ruling = await self._rulings.of_own(context, asked)
        if not ruling.policy.trusted and ruling.verdict.decision is Decision.DENY:
            reason = ruling.verdict.reason
            raise RequestDeniedError(name=_CHOOSE, execution_id="", reason=reason)
        self._ledger.modes.choose(policy_id, mode)
        self._ledger.keep("modes", (policy_id,))
        self._changes.tell()

    @property
    def panicked(self) -> bool:
        """Nobody who is not trusted is let in until somebody lifts it."""
        return self._ledger.panic is not None
