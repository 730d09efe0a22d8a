"""What the journal counts, beside what it finds."""

from collections.abc import Sequence
from datetime import datetime

from ..model.daily import Day
from ..model.report import Figures, ReportWish
from ..model.stored import Sight
from . import daily_queries, report_queries
from .gate_pages import FULL, GatePages

__all__ = ["FULL", "ReportPages"]


class ReportPages(GatePages):
    """A journal that is asked for figures."""

    async def figures(self, wish: ReportWish) -> Figures:
        """Return the figures of a period, as whoever wants them may see them."""
        return await self._read(report_queries.figures, wish)

    async def daily(
        self, begins: Sequence[datetime], sight: Sight | None
    ) -> tuple[Day, ...]:
        """Return the figures of days, as whoever wants them may see them."""
        return await self._read(daily_queries.daily, begins, sight)
