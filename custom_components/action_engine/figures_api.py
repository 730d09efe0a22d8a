"""What the last days were like, in figures, for the REST and the WebSocket API."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from homeassistant.util import dt as dt_util

from .asking import Asker
from .request_fields import given_fields
from .request_values import whole

MOST_DAYS: Final = 14
USUAL_DAYS: Final = 7


async def figures(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return how many executions there were each day, and what became of them.

    Today is the last day. Who does not see everything is told of what he sees.
    """
    given = given_fields(data, ("days",))
    days = whole(1, MOST_DAYS)(given.get("days", USUAL_DAYS), "days")
    found = await asker.engine.record.daily(_begins(days), asker.sight)
    told = [one.as_dict() for one in found]
    good, bad = (sum(one[key] for one in told) for key in ("success", "failed"))
    rate = round(100 * good / (good + bad), 1) if good + bad else None
    return {"days": told, "success_rate": rate}


def _begins(days: int) -> list[datetime]:
    """Return when each of the last days began, by the clock of the home."""
    today = dt_util.now().date()
    return [
        dt_util.start_of_local_day(today - timedelta(days=ago))
        for ago in reversed(range(days))
    ]
