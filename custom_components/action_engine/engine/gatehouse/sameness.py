"""What of a call has to be the same for a person's yes to count for it."""

from collections.abc import Mapping
from typing import Any

from homeassistant.util.ulid import ulid_now

from ..gate.digest import fingerprint
from ..model.impact import Asked
from ..model.leave import ANY_DATA
from ..model.reference import references_in


def is_called(asked: Asked) -> bool:
    """Tell whether the run itself makes the call, or a tool that it calls."""
    if asked.is_named:
        return False
    return asked.opened_from is None or asked.by_tool


def data_of(asked: Asked) -> str:
    """Return the hash of its data, or the mark for data that is rendered later."""
    return ANY_DATA if asked.templated else data_hash(asked.data)


def data_as_asked(asked: Asked) -> str:
    """Return the hash of data of which a part may be known only later.

    What is not known is in the actions as a reference, and those are hashed, too.
    """
    is_open = next(references_in(asked.data), None) is not None
    return ANY_DATA if is_open else data_of(asked)


def data_hash(data: Mapping[str, Any]) -> str:
    """Return the hash of the data of a call; what is no plain data equals nothing."""
    try:
        return fingerprint(data)
    except TypeError:
        return ulid_now()
