"""The third part of the door: may it run, who is asked, and what people have answered."""

from collections.abc import Awaitable, Callable
import logging

from homeassistant.core import Context, HomeAssistant, callback
from homeassistant.util import dt as dt_util

from ..admission import Admission
from ..archive.history import History
from ..errors import ApprovalNotFoundError, JournalUnavailableError, RequestDeniedError
from ..gate.code import hash_code
from ..model.approval import Answer, Approval, Consent
from ..model.caller import Caller
from ..model.draft import Draft
from ..model.journal import JournalHealth
from ..model.leave import Permit
from ..model.notes import NoteKind
from ..model.options import EngineOptions
from ..model.plan import Plan
from ..model.policy import AGENTS, HOUSEHOLD
from ..model.request import Request, Source
from ..model.state import ExecutionState
from ..model.stored import OpenExecution
from ..model.verdict import Decision, Verdict
from ..run.execution import Execution
from ..run.guard import Held
from ..run.listeners import Listeners, Unsubscribe
from .approving import Approving, Start
from .callers import Callers
from .guarding import RunGuard
from .held_note import note_of
from .ledger import Ledger
from .looking import Looking
from .preparing import Preparing
from .proposal import actions_of
from .questions import Questions, quoted
from .ruling import Ruling, Rulings
from .scores import Scores, used_by
from .turnstile import Turnstile
from .waiting_room import WaitingRoom
from .weighing import Weigher

_LOGGER = logging.getLogger(__name__)

__all__ = ["Consent", "Gatekeeper", "OnApproval", "hash_code"]

type OnApproval = Callable[[Approval], None]
"""Hears of every question, of each who agrees, and of every answer."""


