"""What a model says about urgency and retries, in the engine's own words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ...errors import InvalidActionError
from ...model.request import Priority
from ..wording import in_words

MAX_RETRIES: Final = 100
"""As many as the key ``retry`` allows."""

_PRIORITIES: Final = {
    "low": Priority.LOW,
    "normal": Priority.NORMAL,
    "medium": Priority.NORMAL,
    "high": Priority.HIGH,
    "critical": Priority.CRITICAL,
}
_POLICIES: Final[dict[str, dict[str, Any]]] = {
    "exponential": {"multiplier": 2.0},
    "fixed": {"multiplier": 1.0},
    "constant": {"multiplier": 1.0},
    "none": {"max_retries": 0},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionKeys:
    """What the options of a wish mean."""

    priority: Priority | None = None
    retry: Mapping[str, Any] | None = None
    """A value for the key ``retry``; None if nothing was said about it."""


def option_keys(options: Mapping[str, Any]) -> OptionKeys:
    """Translate ``priority``, ``retry_policy`` and ``max_retries``.

    Raises ``InvalidActionError`` for anything else: an option that nobody heeds would be
    lost in silence.
    """
    for key in options:
        if key not in ("priority", "retry_policy", "max_retries"):
            raise InvalidActionError(
                "options", in_words(key), "priority, retry_policy or max_retries"
            )
    retry = {
        **_one_of(options, "retry_policy", _POLICIES, {}),
        **_retries(options.get("max_retries")),
    }
    if _is_never(options) and retry["max_retries"]:
        raise InvalidActionError(
            "options/max_retries", retry["max_retries"], "0 where retry_policy is none"
        )
    return OptionKeys(
        priority=_one_of(options, "priority", _PRIORITIES, None),
        retry=retry or None,
    )


def _one_of[T](
    options: Mapping[str, Any], key: str, table: Mapping[str, T], default: T
) -> T:
    if (value := options.get(key)) is None:
        return default
    if not isinstance(value, str) or value.lower() not in table:
        raise InvalidActionError(f"options/{key}", in_words(value), ", ".join(table))
    return table[value.lower()]


def _retries(value: Any) -> dict[str, int]:
    if value is None:
        return {}
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if not is_number or not 0 <= value <= MAX_RETRIES:
        raise InvalidActionError(
            "options/max_retries",
            in_words(value),
            f"a whole number from 0 to {MAX_RETRIES}",
        )
    return {"max_retries": value}


def _is_never(options: Mapping[str, Any]) -> bool:
    policy = options.get("retry_policy")
    return isinstance(policy, str) and policy.lower() == "none"
