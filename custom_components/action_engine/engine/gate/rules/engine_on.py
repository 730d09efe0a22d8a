"""The master switch is off: nothing new begins."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import deny


def check(case: Case) -> Finding | None:
    """Deny everything while the engine is switched off."""
    if case.engine_on:
        return None
    return deny("engine_off", "Action Engine is switched off.")
