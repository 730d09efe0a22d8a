"""From an entry that somebody else has written to a named action, without goodwill.

What is missing keeps its default; what is there has to be of the right kind, and a key
that is not known is refused. Fields are read in ``field_reading``.
"""

from collections.abc import Callable, Mapping
import re
from typing import Any, Final

from ..errors import InvalidActionError
from ..model.copying import copied
from ..model.impact import Reversible, Risk
from ..model.named_action import NamedAction, Rollback
from .field_reading import read_fields
from .version import versioned

_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")
_RISKS: Final = {risk.word: risk for risk in Risk}

STEP_BY_STEP: Final = Rollback(
    supported=Reversible.PARTLY,
    why="its calls are set back one by one, as far as each of them can be",
)
AS_WRITTEN: Final = Rollback(
    supported=Reversible.YES, why="its author wrote how it is taken back"
)


def is_name(text: object) -> bool:
    """Tell whether an action may have this name."""
    return isinstance(text, str) and _NAME.fullmatch(text) is not None


def read_action(name: str, raw: Mapping[str, Any], source: str) -> NamedAction:
    """Return the action; raise ``InvalidActionError`` that names the place."""
    if not is_name(name):
        expected = "a lower case letter, then up to 63 letters, digits and _"
        raise InvalidActionError("name", name, expected)
    for key in raw:
        if key not in _READERS:
            expected = f"one of {', '.join(_READERS)}"
            raise InvalidActionError(str(key), "an unknown key", expected)
    values = {key: read(raw[key], key) for key, read in _READERS.items() if key in raw}
    back, sequence = values.pop("rollback", None), values.pop("sequence", None)
    if sequence is None:
        raise InvalidActionError("sequence", "nothing", "a list of actions")
    if isinstance(back, list):
        sequence = [{"sequence": sequence, "rollback": back}] if back else sequence
        back = AS_WRITTEN if back else STEP_BY_STEP
    action = NamedAction(
        name=name,
        source=source,
        sequence=tuple(sequence),
        rollback=back or STEP_BY_STEP,
        **{"title": name.replace("_", " ").capitalize(), **values},
    )
    for one in (one for group in action.either for one in group):
        if one not in action.fields:
            raise InvalidActionError("either", one, "names of fields")
    return versioned(action)


def _text(value: Any, place: str) -> str:
    if isinstance(value, str):
        return value.strip()
    raise InvalidActionError(place, repr(value), "a text")


def _title(value: Any, place: str) -> str:
    if title := _text(value, place):
        return title
    raise InvalidActionError(place, "nothing", "a title")


def _switch(value: Any, place: str) -> bool:
    if isinstance(value, bool):
        return value
    raise InvalidActionError(place, repr(value), "true or false")


def _risk(value: Any, place: str) -> Risk:
    if isinstance(value, Risk):
        return value
    if isinstance(value, str) and value in _RISKS:
        return _RISKS[value]
    raise InvalidActionError(place, repr(value), f"one of {', '.join(_RISKS)}")


def _steps(value: Any, place: str) -> list[Any]:
    if not isinstance(value, (list, tuple)) or not all(
        isinstance(one, Mapping) for one in value
    ):
        raise InvalidActionError(place, repr(value)[:80], "a list of actions")
    return [copied(dict(one)) for one in value]


def _sequence(value: Any, place: str) -> list[Any]:
    if steps := _steps(value, place):
        return steps
    raise InvalidActionError(place, "nothing", "one action at least")


def _rollback(value: Any, place: str) -> list[Any] | Rollback:
    """Return steps, or what the author says of an action that takes itself back."""
    if isinstance(value, Rollback):
        return value
    if not isinstance(value, Mapping):
        return _steps(value, place)
    if value.keys() != {"supported", "why"}:
        raise InvalidActionError(place, repr(value)[:80], "supported and why")
    words = [one.value for one in Reversible]
    if (word := value["supported"]) not in words:
        expected = f"one of {', '.join(words)}"
        raise InvalidActionError(f"{place}/supported", repr(word), expected)
    why = _title(value["why"], f"{place}/why")
    return Rollback(supported=Reversible(word), why=why)


def _either(value: Any, place: str) -> tuple[tuple[str, ...], ...]:
    if isinstance(value, (list, tuple)) and all(
        isinstance(group, (list, tuple)) and all(isinstance(one, str) for one in group)
        for group in value
    ):
        return tuple(tuple(group) for group in value)
    raise InvalidActionError(place, repr(value)[:80], "a list of lists of fields")


_READERS: Final[Mapping[str, Callable[[Any, str], Any]]] = {
    "title": _title,
    "description": _text,
    "category": _title,
    "fields": read_fields,
    "either": _either,
    "impact": _risk,
    "requires_approval": _switch,
    "rollback": _rollback,
    "active": _switch,
    "sequence": _sequence,
}
