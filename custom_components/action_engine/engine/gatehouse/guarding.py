"""Asks the gate once more, right before each call of a run, about what was rendered.

What the gate saw before the run were actions; what goes out now is a call with its data
and its targets. A call that was not agreed to stops the run, and a person is asked anew.
"""

from collections.abc import Callable
from typing import Final

from homeassistant.helpers.script import CONFIGURATION_ERRORS

from ..errors import CallDeniedError
from ..gate.circuits import Pass, keys_of
from ..gate.judge import judge
from ..gate.names import spoken
from ..gate.order import CALL_RULES
from ..journal.codec import encode
from ..journal.redaction import Redactor
from ..model.impact import Asked
from ..model.leave import Leave, Permit
from ..model.policy import Policy
from ..model.verdict import Decision, Verdict
from ..run.guard import Held
from ..run.order import Order
from .ledger import Ledger, now
from .preparing import Preparing
from .sameness import data_hash

_NOT_COUNTED: Final = (*CONFIGURATION_ERRORS, CallDeniedError)


class RunGuard:
    """Watches over one run."""

    def __init__(
        self,
        leave: Leave,
        preparing: Preparing,
        ledger: Ledger,
        *,
        policy: Callable[[str], Policy],
        called: Callable[[str, Order], tuple[Asked, ...]],
        permits: tuple[Permit, ...],
    ) -> None:
        """``policy`` returns a policy as it is now, ``permits`` is what people agreed to.

        ``called`` returns a call as it is about to be made, and then what it leads to.
        """
        self._leave = leave
        self._preparing = preparing
        self._ledger = ledger
        self._policy = policy
        self._called = called
        self._permits = permits
        self._calls: set[str] = set()
        self._entities: set[str] = set()
        self._under_way: dict[int, Pass] = {}
        self._names: dict[int, set[str]] = {}
        self.used: set[str] = set()
        """See ``run.guard.Guard``."""

    def check(self, path: str, order: Order) -> None:
        """See ``run.guard.Guard``."""
        policy = self._policy(self._leave.policy)
        everything = self._called(path, order)
        asked = everything[0]
        case = self._preparing.of_call(policy, self._leave.caller, everything)
        verdict = judge(case, CALL_RULES)
        if verdict.decision is Decision.DENY:
            raise CallDeniedError(action=asked.action, error=_reason(verdict))
        if not self._is_permitted(everything, verdict):
            raise Held(path, order, _reason(verdict))
        self._check_caps(policy, everything)
        if path not in self._calls:
            self._count(policy, everything, path)
        self._names[id(order)] = _names_of(everything)
        if policy.circuits:
            self._enter(order, asked)

    def done(self, order: Order, error: Exception | None) -> None:
        """See ``run.guard.Guard``."""
        circuits, ledger = self._ledger.circuits, self._ledger
        names = self._names.pop(id(order), set())
        if error is None:
            self.used |= names
        if (leave := self._under_way.pop(id(order), None)) is None:
            return
        if error is None:
            changed = circuits.succeeded(leave, now())
        else:
            counts = not isinstance(error, _NOT_COUNTED)
            told = _without_secrets(error, order)
            changed = circuits.failed(leave, now(), told, counts=counts)
        ledger.keep("circuits", changed)

    def _is_permitted(self, everything: tuple[Asked, ...], verdict: Verdict) -> bool:
        if verdict.decision is Decision.ALLOW and not self._leave.exact:
            return True
        return all(self._is_agreed(asked) for asked in everything)

    def _is_agreed(self, asked: Asked) -> bool:
        ids, hashed = frozenset(asked.entity_ids), data_hash(asked.data)
        return any(one.covers(asked.action, ids, hashed) for one in self._permits)

    def _check_caps(self, policy: Policy, everything: tuple[Asked, ...]) -> None:
        for asked in everything:
            self._entities.update(asked.entity_ids)
        most = policy.caps.entities
        if most is not None and len(self._entities) > most:
            text = f"at most {most} entities in one run"
            raise CallDeniedError(action=everything[0].action, error=text)

    def _count(self, policy: Policy, everything: tuple[Asked, ...], path: str) -> None:
        asked = everything[0]
        self._calls.add(path)
        most = policy.caps.calls
        if most is not None and len(self._calls) > most:
            text = f"at most {most} calls in one run"
            raise CallDeniedError(action=asked.action, error=text)
        if len(self._calls) <= (self._leave.reserved or len(self._permits)):
            return
        uses = self._preparing.uses(policy, everything)
        windows = self._ledger.windows
        if (taken := windows.take(uses, now())) is None:
            text = " ".join(windows.room(uses, now()))
            raise CallDeniedError(action=asked.action, error=text)
        self._ledger.keep("windows", taken.numbers)

    def _enter(self, order: Order, asked: Asked) -> None:
        if id(order) in self._under_way:
            return  # Another attempt of the same call.
        keys = keys_of(spoken(asked), self._preparing.integrations(asked))
        leave = self._ledger.circuits.enter(keys, now())
        if leave is None:
            text = "it has failed too often of late"
            raise CallDeniedError(action=asked.action, error=text)
        self._under_way[id(order)] = leave
        self._ledger.keep("circuits", leave.probes)


def _names_of(everything: tuple[Asked, ...]) -> set[str]:
    within = {one.within for one in everything if one.within is not None}
    return {*map(spoken, everything), *within}


def _reason(verdict: Verdict) -> str:
    texts = [one.finding.text for one in verdict.reasons]
    return texts[0] if texts else "it is not what a person has agreed to"


def _without_secrets(error: Exception, order: Order) -> str:
    """Return an error for people: in it may be the code with which the call was made."""
    redactor = Redactor()
    given, _ = encode(dict(order.data))
    return redactor.text(str(error), redactor.redact(given).found)
