"""Lets whoever started a server see its calls, and keep one from going on.

Each call is a line of JSON in ``<folder>/<server>.jsonl`` as soon as it has arrived. While
there is a file ``<folder>/hold.<tool>``, calls of that tool do not go on.
"""

import asyncio
import json
from pathlib import Path
import sys
from typing import override

from fastmcp import FastMCP
from fastmcp.server.middleware import Middleware

CHECK = 0.02
"""Seconds between two looks whether a call may go on."""


class Watched(Middleware):
    """Writes down what is called."""

    def __init__(self, folder: Path, name: str) -> None:
        """Write into this folder, under the name of the server."""
        self._folder = folder
        self._log = folder / f"{name}.jsonl"

    @override
    async def on_call_tool(self, context, call_next):
        """Note a call, and let it go on when it may."""
        tool = context.message.name
        line = {"tool": tool, "arguments": context.message.arguments}
        with self._log.open("a") as log:
            log.write(f"{json.dumps(line)}\n")
        hold = self._folder / f"hold.{tool}"
        while hold.exists():  # noqa: ASYNC110 - another process lets it go on
            await asyncio.sleep(CHECK)
        return await call_next(context)


def serve(server: FastMCP) -> None:
    """Run a server as its command line says: ``NAME.py PORT FOLDER``."""
    name, port, folder = Path(sys.argv[0]).stem, int(sys.argv[1]), Path(sys.argv[2])
    server.add_middleware(Watched(folder, name))
    server.run(transport="http", host="127.0.0.1", port=port, show_banner=False)
