"""The moves of one circuit, each a pure function of where it was.

    closed ──failed too often──► open ──cooldown──► half open ──probe failed──► open
       ▲                                                │
       └─────────────────probe succeeded────────────────┘

While it is open, ``opened`` is when that began; while half open, when the probe went
out. The ends of calls that were under way when it opened decide nothing any more: only
the probe does.
"""

from dataclasses import replace

from ..model.circuit import Circuit, CircuitSettings, CircuitState


def as_of(circuit: Circuit, settings: CircuitSettings, now: float) -> Circuit:
    """Return the circuit at this time: a probe that never answered has failed."""
    if not circuit.probing or circuit.opened is None:
        return circuit
    given_up = circuit.opened + settings.cooldown
    if now < given_up:
        return circuit
    return replace(circuit, state=CircuitState.OPEN, opened=given_up, probing=False)


def seconds_left(circuit: Circuit, settings: CircuitSettings, now: float) -> float:
    """Return in how many seconds the next call may go through, 0 if at once."""
    circuit = as_of(circuit, settings, now)
    if circuit.opened is None:
        return 0.0
    if circuit.probing:
        # If it fails now or is never heard of, which nobody knows: the longer one.
        return circuit.opened + 2 * settings.cooldown - now
    if circuit.state is CircuitState.OPEN:
        return max(0.0, circuit.opened + settings.cooldown - now)
    return 0.0


def before_call(circuit: Circuit, settings: CircuitSettings, now: float) -> Circuit:
    """Return the circuit with a call let through, which ``seconds_left`` allowed.

    If it was not closed, this call is the probe: ``probing``, ``opened`` is now.
    """
    circuit = as_of(circuit, settings, now)
    if circuit.state is CircuitState.CLOSED:
        return circuit
    return replace(circuit, state=CircuitState.HALF_OPEN, opened=now, probing=True)


def after_success(circuit: Circuit, *, probe: bool) -> Circuit:
    """Return the circuit after a call that did what it should."""
    if probe or circuit.state is CircuitState.CLOSED:
        return reset(circuit)
    return circuit


def after_failure(
    circuit: Circuit, now: float, error: str, *, opens: bool, probe: bool
) -> Circuit:
    """Return the circuit after a call that failed; ``opens``: once too often."""
    circuit = replace(circuit, failures=circuit.failures + 1, error=error)
    if probe or (opens and circuit.state is CircuitState.CLOSED):
        return replace(circuit, state=CircuitState.OPEN, opened=now, probing=False)
    return circuit


def after_nothing(circuit: Circuit, *, probe: bool) -> Circuit:
    """Return the circuit after a call that says nothing about the device.

    It was called off, or it was wrong in itself. The next call is the probe then.
    """
    return replace(circuit, probing=False) if probe else circuit


def reset(circuit: Circuit) -> Circuit:
    """Return the circuit as if nothing had ever failed."""
    return Circuit(key=circuit.key)
