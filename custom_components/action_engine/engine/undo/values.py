"""Entities whose state is a value: numbers, texts, choices, dates, times, counters."""

from collections.abc import Callable
from typing import Any, Final

from ..model.likeness import as_number
from .ways import Act, Case, Rule, Way, blocked, no_such_state


def _set(case: Case, service: str, field: str, value: Any) -> Way:
    act = Act(
        action=f"{case.before.domain}.{service}",
        data={field: value},
        states=(case.before.state,),
    )
    return Way(acts=(act,))


def number(case: Case) -> Way:
    """Set a number."""
    value = as_number(case.before.state)
    return no_such_state(case) if value is None else _set_number(case, value)


def _set_number(case: Case, value: float) -> Way:
    return _set(case, "set_value", "value", value)


def counter(case: Case) -> Way:
    """Set a counter; it takes multiples of its step, and what it begins with."""
    value = as_number(case.before.state)
    if value is None:
        return no_such_state(case)
    known = case.now.attributes
    step, initial = as_number(known.get("step")), as_number(known.get("initial"))
    if not step or value % step == 0:
        return _set(case, "set_value", "value", int(value))
    if value == initial:
        act = Act(action="counter.reset", states=(case.before.state,))
        return Way(acts=(act,))
    return blocked(f"it can be set to multiples of {step:g} only, not to {value:g}")


def _text_in(field: str) -> Rule:
    return lambda case: _set(case, "set_value", field, case.before.state)


text: Final = _text_in("value")
day: Final = _text_in("date")
clock: Final = _text_in("time")
moment: Final = _text_in("datetime")


def choice(case: Case) -> Way:
    """Choose an option, as long as there is such an option."""
    option = case.before.state
    if not case.offers("options", option):
        return blocked(f"{option} is none of its options any more")
    return _set(case, "select_option", "option", option)


def own_choice(case: Case) -> Way:
    """Bring back the options of a helper, and the choice among them."""
    data = {"option": case.before.state}
    choose = Act(action="input_select.select_option", data=data)
    if "options" not in case.lost():
        return Way(acts=(choose,))
    data = {"options": case.wanted("options")}
    return Way(acts=(Act(action="input_select.set_options", data=data), choose))


def own_moment(case: Case) -> Way:
    """Set a helper that holds a date, a time or both."""
    known = case.now.attributes
    kind = bool(known.get("has_date")), bool(known.get("has_time"))
    field = _MOMENT_FIELDS.get(kind)
    if field is None:
        return blocked("it holds neither a date nor a time any more")
    return _set(case, "set_datetime", field, case.before.state)


_MOMENT_FIELDS: Final = {
    (True, True): "datetime",
    (True, False): "date",
    (False, True): "time",
}


def timer(case: Case) -> Way:
    """Stop a timer, or let it go on for the time that was left."""
    begin = _TIMERS.get(case.before.state)
    return no_such_state(case) if begin is None else begin(case)


def _idle(_: Case) -> Way:
    return Way(acts=(Act(action="timer.cancel", states=("idle",)),))


def _active(case: Case) -> Way:
    left = case.wanted("left")
    if not left:
        return blocked("it had run out")
    start = Act(action="timer.start", data={"duration": left}, states=("active",))
    return Way(acts=(start,), note="it runs for the time that was left")


def _paused(case: Case) -> Way:
    left = case.wanted("remaining")
    if not left:
        return blocked("how much time was left is not recorded")
    return Way(
        acts=(
            Act(action="timer.start", data={"duration": left}, states=("active",)),
            Act(action="timer.pause", states=("paused",)),
        )
    )


_TIMERS: Final[dict[str, Callable[[Case], Way]]] = {
    "active": _active,
    "idle": _idle,
    "paused": _paused,
}
