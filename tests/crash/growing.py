"""Random plans, the same ones for the same seed."""

from collections.abc import Callable
from itertools import count
from random import Random

from .plans import (
    FOREVER,
    Attempt,
    Block,
    Command,
    Delay,
    Dice,
    Fork,
    Graph,
    Level,
    Loop,
    Node,
    Parallel,
    Plan,
    Ring,
    Switch,
    WaitInVain,
)

type Nodes = tuple[Node, ...]

DEEPEST = 3
MOST_LOOPS = 2
"""Loops within each other: a plan has to end within a few seconds."""


class _Grower:
    """Grows one plan."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._numbers = count(1)
        self._leaves = 14

    def nodes(self, loops: tuple[int, ...], depth: int, devices: list[str]) -> Nodes:
        """Return some nodes; ``devices`` are theirs alone."""
        found: list[Node] = []
        for _ in range(self._random.randint(2, 4) if depth else 5):
            found += self._some(loops, depth, devices)
        return tuple(found)

    def _some(self, loops: tuple[int, ...], depth: int, devices: list[str]) -> Nodes:
        self._leaves -= 1
        blocks = [self._fork, self._parallel, self._attempt, self._block]
        if len(loops) < MOST_LOOPS:
            blocks.append(self._loop)
        if self._leaves > 0 and depth < DEEPEST and self._random.random() < 0.45:
            return self._random.choice(blocks)(loops, depth, devices)
        leaves: list[Callable[[tuple[int, ...]], Nodes]] = [
            *(self._tell, self._tell, self._press, self._draw, self._slow),
            *(self._flaky, self._doomed, self._delay, self._delay, self._wait),
        ]
        if devices and not loops and self._random.random() < 0.5:
            return self._device(devices)
        return self._random.choice(leaves)(loops)

    # Leaves.

    def _tell(self, loops: tuple[int, ...]) -> Nodes:
        back = self._random.random() < 0.3
        return (self._command("tell", loops, rollback=back and not loops),)

    def _press(self, loops: tuple[int, ...]) -> Nodes:
        return (self._command("press", loops),)

    def _slow(self, loops: tuple[int, ...]) -> Nodes:
        return (self._command("tell" if loops else "slow", loops),)

    def _draw(self, loops: tuple[int, ...]) -> Nodes:
        draw = self._command("draw", loops)
        told = self._command("tell", loops, draw=draw)
        return (draw, told)

    def _flaky(self, loops: tuple[int, ...]) -> Nodes:
        remedy = self._next() if self._random.random() < 0.5 else None
        fails = self._random.randint(1, 2)
        return (self._command("tell", loops, fails=fails, retries=3, remedy=remedy),)

    def _doomed(self, loops: tuple[int, ...]) -> Nodes:
        service = self._random.choice(["tell", "press"])
        retries = self._random.randint(0, 1) if service == "tell" else 0
        fallback = self._next() if self._random.random() < 0.5 else None
        return (
            self._command(
                service,
                loops,
                fails=FOREVER,
                retries=retries,
                fallback=fallback,
                forgiven=fallback is None,
            ),
        )

    def _delay(self, loops: tuple[int, ...]) -> Nodes:
        return (Delay(seconds=self._random.uniform(0.05, 0.2 if loops else 0.9)),)

    def _wait(self, loops: tuple[int, ...]) -> Nodes:
        seconds = self._random.uniform(0.05, 0.2 if loops else 0.6)
        return (WaitInVain(seconds=seconds, number=self._next(), loops=loops),)

    def _device(self, devices: list[str]) -> Nodes:
        device = devices.pop(self._random.randrange(len(devices)))
        match self._random.randrange(4):
            case 0:
                seconds = self._random.uniform(0.1, 0.8)
                by_trigger = self._random.random() < 0.5
                ring = Ring(
                    device=device,
                    seconds=seconds,
                    number=self._next(),
                    by_trigger=by_trigger,
                )
                return (ring,)
            case 1:
                return (Switch(device=device, command="toggle"),)
            case 2:
                on = Switch(device=device, command="turn_on")
                off = Switch(device=device, command="turn_off")
                level = Level(device=device, level=7, number=self._next())
                return (on, *self._delay(()), level, off)
            case _:
                level = Level(device=device, level=3, number=self._next())
                return (Switch(device=device, command="turn_on"), level)

    # Blocks.

    def _fork(self, loops: tuple[int, ...], depth: int, devices: list[str]) -> Nodes:
        dice = Dice(number=self._next(), loops=loops)
        low, high = self._shares(devices, 2)
        fork = Fork(
            dice=dice,
            limit=self._random.choice([20, 50, 80]),
            low=self.nodes(loops, depth + 1, low),
            high=self.nodes(loops, depth + 1, high),
            choose=self._random.random() < 0.5,
        )
        return (dice, fork)

    def _loop(
        self,
        loops: tuple[int, ...],
        depth: int,
        devices: list[str],  # noqa: ARG002 - a plug is switched once, not in a loop
    ) -> Nodes:
        dice = None
        if self._random.random() < 0.5:
            dice = Dice(number=self._next(), loops=loops)
        number = self._next()
        loop = Loop(
            kind=self._random.choice(["count", "for_each", "while", "until"]),
            number=number,
            times=2 if loops else self._random.randint(2, 3),
            dice=dice,
            body=self.nodes((*loops, number), depth + 1, []),
        )
        return (loop,) if dice is None else (dice, loop)

    def _parallel(
        self, loops: tuple[int, ...], depth: int, devices: list[str]
    ) -> Nodes:
        shares = self._shares(devices, self._random.randint(2, 3))
        arms = [self.nodes(loops, depth + 1, share) for share in shares]
        if self._random.random() < 0.5:
            return (Parallel(arms=tuple(arms)),)
        last = self.nodes(loops, depth + 1, [])
        return (Graph(arms=tuple(arms), last=last),)

    def _attempt(self, loops: tuple[int, ...], depth: int, devices: list[str]) -> Nodes:
        body = self.nodes(loops, depth + 1, devices)
        if self._random.random() < 0.7:
            body = (*body, self._command("tell", loops, fails=FOREVER))
        return (
            Attempt(
                body=body,
                catch=self._tell(loops) + self._delay(loops),
                final=self._press(loops) + self._tell(loops),
            ),
        )

    def _block(self, loops: tuple[int, ...], depth: int, devices: list[str]) -> Nodes:
        return (Block(body=self.nodes(loops, depth + 1, devices)),)

    def doom(self) -> Command:
        """Return a step that ends the plan as a failure."""
        return self._command("tell", (), fails=FOREVER)

    def _command(
        self,
        service: str,
        loops: tuple[int, ...],
        *,
        fails: int = 0,
        retries: int = 0,
        remedy: int | None = None,
        fallback: int | None = None,
        forgiven: bool = False,
        rollback: bool = False,
        draw: Command | None = None,
    ) -> Command:
        return Command(
            service=service,
            number=self._next(),
            loops=loops,
            fails=fails,
            retries=retries,
            remedy=remedy,
            fallback=fallback,
            forgiven=forgiven,
            rollback=rollback,
            draw=draw,
        )

    def _shares(self, devices: list[str], number: int) -> list[list[str]]:
        """Hand all devices out, so that no two arms quarrel about one."""
        shares = [devices[index::number] for index in range(number)]
        devices.clear()
        return shares

    def _next(self) -> int:
        return next(self._numbers)


def grow(random: Random, name: str, devices: tuple[str, ...]) -> Plan:
    """Return a plan that has some plugs for itself."""
    grower = _Grower(random)
    nodes = grower.nodes((), 0, list(devices))
    saga = random.random() < 0.15
    if saga or random.random() < 0.1:
        nodes = (*nodes, grower.doom())
    return Plan(name=name, nodes=nodes, devices=devices, saga=saga)
