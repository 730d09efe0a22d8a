"""A question in words, and who is to plan for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What somebody wants to know, or to have done."""

    text: str
    entity_id: str | None = None
    """The AI task entity that plans; None for the preferred one."""

    apis: tuple[str, ...] = ()
    """LLM APIs whose tools may be used, beside actions."""

    dry_run: bool = False
    """Plan, and run nothing."""
