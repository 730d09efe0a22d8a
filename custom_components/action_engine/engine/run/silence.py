"""Keeps evaluations from leaving traces in a context that nobody reads.

Every condition that is evaluated appends a trace element to the current context,
without a limit: ten thousand turns of a loop keep ten thousand of them. An element
that always offers itself for reuse takes their place.
"""

from typing import Any, Final, override

from homeassistant.helpers.trace import TraceElement, trace_stack_cv


class _Sink(TraceElement):
    """Swallows what conditions write into it."""

    __slots__ = ()

    @property  # type: ignore[explicit-override] # mypy loses the decorator behind a setter
    @override
    def reuse_by_child(self) -> bool:
        """Always true, so that no further element is made."""
        return True

    @reuse_by_child.setter
    @override
    def reuse_by_child(self, value: bool) -> None:
        """Ignore that a condition has taken it."""

    @override
    def set_result(self, **kwargs: Any) -> None:
        """Forget it."""

    @override
    def update_result(self, **kwargs: Any) -> None:
        """Forget it."""

    @override
    def add_template_error(self, msg: str) -> None:
        """Forget it: Home Assistant has it in its log as well."""

    @override
    def set_error(self, ex: BaseException | None) -> None:
        """Forget it: an exception would keep every frame below it alive."""


_SINK: Final = _Sink({}, "")
"""One for all runs: nothing stays in it."""


def silence_traces() -> None:
    """Let nothing that is evaluated in the current context from now on leave a trace."""
    trace_stack_cv.set([_SINK])
