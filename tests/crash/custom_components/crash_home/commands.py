"""One command on its way to a device, with the points at which it can be cut off."""

import asyncio
from typing import Any, Final

from .faults import Faults
from .link import Link, read_answer

ON_THE_WAY: Final = 0.002
"""Seconds in which a command gets to the device, and is not answered yet."""


class Commands:
    """The only way to the devices."""

    def __init__(self, link: Link, faults: Faults) -> None:
        """Send by the link; ``faults`` hears how far each command got."""
        self.link = link
        self.faults = faults

    async def send(self, **asked: Any) -> Any:
        """Send a command and return the answer; raise if the device refuses."""
        self.faults.reached("after_the_intent")
        answer = self.link.begin(**asked)
        await self.link.drain()
        await asyncio.wait([answer], timeout=ON_THE_WAY)
        self.faults.reached("in_the_call")
        received = await answer
        self.faults.reached("after_the_call")
        return read_answer(received)
