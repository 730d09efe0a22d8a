"""Which of the things that are asked for a list of patterns covers."""

from collections.abc import Iterable

from ..errors import DOMAIN
from ..model.impact import Asked, Touch
from .names import aliases, spoken
from .patterns import matches_any


def denied(patterns: tuple[str, ...], touches: Iterable[Touch]) -> list[str]:
    """Return the actions that a list covers under any name that they have.

    What a script does counts like what was asked for directly.
    """
    return [
        spoken(touch.asked)
        for touch in touches
        if any(matches_any(patterns, name) for name in _all_names(touch.asked))
    ]


def strangers(patterns: tuple[str, ...], touches: Iterable[Touch]) -> list[str]:
    """Return the actions that a list does not cover.

    Who lists a script or a named action by its full name wants it to do its work, so
    what it holds is covered, too. A pattern such as ``script.*`` does not reach into
    scripts: nobody has looked at each of them. Neither does the name of a tool reach to
    what that does: the same tool switches lamps and opens doors.
    """
    openers = {pattern.lower() for pattern in patterns if "*" not in pattern}
    outside: list[str] = []
    for touch in touches:
        asked = touch.asked
        # Waiting for something to happen does nothing by itself.
        if asked.action == "trigger" or _is_listed(patterns, asked):
            continue
        opened = asked.opened_from in openers and not asked.by_tool
        if opened or asked.within in openers:
            openers.update((asked.action, *asked.entity_ids))
        else:
            outside.append(spoken(asked))
    return outside


def _all_names(asked: Asked) -> tuple[str, ...]:
    titled = () if asked.tool is None else asked.tool.also
    return (asked.action, *aliases(asked), *titled)


def _is_listed(patterns: tuple[str, ...], asked: Asked) -> bool:
    if asked.tool is not None:
        # Who lists ``*.get_events`` thinks of actions, and not of tools of that name.
        meant = tuple(one for one in patterns if _is_for_tools(one))
        return any(matches_any(meant, name) for name in (asked.action, asked.tool.name))
    if matches_any(patterns, asked.action):
        return True
    names = aliases(asked)
    return bool(names) and all(matches_any(patterns, name) for name in names)


def _is_for_tools(pattern: str) -> bool:
    return pattern == "*" or "/" in pattern or pattern.lower().startswith(f"{DOMAIN}.")