class Gatekeeper(Looking):
    """Stands at the gate as long as the engine lives."""

    def __init__(  # noqa: PLR0913 - what the gate has to know of the engine
        self,
        hass: HomeAssistant,
        admission: Admission,
        history: History | None,
        *,
        inherited: Callable[[str], Caller | None],
        take_up: Callable[[OpenExecution], Awaitable[None]],
        start: Start,
        cancel_all: Callable[[], int],
        find: Callable[[str], Execution | None],
    ) -> None:
        """Judge by the two policies that every home begins with.

        ``inherited`` returns on whose behalf an execution runs, ``take_up`` goes on with
        one from its notes, ``start`` runs a request, ``cancel_all`` ends all that runs
        and says how much it was, ``find`` knows the executions of this life.
        """
        journal = None if history is None else history.journal
        self._hass = hass
        self._admission = admission
        self._take_up = take_up
        self._cancel_all = cancel_all
        ledger = Ledger(journal)
        self._callers = Callers(hass, inherited)
        self._preparing = Preparing(hass, ledger, pending=self._count)
        self._turnstile = Turnstile(self._preparing, ledger)
        self.admitting = self._turnstile.admitting
        self._weigher = Weigher(hass, admission)
        rulings = Rulings(hass, self._callers, self._weigher, self._preparing, journal)
        super().__init__(rulings, ledger, Scores(), self._preparing)
        self._asked: Listeners[Approval] = Listeners()
        self._history = history
        self._options = EngineOptions()
        self._waiting: list[Unsubscribe] = []
        self._approving: Approving | None = None
        if history is not None:
            self._questions = Questions(hass, history.journal, changed=self._told)
            self._room = WaitingRoom(hass, history, admission, self._rulings, find=find)
            self._approving = Approving(
                hass,
                self._questions,
                self._callers,
                self._ledger,
                room=self._room,
                policy=self._rulings.policy,
                release=self._release,
                start=start,
            )
        self._rulings.set_policies((HOUSEHOLD, AGENTS))

    @callback
    def configure(self, options: EngineOptions) -> None:
        """Put other options in force."""
        self._options = options
        self._ledger.circuits.settings = options.circuits
        if self._approving is not None:
            self._approving.code_hash = options.approval_code

    async def open(self, options: EngineOptions) -> None:
        """Remember what an earlier life knew, unless it may have been told otherwise."""
        self.configure(options)
        try:
            await self._read()
        except JournalUnavailableError as error:
            _LOGGER.warning("Nobody who is not trusted is let in: %s", error)
            self._read_later()

    async def _read(self) -> None:
        await self._ledger.load()
        if self._questions is not None and self._history is not None:
            trusted = not self._history.journal.restored
            await self._questions.load(trusted=trusted)
        self._changes.tell()

    def _read_later(self) -> None:
        """Try again as soon as the journal is well."""
        journal = self._history.journal if self._history is not None else None
        if journal is None:
            return

        @callback
        def look(health: JournalHealth) -> None:
            if health.durable:
                self._wait_no_more()
                self._hass.async_create_task(self.open(self._options))

        self._waiting.append(journal.on_health(look))

    def _wait_no_more(self) -> None:
        while self._waiting:
            self._waiting.pop()()

    @callback
    def close(self) -> None:
        """Listen no more, and let go of all timers."""
        self._wait_no_more()
        self._ledger.keep_all()
        self._callers.close()
        self._rulings.close()
        if self._questions is not None:
            self._questions.stop()

    # What the engine asks.

    async def rule(self, request: Request, draft: Draft, plan: Plan) -> Ruling:
        """Return the verdict about a request."""
        ruling = await self._rulings.rule(request, draft, plan)
        self._count_verdict(ruling)
        if self._questions is None and ruling.verdict.decision is Decision.HOLD:
            raise RequestDeniedError(
                name=request.name or draft.name or "The request",
                execution_id="",
                reason="there is no journal to keep a question in",
            )
        return ruling

    async def assess(self, request: Request) -> Verdict:
        """Return the verdict about a request, with its impact; nothing comes of it."""
        draft, plan = await self._admission.plan(request.source, request)
        return await self._rulings.assess(request, draft, plan)

    def watch(self, execution: Execution, permits: tuple[Permit, ...] = ()) -> None:
        """Have the calls of an execution looked at, one by one, if it runs under leave."""
        pinned = execution.pinned
        if pinned is None or (leave := pinned.leave) is None:
            return
        policy = self._rulings.policy(leave.policy)
        if (most := policy.caps.seconds) is not None:
            execution.timeout = min(most, execution.timeout or most)
        execution.guard = RunGuard(
            leave,
            self._preparing,
            self._ledger,
            policy=self._rulings.policy,
            called=self._weigher.called,
            permits=permits,
        )

    def ask(self, execution: Execution, ruling: Ruling | None) -> None:
        """Ask people about an execution if it is held."""
        if (
            self._questions is None
            or ruling is None
            or execution.state is not ExecutionState.PENDING_APPROVAL
        ):
            return
        self._questions.ask(
            execution.id,
            execution.name,
            ruling.policy,
            ruling.caller,
            ruling.verdict,
            digest=ruling.digest,
            claim=quoted(execution.request.claim),
            beside=None if (pinned := execution.pinned) is None else actions_of(pinned),
        )

    def halted(self, execution: Execution) -> None:
        """Ask people about the call before which a run has halted."""
        result, pinned = execution.result, execution.pinned
        held = None if result is None else result.error
        if (
            not isinstance(held, Held)
            or pinned is None
            or pinned.leave is None
            or execution.memory is None
        ):
            return
        asked = self._weigher.called(held.path, held.order)
        execution.memory.write(held.path, NoteKind.HELD, note_of(asked))
        policy = self._rulings.policy(pinned.leave.policy)
        ruling = self._rulings.of_call(execution.id, policy, pinned.leave.caller, asked)
        self.ask(execution, ruling)

    def ended(self, execution: Execution) -> None:
        """Remember how an execution has ended."""
        pinned = execution.pinned
        if pinned is None or (leave := pinned.leave) is None:
            return
        self._scores.ended(leave.policy, execution.state)
        if execution.state is ExecutionState.SUCCESS:
            actions = used_by(execution)
            if self._ledger.first_uses.succeeded(leave.policy, actions):
                self._ledger.keep("first_uses", (leave.policy,))
        self._changes.tell()

    # What people do.

    async def approve(self, consent: Consent) -> Approval:
        """Take a person's yes; see ``Approving.approve``."""
        return await self._answering.approve(consent)

    async def reject(
        self, approval_id: str, context: Context, reason: str | None = None
    ) -> Approval:
        """Take a person's no."""
        return await self._answering.reject(approval_id, context, reason)

    async def replace(
        self, consent: Consent, source: Source
    ) -> tuple[Approval, Execution]:
        """Take a person's no, and run what he wants instead."""
        return await self._answering.replace(consent, source)

    @callback
    def withdraw(self, execution_id: str) -> bool:
        """Take a question back with what it was about; False if there is none."""
        questions = self._questions
        if questions is None or (about := questions.about(execution_id)) is None:
            return False
        questions.close(about, Answer.WITHDRAWN)
        return True

    def by_hand(self, context: Context) -> bool:
        """Tell whether a person acts himself, and nothing in his name."""
        return not self._callers.automated(context)

    async def may_answer(self, user_id: str | None, approval: Approval) -> bool:
        """Tell whether a user may answer a question."""
        user = (
            None if user_id is None else await self._hass.auth.async_get_user(user_id)
        )
        return await self._answering.may_answer(user, approval)

    async def panic_stop(self, context: Context) -> int:
        """End everything and let no agent in; return how many executions were ended."""
        at = dt_util.utcnow().isoformat()
        self._ledger.set_panic({"by": context.user_id, "at": at})
        for key in self._ledger.grants.revoke_all():
            self._ledger.keep("grants", (key,))
        ended = self._cancel_all()
        for approval in self.pending():
            self.withdraw(approval.execution_id)
        self._tell_revoked()
        await self._settled()
        return ended

    async def lift_panic(self, _context: Context) -> None:
        """Let requests in again."""
        self._ledger.set_panic(None)
        self._changes.tell()
        await self._settled()

    @callback
    def reset_circuit(self, key: str) -> None:
        """Close a circuit, whatever has failed; nothing if there is none."""
        self._ledger.keep("circuits", self._ledger.circuits.reset(key))
        self._changes.tell()

    @callback
    def on_change(self, listener: Callable[[], None]) -> Unsubscribe:
        """Call the listener whenever something that is told here may differ."""
        return self._changes.add(listener)

    @callback
    def on_approval(self, listener: OnApproval) -> Unsubscribe:
        """Call the listener with every question, and with every answer."""
        return self._asked.add(listener)

    @property
    def _answering(self) -> Approving:
        if self._approving is None:
            raise ApprovalNotFoundError(approval_id="without a journal")
        return self._approving

    def _count(self, policy: str) -> int:
        return 0 if self._questions is None else self._questions.count(policy)

    async def _release(self, approval: Approval, ruling: Ruling) -> None:
        try:
            with self._turnstile.counted(ruling):
                found = await self._room.release(approval, ruling)
        except RequestDeniedError as error:
            # The answer is used up: without this it would wait for one for ever.
            self._room.close(approval.execution_id, Answer.EXPIRED, str(error))
            raise
        await self._take_up(found)

    def _told(self, approval: Approval) -> None:
        answer = approval.answer
        if answer in (Answer.EXPIRED, Answer.WITHDRAWN):
            self._room.close(approval.execution_id, answer, approval.notes)
        self._asked.tell(approval)
        self._changes.tell()

    async def _settled(self) -> None:
        if self._history is not None:
            await self._history.journal.durable()
