"""Evaluate conditions as native scripts do, oddities included."""

from collections.abc import Mapping, Sequence
import logging
from typing import Any

from homeassistant.exceptions import ConditionError
from homeassistant.helpers.condition import ConditionChecker

_LOGGER = logging.getLogger(__name__)


def all_hold(
    checkers: Sequence[ConditionChecker], names: Mapping[str, Any], place: str
) -> bool | None:
    """Tell whether no condition is false; None if one of them cannot be evaluated.

    A disabled condition counts as met. What None leads to is different in every
    block: ``if`` takes ``else``, ``while`` and ``until`` end.
    """
    try:
        for checker in checkers:
            if checker.async_check(variables=names) is False:
                return False
    except ConditionError as error:
        _LOGGER.warning("%s: conditions cannot be evaluated: %s", place, error)
        return None
    return True
