"""The steps of the entries that keep a fact, with the way back of each case."""

from collections.abc import Mapping
from typing import Any, Final

from ...model.impact import Reversible
from ...model.named_action import Rollback
from .steps import RawStep, either, tool

TAKEN_BACK: Final = Rollback(
    supported=Reversible.YES,
    why="what was known before is put back, or it is forgotten if nothing was",
)


BEFORE: Final = "before"


def remember(data: Mapping[str, Any]) -> tuple[RawStep, ...]:
    """Return the steps that keep ``data``, which has a key; they set ``BEFORE``."""
    key = data["key"]
    known = {
        part: f"${{{{{BEFORE}.facts.0.{part}}}}}" for part in ("value", "category")
    }
    keep = tool("action_engine.remember", data)
    return (
        tool("action_engine.recall", {"key": key}, BEFORE),
        either(
            f"{BEFORE}.facts | length > 0",
            [
                keep
                | {"rollback": [tool("action_engine.remember", {"key": key, **known})]}
            ],
            [keep | {"rollback": [tool("action_engine.forget", {"key": key})]}],
        ),
    )
