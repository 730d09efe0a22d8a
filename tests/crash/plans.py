"""What the executions of the matrix consist of.

Every node says two things that were written independently of each other: the actions
that ask the engine for it, and what the devices must see of it. The second is what an
uninterrupted run would do, given the numbers that the devices drew and were told.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
import json
from math import inf
import re
from typing import Any, Protocol

from .shapes import Arms, Gap, Once, Row, Series

type Actions = list[dict[str, Any]]

FOREVER = 99
"""A device that refuses so often never follows."""

BACKOFF = 0.3


class NotSeenError(Exception):
    """What follows depends on a number that no device has seen yet."""


class FailedError(Exception):
    """A step failed for good."""


@dataclass(slots=True)
class Walk:
    """One walk along a plan, with what is known of its run."""

    name: str
    answers: Mapping[str, Any]
    """What devices have answered, by mark."""

    told: Mapping[str, Any]
    """What devices were told, by mark."""

    turns: dict[int, int] = field(default_factory=dict)
    devices: dict[str, dict[str, Any]] = field(default_factory=dict)
    """How the devices are at the end."""

    def mark(self, number: int, loops: Sequence[int]) -> str:
        """Return the mark of this occurrence of a step."""
        turns = "".join(f".{self.turns[loop]}" for loop in loops)
        return f"{self.name}.{number}{turns}"

    def change(self, device: str, **changes: Any) -> None:
        """Note how a device is from now on."""
        self.devices.setdefault(device, {"on": False, "level": 0}).update(changes)


class Node(Protocol):
    """A step, or several."""

    def actions(self, name: str) -> Actions:
        """Return what the engine is asked."""

    def walk(self, walk: Walk, row: Row) -> None:
        """Add what the devices must see.

        Raises ``FailedError`` where the run fails, ``NotSeenError`` where nobody knows.
        """


def marked(name: str, number: int, loops: Sequence[int]) -> str:
    """Return the mark of a step as the plan has it: a template inside loops."""
    return f"{name}.{number}" + "".join(f".{{{{ i{loop} }}}}" for loop in loops)


def all_actions(nodes: Sequence[Node], name: str) -> Actions:
    """Return the actions of nodes in their order."""
    return [action for node in nodes for action in node.actions(name)]


def walk_all(nodes: Sequence[Node], walk: Walk, row: Row) -> None:
    """Walk along nodes in their order."""
    for node in nodes:
        node.walk(walk, row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One call: ``tell``, ``slow``, ``press``, which must not be repeated, or ``draw``."""

    service: str
    number: int
    loops: tuple[int, ...] = ()
    draw: Command | None = None
    """Tells what this one was answered."""

    fails: int = 0
    """So often the device refuses before it follows."""

    retries: int = 0
    remedy: int | None = None
    """Number of the step between two attempts."""

    fallback: int | None = None
    forgiven: bool = False
    rollback: bool = False

    @property
    def idempotent(self) -> bool:
        """It may be sent again."""
        return self.service != "press"

    def actions(self, name: str) -> Actions:
        """Return one call with its keys."""
        mark = marked(name, self.number, self.loops)
        data: dict[str, Any] = {"mark": mark}
        if self.draw is not None:
            data["value"] = f"{{{{ d{self.draw.number}.value }}}}"
        if self.fails:
            data["fails"] = self.fails
        call: dict[str, Any] = {
            "action": f"crash_home.{self.service}",
            "data": data,
            "idempotent": self.idempotent,
            "retry": _retry(self.retries),
        }
        if self.service == "draw":
            call["response_variable"] = f"d{self.number}"
        if self.remedy is not None:
            between = marked(name, self.remedy, self.loops) + ".{{ attempt }}"
            call["remedy"] = [_tell(between)]
        if self.fallback is not None:
            call["fallback"] = [_tell(marked(name, self.fallback, self.loops))]
        if self.forgiven:
            call["continue_on_error"] = True
        if self.rollback:
            call["rollback"] = [_tell(f"{mark}.undo")]
        return [call]

    def walk(self, walk: Walk, row: Row) -> None:
        """Add the call, its remedies, and its fallback if it fails for good."""
        mark = walk.mark(self.number, self.loops)
        tries = min(self.fails, self.retries + 1)
        fails_for_good = self.fails > self.retries
        # An attempt that was cut off is made again and never counted.
        most = inf if fails_for_good and self.idempotent else tries
        row.items.append(
            Once(
                key=mark,
                idempotent=self.idempotent,
                refused=(tries, most),
                done=not fails_for_good,
                value=None if self.draw is None else self.draw.answer(walk),
                undo=f"{mark}.undo" if self.rollback else None,
            )
        )
        if self.remedy is not None and self.fails:
            # Runs between the attempts; the last refusal has none behind it.
            between = walk.mark(self.remedy, self.loops)
            call = row.items.pop()
            most_between = min(self.fails, self.retries)
            row.items.append(
                Arms([Row([call]), Row([Series(key=between, most=most_between)])])
            )
        if not fails_for_good:
            if self.service == "draw":
                self.answer(walk)
            return
        if self.fallback is not None:
            row.items.append(Once(key=walk.mark(self.fallback, self.loops)))
        elif not self.forgiven:
            raise FailedError

    def answer(self, walk: Walk) -> Any:
        """Return what the device answered."""
        mark = walk.mark(self.number, self.loops)
        if mark not in walk.answers:
            raise NotSeenError
        return walk.answers[mark]


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """``turn_on``, ``turn_off`` or ``toggle`` of one plug; at most once in a plan."""

    device: str
    command: str

    def actions(self, _name: str) -> Actions:
        """Return a call as people write it."""
        target = {"entity_id": f"switch.{self.device}"}
        return [{"action": f"switch.{self.command}", "target": target}]

    def walk(self, walk: Walk, row: Row) -> None:
        """Add the call."""
        is_on = bool(walk.devices.get(self.device, {}).get("on"))
        after = {"turn_on": True, "turn_off": False, "toggle": not is_on}
        walk.change(self.device, on=after[self.command])
        key = f"{self.device}:{self.command}"
        row.items.append(Once(key=key, idempotent=self.command != "toggle"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """Sets the level of a plug, and looks whether it is so."""

    device: str
    level: int
    number: int
    loops: tuple[int, ...] = ()

    def actions(self, name: str) -> Actions:
        """Return a call with an expectation."""
        return [
            {
                "action": "crash_home.set_level",
                "target": {"entity_id": f"switch.{self.device}"},
                "data": {
                    "mark": marked(name, self.number, self.loops),
                    "level": self.level,
                },
                "idempotent": True,
                "expect": {"attributes": {"level": self.level}},
            }
        ]

    def walk(self, walk: Walk, row: Row) -> None:
        """Add the call."""
        walk.change(self.device, level=self.level)
        row.items.append(Once(key=walk.mark(self.number, self.loops)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """Waits for a time."""

    seconds: float

    def actions(self, _name: str) -> Actions:
        """Return a delay, with a template for every second one."""
        whole = round(self.seconds * 1000)
        value: Any = {"milliseconds": whole}
        if whole % 2:
            value = {"milliseconds": f"{{{{ {whole - 1} + 1 }}}}"}
        return [{"delay": value}]

    def walk(self, _walk: Walk, row: Row) -> None:
        """Add the time in which nothing happens."""
        row.items.append(Gap(seconds=round(self.seconds * 1000) / 1000))


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitInVain:
    """Waits for what never happens, and tells a device how that ended."""

    seconds: float
    number: int
    loops: tuple[int, ...] = ()

    def actions(self, name: str) -> Actions:
        """Return a wait with a timeout."""
        told = _tell(marked(name, self.number, self.loops), "{{ wait.completed }}")
        timeout = {"milliseconds": round(self.seconds * 1000)}
        return [{"wait_template": "{{ false }}", "timeout": timeout}, told]

    def walk(self, walk: Walk, row: Row) -> None:
        """Add the time, and what the device is told."""
        row.items.append(Gap(seconds=round(self.seconds * 1000) / 1000))
        row.items.append(Once(key=walk.mark(self.number, self.loops)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """Asks a plug to go on by itself in a while, and waits until it does."""

    device: str
    seconds: float
    number: int
    by_trigger: bool
    """With a trigger, which may fire while nobody is there, and therefore a timeout."""

    def actions(self, name: str) -> Actions:
        """Return the request and the wait."""
        entity_id = f"switch.{self.device}"
        data = {
            "mark": f"{name}.{self.number}",
            "device": self.device,
            "value": self.seconds,
        }
        ask = {"action": "crash_home.ring", "data": data, "idempotent": True}
        if self.by_trigger:
            trigger = {"trigger": "state", "entity_id": entity_id, "to": "on"}
            wait = {"wait_for_trigger": [trigger], "timeout": {"milliseconds": 1500}}
            return [ask, wait]
        template = f"{{{{ is_state('{entity_id}', 'on') }}}}"
        return [ask, {"wait_template": template, "timeout": 30}]

    def walk(self, walk: Walk, row: Row) -> None:
        """Add the request; if it has to be repeated the plug may be on by then."""
        walk.change(self.device, on=True)
        row.items.append(Once(key=walk.mark(self.number, ())))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dice:
    """Draws a number by template, and tells a device; ``number`` names the variable."""

    number: int
    loops: tuple[int, ...] = ()
    sides: int = 100

    def actions(self, name: str) -> Actions:
        """Return the variable and the call."""
        variable = f"v{self.number}"
        mark = marked(name, self.number, self.loops)
        return [
            {"variables": {variable: f"{{{{ range({self.sides}) | random }}}}"}},
            _tell(mark, f"{{{{ {variable} }}}}"),
        ]

    def walk(self, walk: Walk, row: Row) -> None:
        """Add the call."""
        mark = walk.mark(self.number, self.loops)
        row.items.append(Once(key=mark))
        if mark not in walk.told:
            raise NotSeenError


@dataclass(frozen=True, slots=True, kw_only=True)
class Fork:
    """Goes one way or another, as a die has fallen; ``if`` or ``choose``."""

    dice: Dice
    limit: int
    low: Sequence[Node]
    high: Sequence[Node]
    choose: bool

    def actions(self, name: str) -> Actions:
        """Return the branching."""
        test = f"{{{{ v{self.dice.number} < {self.limit} }}}}"
        low, high = all_actions(self.low, name), all_actions(self.high, name)
        if self.choose:
            choice = {"conditions": test, "sequence": low}
            return [{"choose": [choice], "default": high}]
        return [{"if": test, "then": low, "else": high}]

    def walk(self, walk: Walk, row: Row) -> None:
        """Go the same way."""
        told = walk.told[walk.mark(self.dice.number, self.dice.loops)]
        walk_all(self.low if int(told) < self.limit else self.high, walk, row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """Repeats, a number of times or until a die says so; ``number`` names its index."""

    kind: str
    """``count``, ``for_each``, ``while`` or ``until``."""

    number: int
    times: int
    dice: Dice | None
    """Decides how often, within ``times``."""

    body: Sequence[Node]

    def actions(self, name: str) -> Actions:
        """Return the loop; its body begins by noting the index for the marks."""
        times: Any = self.times
        if self.dice is not None:
            times = f"{{{{ v{self.dice.number} % {self.times} + 1 }}}}"
        inner = str(times).removeprefix("{{ ").removesuffix(" }}")
        head: dict[str, Any] = {
            "count": {"count": times},
            "for_each": {"for_each": f"{{{{ range({inner}) | list }}}}"},
            "while": {"while": f"{{{{ repeat.index <= {inner} }}}}"},
            "until": {"until": f"{{{{ repeat.index >= {inner} }}}}"},
        }[self.kind]
        index = {"variables": {f"i{self.number}": "{{ repeat.index }}"}}
        return [
            {"repeat": {**head, "sequence": [index, *all_actions(self.body, name)]}}
        ]

    def walk(self, walk: Walk, row: Row) -> None:
        """Walk as often."""
        times = self.times
        if self.dice is not None:
            told = walk.told[walk.mark(self.dice.number, self.dice.loops)]
            times = int(told) % self.times + 1
        for turn in range(1, times + 1):
            walk.turns[self.number] = turn
            walk_all(self.body, walk, row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parallel:
    """Arms side by side."""

    arms: Sequence[Sequence[Node]]

    def actions(self, name: str) -> Actions:
        """Return the arms."""
        arms = [{"sequence": all_actions(arm, name)} for arm in self.arms]
        return [{"parallel": arms}]

    def walk(self, walk: Walk, row: Row) -> None:
        """Walk along every arm to its end, whatever becomes of the others."""
        arms = Arms([Row() for _ in self.arms])
        row.items.append(arms)
        raised: list[Exception] = []
        for arm, inner in zip(self.arms, arms.rows, strict=True):
            try:
                walk_all(arm, walk, inner)
            except (FailedError, NotSeenError) as error:
                raised.append(error)
        for kind in (NotSeenError, FailedError):
            if any(isinstance(error, kind) for error in raised):
                raise kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Arms side by side, each in two nodes, and a last node that needs them all."""

    arms: Sequence[Sequence[Node]]
    last: Sequence[Node]

    def actions(self, name: str) -> Actions:
        """Return the graph."""
        nodes: list[dict[str, Any]] = []
        ends: list[str] = []
        for number, arm in enumerate(self.arms):
            half = (len(arm) + 1) // 2
            needs: list[str] = []
            for part in (arm[:half], arm[half:]):
                if not part:
                    continue
                here = f"{number}_{len(needs)}"
                sequence = all_actions(part, name)
                nodes.append({"id": here, "depends_on": needs, "sequence": sequence})
                needs = [here]
            ends += needs
        sequence = all_actions(self.last, name)
        nodes.append({"id": "last", "depends_on": ends, "sequence": sequence})
        return [{"graph": nodes}]

    def walk(self, walk: Walk, row: Row) -> None:
        """Walk along every arm, and on if each has come to its end."""
        Parallel(arms=self.arms).walk(walk, row)
        walk_all(self.last, walk, row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """``try``, ``catch``, ``finally``."""

    body: Sequence[Node]
    catch: Sequence[Node]
    final: Sequence[Node]

    def actions(self, name: str) -> Actions:
        """Return the block."""
        return [
            {
                "try": all_actions(self.body, name),
                "catch": all_actions(self.catch, name),
                "finally": all_actions(self.final, name),
            }
        ]

    def walk(self, walk: Walk, row: Row) -> None:
        """Walk as far as the body comes, then the rest."""
        try:
            walk_all(self.body, walk, row)
        except FailedError:
            walk_all(self.catch, walk, row)
        walk_all(self.final, walk, row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A sequence within the sequence."""

    body: Sequence[Node]

    def actions(self, name: str) -> Actions:
        """Return the sequence."""
        return [{"sequence": all_actions(self.body, name)}]

    def walk(self, walk: Walk, row: Row) -> None:
        """Walk along it."""
        walk_all(self.body, walk, row)


def _ends_of(actions: Any) -> Iterator[Any]:
    """Walk through all that stands in a ``finally``."""
    if isinstance(actions, dict):
        yield actions.get("finally", [])
        actions = list(actions.values())
    if isinstance(actions, list):
        for action in actions:
            yield from _ends_of(action)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One request."""

    name: str
    nodes: tuple[Node, ...]
    devices: tuple[str, ...]
    """Plugs that nobody else uses meanwhile."""

    saga: bool = False
    """Fails at its end and wants to be undone then."""

    @property
    def request(self) -> dict[str, Any]:
        """What is sent to the engine."""
        return {
            "name": self.name,
            "idempotency_key": self.name,
            "actions": all_actions(self.nodes, self.name),
            "on_failure": "rollback" if self.saga else "stop",
            "wait": False,
        }

    def must_not_repeat(self, key: str) -> bool:
        """Tell whether a step must not be repeated, by its key."""
        if key.endswith(":toggle"):
            return True
        _, number, *_ = f"{key}.".split(".")
        press = rf'"crash_home.press", "data": {{"mark": "{self.name}\.{number}[".]'
        return re.search(press, self._text) is not None

    def is_last_word(self, key: str) -> bool:
        """Tell whether a step stands in a ``finally``, by its key."""
        _, number, *_ = f"{key}.".split(".")
        mark = re.compile(rf'"mark": "{self.name}\.{number}[".]')
        ends = map(json.dumps, _ends_of(self.request["actions"]))
        return any(mark.search(end) for end in ends)

    @property
    def _text(self) -> str:
        return json.dumps(self.request["actions"])

    def walk(self, walk: Walk) -> tuple[Row, str | None]:
        """Return what devices must see, and ``success``, ``failed`` or None: too soon."""
        row = Row()
        try:
            walk_all(self.nodes, walk, row)
        except NotSeenError:
            return row, None
        except FailedError:
            return row, "failed"
        return row, "success"


def _tell(mark: str, value: str | None = None) -> dict[str, Any]:
    data = {"mark": mark} if value is None else {"mark": mark, "value": value}
    return {"action": "crash_home.tell", "data": data, "idempotent": True}


def _retry(retries: int) -> Any:
    if not retries:
        return False
    return {"max_retries": retries, "initial_delay": BACKOFF, "multiplier": 1.5}
