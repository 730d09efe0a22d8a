"""What is handed in at the desk, by whichever way it comes: action, REST or WebSocket."""

from collections.abc import Mapping
from typing import Any

from .asking import Asker
from .desk_fields import parse_plan, parse_response


async def run_plan(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Run a decision plan to its end, and tell what became of it."""
    plan, sender = parse_plan(data, asker.context)
    return await asker.engine.desk.run_plan(plan, sender)


async def process_response(asker: Asker, data: Mapping[str, Any]) -> dict[str, Any]:
    """Find what a language model asks for, and have it done as far as it may be."""
    response, sender = parse_response(data, asker.context)
    return await asker.engine.desk.process_response(
        response.content, sender, kind=response.format, dry_run=response.dry_run
    )
