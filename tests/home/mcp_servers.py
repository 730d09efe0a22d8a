"""Three real MCP servers on the loopback interface, and a home that is connected to them.

    with McpServers() as servers:
        servers.connect(house)
        with servers.held("factorial"):
            ...  # nobody hears what five factorial is
        servers.calls("calculator")
        servers.kill("calculator")

The servers need another version of the protocol's package than Home Assistant, so they
live in an environment of their own. It is made on demand, in the cache of this project.
"""

from collections.abc import Iterator
import contextlib
import fcntl
import json
import os
from pathlib import Path
import subprocess
import tempfile
import time
from typing import Any, Final, Self

from .flows import add_integration
from .house import HERE, PROJECT, House, die_with_parent, free_port, is_free

FASTMCP: Final = "fastmcp==4.1.2"
TITLES: Final = {
    "calculator": "Calculator",
    "web": "Web tools",
    "documents": "Documents",
}
"""What the servers call themselves; Home Assistant takes it for the title."""

TOOLS: Final = {"calculator": 17, "web": 2, "documents": 1}
"""How many tools each has."""

START_TIMEOUT: Final = 60.0


class McpServers:
    """The processes, by the name of their file in ``mcp_tools/``."""

    def __init__(self, *names: str) -> None:
        """Choose some of them; all without a name."""
        self.ports = {name: free_port() for name in names or TITLES}
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._seen = tempfile.TemporaryDirectory(prefix="mcp_calls_")

    def __enter__(self) -> Self:
        """Start them, and return when all of them listen."""
        for name in self.ports:
            self._begin(name)
        for name in self.ports:
            self._await(name)
        return self

    def __exit__(self, *_error: object) -> None:
        """End what still runs."""
        for name in list(self._processes):
            self.kill(name)
        self._seen.cleanup()

    def url(self, name: str) -> str:
        """Return the address of one."""
        return f"http://127.0.0.1:{self.ports[name]}/mcp"

    def start(self, name: str) -> None:
        """Start one, at the address it had before if it had one."""
        self._begin(name)
        self._await(name)

    def _begin(self, name: str) -> None:
        python = _python()
        self._processes[name] = subprocess.Popen(
            [
                str(python),
                str(HERE / "mcp_tools" / f"{name}.py"),
                str(self.ports[name]),
                self._seen.name,
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=die_with_parent,  # noqa: PLW1509 - only a system call
        )

    def _await(self, name: str) -> None:
        deadline = time.monotonic() + START_TIMEOUT
        while is_free(self.ports[name]):
            if self._processes[name].poll() is not None or time.monotonic() > deadline:
                message = f"The MCP server {name} does not listen"
                raise RuntimeError(message)
            time.sleep(0.1)

    def kill(self, name: str) -> None:
        """End one as a power cut would."""
        process = self._processes.pop(name)
        process.kill()
        process.wait()

    def calls(self, name: str) -> list[dict[str, Any]]:
        """Return ``tool`` and ``arguments`` of all calls that have arrived at one."""
        log = Path(self._seen.name, f"{name}.jsonl")
        if not log.exists():
            return []
        return [json.loads(line) for line in log.read_text().splitlines()]

    @contextlib.contextmanager
    def held(self, tool: str) -> Iterator[None]:
        """Keep calls of a tool from going on, after they have arrived."""
        hold = Path(self._seen.name, f"hold.{tool}")
        hold.touch()
        try:
            yield
        finally:
            hold.unlink()

    def connect(self, house: House) -> dict[str, str]:
        """Connect a home to all of them; return the ids of their APIs."""
        apis = {}
        for name in self.ports:
            entry_id = add_integration(house.api, "mcp", {"url": self.url(name)})
            apis[name] = f"mcp-{entry_id}"
        return apis


def _python() -> Path:
    """Return the interpreter of the servers' environment; make that if need be."""
    cache = Path(
        os.environ.get("ACTION_ENGINE_CACHE")
        or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        / "action-engine"
    )
    folder, stamp = cache / "mcp-servers", cache / "mcp-servers" / "stamp"
    python = folder / "bin" / "python"
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "mcp-servers.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with contextlib.suppress(OSError):
            if stamp.read_text() == FASTMCP and python.exists():
                return python
        env = {**os.environ, "ACTION_ENGINE_CACHE": str(cache)}
        uv = _output(str(PROJECT / "script/lib/uv.sh"), env=env)
        base = _output(str(PROJECT / "script/lib/python.sh"), env=env)
        _output(
            uv, "venv", "--quiet", "--clear", "--python", base, str(folder), env=env
        )
        install = ("pip", "install", "--quiet", "--python", str(python), FASTMCP)
        _output(uv, *install, env=env)
        stamp.write_text(FASTMCP)
    return python


def _output(*command: str, env: dict[str, str]) -> str:
    """Run a program to its end; return what it printed."""
    done = subprocess.run(
        command, env=env, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout.strip()
