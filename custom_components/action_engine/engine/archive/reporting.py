"""Reports about the past: counted in the journal, put into words, nothing remembered."""

from collections.abc import Mapping
from typing import Any

from ..catalog.reports.markdown import report_text, title
from ..journal.journal import Journal
from ..model.report import ReportWish


async def make_report(
    journal: Journal, wish: ReportWish, names: Mapping[str, str]
) -> dict[str, Any]:
    """Return ``title``, ``text`` in Markdown, and the ``figures`` behind it.

    ``names``: what people call policies, by id. Raises ``JournalUnavailableError``.
    """
    figures = await journal.figures(wish)
    return {
        "title": title(wish),
        "text": report_text(wish, figures, names),
        "kind": wish.kind.value,
        "since": wish.since.isoformat(),
        "until": wish.until.isoformat(),
        "figures": figures.as_dict(),
    }
