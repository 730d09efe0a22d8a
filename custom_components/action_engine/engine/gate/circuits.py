"""All circuits together: what a call has to do with, and what its end says about it.

A call asks ``blocked`` before the gate, takes a ``Pass`` right before it goes out, and
hands that in with its end. Each circuit lets a call through, or the call stays away from
all of them: a probe is used up only by a call that is made.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ..model.circuit import Circuit, CircuitSettings, CircuitState
from . import breaking
from .error_rate import ErrorRate
from .steady import SteadyClock
from .stored_times import StrangeStateError, as_time, optional_time

ALL: Final = "all"
"""The circuit of everything, which opens by the share of failures."""


def keys_of(action: str, integrations: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the circuits that a call of an action has to do with."""
    return (
        f"action:{action.lower()}",
        *(f"integration:{name}" for name in integrations),
        ALL,
    )


@dataclass(frozen=True, slots=True)
class Pass:
    """Leave for one call, to be handed in with its end. Exactly once."""

    keys: tuple[str, ...]
    probes: Mapping[str, float] = field(default_factory=dict)
    """Circuits for which this call is the probe, and when it went out."""


class Circuits:
    """The board. Circuits on which nothing has failed are not on it."""

    def __init__(self, settings: CircuitSettings | None = None) -> None:
        """Begin with all circuits closed."""
        self.settings = settings or CircuitSettings()
        self._clock = SteadyClock()
        self._circuits: dict[str, Circuit] = {}
        self._rate = ErrorRate()

    def blocked(self, keys: Iterable[str], now: float) -> dict[str, float]:
        """Return the circuits that let nothing through, with the seconds until a probe.

        Changes nothing.
        """
        steady = self._clock.read(now)
        left = {
            key: breaking.seconds_left(circuit, self.settings, steady)
            for key in keys
            if (circuit := self._circuits.get(key)) is not None
        }
        return {key: seconds for key, seconds in left.items() if seconds > 0}

    def enter(self, keys: Iterable[str], now: float) -> Pass | None:
        """Let a call through, None if one of its circuits does not."""
        keys = tuple(dict.fromkeys(keys))
        if self.blocked(keys, now):
            return None
        steady = self._clock.read(now)
        probes = {}
        for key in keys:
            if (circuit := self._circuits.get(key)) is None:
                continue
            entered = breaking.before_call(circuit, self.settings, steady)
            self._circuits[key] = entered
            if entered.probing:
                probes[key] = steady
        return Pass(keys, probes)

    def succeeded(self, leave: Pass, now: float) -> tuple[str, ...]:
        """Note that a call did what it should; return the circuits that changed."""
        steady = self._clock.read(now)
        if (everything := self._at(ALL, steady)) and _is_probe(everything, leave):
            # What opened the circuit is over; the next failure must not open it again.
            self._rate.clear()
        self._count(leave, steady, failed=False)
        return tuple(
            key
            for key in leave.keys
            if (circuit := self._at(key, steady)) is not None
            and self._put(
                breaking.after_success(circuit, probe=_is_probe(circuit, leave))
            )
        )

    def failed(
        self, leave: Pass, now: float, error: str, *, counts: bool = True
    ) -> tuple[str, ...]:
        """Note that a call failed; return the circuits that changed.

        ``counts`` is False for a failure that is nobody's but the caller's: a service
        that is not there, data that is not valid.
        """
        if not counts:
            return self.called_off(leave, now)
        steady = self._clock.read(now)
        self._count(leave, steady, failed=True)
        for key in leave.keys:
            circuit = self._at(key, steady) or Circuit(key=key)
            self._put(
                breaking.after_failure(
                    circuit,
                    steady,
                    error,
                    opens=self._opens(circuit),
                    probe=_is_probe(circuit, leave),
                )
            )
        return leave.keys

    def called_off(self, leave: Pass, now: float) -> tuple[str, ...]:
        """Note that a call was not made, or says nothing; return what changed."""
        steady = self._clock.read(now)
        return tuple(
            key
            for key in leave.probes
            if (circuit := self._at(key, steady)) is not None
            and self._put(
                breaking.after_nothing(circuit, probe=_is_probe(circuit, leave))
            )
        )

    def reset(self, key: str | None = None) -> tuple[str, ...]:
        """Close a circuit, or all of them; return those that changed."""
        keys = tuple(self._circuits) if key is None else (key,)
        if ALL in keys:
            self._rate.clear()
        return tuple(key for key in keys if self._circuits.pop(key, None) is not None)

    def list(self, now: float) -> tuple[Circuit, ...]:
        """Return all circuits on which something has failed of late."""
        steady = self._clock.read(now)
        return tuple(
            breaking.as_of(one, self.settings, steady)
            for one in self._circuits.values()
        )

    def known(self) -> tuple[str, ...]:
        """Return the keys of which something is known.

        The share of failures changes with every call, and the keys that are said to
        have changed do not tell: at an orderly stop all of these are to be kept.
        """
        outcomes = (ALL,) if self._rate.as_list() else ()
        return tuple(dict.fromkeys((*self._circuits, *outcomes)))

    def export(self, key: str) -> dict[str, Any] | None:
        """Return what is to be kept of a circuit as plain data, None if nothing is."""
        if key not in self.known():
            return None
        state = self._circuits.get(key, Circuit(key=key)).as_dict()
        if key == ALL:
            state["outcomes"] = [list(one) for one in self._rate.as_list()]
        return state

    def load(self, key: str, state: Mapping[str, Any]) -> None:
        """Take in what was exported; ``StrangeStateError`` if it is not that."""
        circuit = _circuit_of(key, state)
        if key == ALL:
            outcomes = _outcomes_of(state)
            self._rate = ErrorRate(outcomes)
            for at, _ in outcomes[-1:]:
                self._clock.resume(at)
        self._put(circuit)
        if circuit.opened is not None:
            self._clock.resume(circuit.opened)

    def _at(self, key: str, steady: float) -> Circuit | None:
        circuit = self._circuits.get(key)
        return circuit and breaking.as_of(circuit, self.settings, steady)

    def _put(self, circuit: Circuit) -> bool:
        before = self._circuits.get(circuit.key)
        if circuit == Circuit(key=circuit.key):
            self._circuits.pop(circuit.key, None)
        else:
            self._circuits[circuit.key] = circuit
        return circuit != before

    def _opens(self, circuit: Circuit) -> bool:
        if circuit.key == ALL:
            return self._rate.too_high
        return circuit.failures + 1 >= self.settings.threshold

    def _count(self, leave: Pass, steady: float, *, failed: bool) -> None:
        if ALL in leave.keys:
            self._rate.add(steady, failed=failed)


def _is_probe(circuit: Circuit, leave: Pass) -> bool:
    """Tell whether this was the probe that the circuit waits for, not an older one."""
    return circuit.probing and leave.probes.get(circuit.key) == circuit.opened


def _circuit_of(key: str, state: Mapping[str, Any]) -> Circuit:
    failures, error = state.get("failures"), state.get("error")
    opened = optional_time(state, "opened")
    if (
        not isinstance(failures, int)
        or not isinstance(error, str | None)
        or state.get("state") not in tuple(CircuitState)
    ):
        raise StrangeStateError("no circuit")
    circuit = Circuit(
        key=key,
        state=CircuitState(state["state"]),
        failures=failures,
        opened=opened,
        probing=state.get("probing") is True,
        error=error,
    )
    is_closed = circuit.state is CircuitState.CLOSED
    if (opened is None) is not is_closed or (circuit.probing and is_closed):
        raise StrangeStateError("no circuit can be like this")
    return circuit


def _outcomes_of(state: Mapping[str, Any]) -> list[tuple[float, bool]]:
    try:
        return [
            (as_time(at), failed is not False)
            for at, failed in state.get("outcomes", ())
        ]
    except (TypeError, ValueError) as error:
        raise StrangeStateError("no outcomes") from error
