"""What the journal counts, beside what it finds."""

from ..model.report import Figures, ReportWish
from . import report_queries
from .gate_pages import FULL, GatePages

__all__ = ["FULL", "ReportPages"]


class ReportPages(GatePages):
    """A journal that is asked for figures."""

    async def figures(self, wish: ReportWish) -> Figures:
        """Return the figures of a period, as whoever wants them may see them."""
        return await self._read(report_queries.figures, wish)
