"""How bad the call of a tool may be, by what the tool says of itself.

Nobody vouches for that but whoever has connected its server to this home; so what is not
said counts as the worst.
"""

from typing import Final

from ..model.impact import Risk
from ..model.tool import ToolTraits
from .patterns import matches_any

_OPENING: Final = ("*unlock*", "*unlatch*", "*disarm*", "*factory_reset*")
"""Names of tools that are critical, whatever else they say."""


def of_tool(tool: ToolTraits | None) -> tuple[Risk, str]:
    """Return the risk, and why; None is a tool of which nobody can tell which it is."""
    if tool is None or not tool.known:
        return Risk.HIGH, "Nobody here knows the tool"
    if tool.opened:
        return Risk.LOW, "What the tool does is judged by itself"
    if matches_any(_OPENING, tool.name.partition("/")[2]):
        return Risk.CRITICAL, "By its name it opens or disarms something"
    return _by_its_own_account(tool)


def _by_its_own_account(tool: ToolTraits) -> tuple[Risk, str]:
    if tool.read_only and not tool.open_world:
        return Risk.LOW, "By its own account the tool only reads"
    if tool.read_only:
        return Risk.MEDIUM, "What the tool is asked leaves the home"
    if not tool.destructive:
        return Risk.MEDIUM, "By its own account the tool destroys nothing"
    return Risk.HIGH, "The tool may change or destroy something"
