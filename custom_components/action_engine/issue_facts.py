"""What issues are told, in the two forms in which the repairs page shows it.

Titles are text there, descriptions are Markdown. So each fact has its plain name for a
title, and the same with ``_quoted`` for a description.
"""

from typing import Final

from .engine.model.quoting import one_line, quoted

QUOTED: Final = "_quoted"


def issue_facts(**facts: str) -> dict[str, str]:
    """Return placeholders for an issue, or for a step of its flow."""
    titles = {name: one_line(fact) for name, fact in facts.items()}
    descriptions = {f"{name}{QUOTED}": quoted(fact) for name, fact in facts.items()}
    return titles | descriptions
