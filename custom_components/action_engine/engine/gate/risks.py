"""How bad it would be if it was wrong: what is asked for, with its risk and the reason.

Several things are looked at, and the gravest counts: what the call does under each of
its names, on how many entities at once, and whether anybody can know.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from ..model.impact import Asked, Impact, Reversible, Risk, Touch
from ..model.tool import CALL_TOOL
from .names import ANYWHERE, aliases
from .risk_devices import DEVICES
from .risk_line import Line
from .risk_system import EVERYWHERE, NO_CALLS, STRANGE, SYSTEM
from .risk_tools import of_tool

MANY: Final = 10
"""More entities than this at once are of medium risk."""

CROWD: Final = 25
"""More entities than this at once are of high risk."""

_UNKNOWN_TARGETS: Final = "Nobody can tell which entities it is meant for"
_DECLARED: Final = "The author of the action says so"
_CLOSED: Final = "Nobody can tell what is done inside"


def _by_domain(lines: Iterable[Line]) -> Mapping[str, tuple[Line, ...]]:
    table: dict[str, list[Line]] = {}
    for line in lines:
        for domain in dict.fromkeys(call.partition(".")[0] for call in line.calls):
            table.setdefault(domain, []).append(line)
    return {domain: tuple(found) for domain, found in table.items()}


_TABLE: Final = _by_domain(chain(DEVICES, SYSTEM, NO_CALLS))


def touch(asked: Asked) -> Touch:
    """Return what is asked for with its risk, and why it has that."""
    risk, why = max(_risks(asked), key=lambda found: found[0])
    return Touch(asked=asked, risk=risk, why=why)


def assess(
    everything: Iterable[Asked],
    *,
    seconds: float | None = None,
    slow_seconds: float | None = None,
) -> Impact:
    """Return all of it together; the times are those that it took before."""
    touches = tuple(map(touch, everything))
    entity_ids = tuple(
        dict.fromkeys(chain.from_iterable(one.asked.entity_ids for one in touches))
    )
    # Many small calls reach as far as one large one.
    reach = _breadth(len(entity_ids))
    return Impact(
        touches=touches,
        risk=max((reach, *(one.risk for one in touches))),
        reversible=_reversible(touches),
        entity_ids=entity_ids,
        seconds=seconds,
        slow_seconds=slow_seconds,
    )


def _risks(asked: Asked) -> Iterator[tuple[Risk, str]]:
    if asked.is_named:
        # What it does is in the list by itself; nobody else knows the name.
        yield asked.declared, _DECLARED
        return
    yield from _by_name(asked)
    if asked.closed:
        yield Risk.HIGH, _CLOSED
    if asked.everything or (asked.action in ANYWHERE and not asked.entity_ids):
        yield Risk.HIGH, _UNKNOWN_TARGETS
    if (breadth := _breadth(len(asked.entity_ids))) > Risk.LOW:
        yield breadth, f"It acts on {len(asked.entity_ids)} entities at once"


def _by_name(asked: Asked) -> Iterator[tuple[Risk, str]]:
    if asked.action == CALL_TOOL:
        yield of_tool(asked.tool)
    # What stands behind a tool has a name of its owner's choice; no table knows it.
    names = () if asked.tool is not None else aliases(asked)
    for name in (asked.action, *names):
        for line in _lines(name.lower(), asked):
            yield line.risk, line.why


def _lines(name: str, asked: Asked) -> Iterator[Line]:
    """Yield what the table says of a name: in its own domain, and in every domain."""
    own = _TABLE.get(name.partition(".")[0], ())
    for lines in (chain(own, STRANGE), EVERYWHERE):
        for line in lines:
            if line.is_about(name, asked):
                yield line
                break


def _breadth(entities: int) -> Risk:
    if entities > CROWD:
        return Risk.HIGH
    return Risk.MEDIUM if entities > MANY else Risk.LOW


def _reversible(touches: tuple[Touch, ...]) -> Reversible:
    """Return whether all, some or none of what acts by itself can be undone."""
    opened = {one.asked.opened_from for one in touches} - {None}
    acting = {
        one.asked.reversible
        for one in touches
        if one.asked.action != "trigger"
        and not one.asked.is_named
        and not _is_shell(one.asked, opened)
    }
    if False not in acting:
        return Reversible.YES
    return Reversible.PARTLY if True in acting else Reversible.NO


def _is_shell(asked: Asked, opened: set[str | None]) -> bool:
    """Tell whether it only leads to other things, which are in the list themselves."""
    if asked.closed:
        return False
    if asked.tool is not None:
        return asked.tool.opened
    return asked.action in opened or not opened.isdisjoint(asked.entity_ids)
