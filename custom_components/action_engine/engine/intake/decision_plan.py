"""A decision plan, read and ordered before anything of it runs.

| key               | meaning                                                         |
|-------------------|-----------------------------------------------------------------|
| ``query``         | what was asked for, in words                                    |
| ``strategy``      | ``single``, ``parallel``, ``sequential``, ``hybrid``, ``auto``  |
| ``tool_calls``    | the calls, see below                                            |
| ``max_parallel``  | how many of them at once                                        |

| key of a call     | meaning                                                         |
|-------------------|-----------------------------------------------------------------|
| ``tool_name``     | an action, a named action, or a tool of a language model API    |
| ``parameters``    | by name; ``${{name}}`` takes the result of another call         |
| ``step``          | a number; calls with one number belong together                 |
| ``dependency``    | a step, a result variable, or a list of them                    |
| ``purpose``       | what it is for, in words                                        |
| ``result_variable``| the name under which others find its result                    |
| ``cache_seconds`` | how old an earlier answer of a tool that only reads may be      |
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
import re
from typing import Any, Final

from ..errors import InvalidActionError
from ..model.decision import DecisionPlan, Strategy, ToolCall
from .decision_order import chained, fitting, refuse_circles, with_needs
from .wording import in_words

MAX_CALLS: Final = 100

_PLAN_KEYS: Final = ("query", "strategy", "tool_calls", "max_parallel", "reasoning")
_KEYS: Final = (
    *("retry", "expect", "idempotent", "fallback", "rollback"),
    *("timeout", "cache_seconds"),
)
_CALL_KEYS: Final = (
    *("tool_name", "parameters", "step", "dependency", "purpose"),
    *("result_variable", *_KEYS),
)
_VARIABLE: Final = re.compile(r"[a-z_][a-z0-9_]*", re.ASCII)


def read_decision(data: Any, known: Iterable[str] = ()) -> DecisionPlan:
    """Return the plan that plain data describes.

    ``known`` are variables that calls may refer to beside each other's results. Raises
    ``InvalidActionError`` with the place for what is not a plan: unknown keys and names,
    circles, and calls that do not fit the strategy.
    """
    if not isinstance(data, Mapping):
        raise InvalidActionError("plan", in_words(data), "a mapping with tool_calls")
    _refuse_unknown(data, _PLAN_KEYS, "")
    strategy = _strategy(data.get("strategy"))
    raw = data.get("tool_calls")
    if not isinstance(raw, list) or not 0 < len(raw) <= MAX_CALLS:
        expected = f"a list of 1 to {MAX_CALLS} calls"
        raise InvalidActionError("tool_calls", in_words(raw), expected)
    bare = [_call(one, index) for index, one in enumerate(raw)]
    calls = with_needs(_with_ids(bare), raw, frozenset(known))
    if strategy is Strategy.SEQUENTIAL:
        calls = chained(calls)
    refuse_circles(calls)
    return DecisionPlan(
        query=_words(data, "query", "") or "",
        strategy=fitting(strategy, calls),
        calls=tuple(calls),
        max_parallel=_whole(data.get("max_parallel"), "max_parallel"),
    )


def to_actions(plan: DecisionPlan, results: str) -> list[dict[str, Any]]:
    """Return the plan as actions; the variable ``results`` tells of each call."""
    nodes = [_node(one) for one in plan.calls]
    graph: dict[str, Any] = {"graph": nodes, "response_variable": results}
    if plan.max_parallel is not None:
        graph["max_parallel"] = plan.max_parallel
    return [graph]


def _node(call: ToolCall) -> dict[str, Any]:
    node = {
        "id": call.id,
        "depends_on": list(call.needs),
        "tool": call.tool,
        "data": dict(call.parameters),
        "response_variable": call.variable,
        **call.keys,
    }
    return node | ({"alias": call.purpose} if call.purpose else {})


def _strategy(value: Any) -> Strategy:
    if value is None:
        return Strategy.AUTO
    # As enumerations of other programs write themselves: ExecutionStrategy.SINGLE_TOOL.
    word = str(value).rpartition(".")[2].lower().removesuffix("s").removesuffix("_tool")
    if word in set(Strategy):
        return Strategy(word)
    expected = f"one of {', '.join(Strategy)}"
    raise InvalidActionError("strategy", in_words(value), expected)


def _call(raw: Any, index: int) -> ToolCall:
    place = f"tool_calls/{index}"
    if not isinstance(raw, Mapping):
        raise InvalidActionError(place, in_words(raw), "a call, which is a mapping")
    _refuse_unknown(raw, _CALL_KEYS, place)
    name = raw.get("tool_name")
    if not isinstance(name, str) or not name.strip():
        raise InvalidActionError(f"{place}/tool_name", in_words(name), "a tool")
    parameters = raw.get("parameters") or {}
    if not isinstance(parameters, Mapping):
        expected = "a mapping of names to values"
        raise InvalidActionError(f"{place}/parameters", in_words(parameters), expected)
    step = _whole(raw.get("step"), f"{place}/step")
    return ToolCall(
        id="",
        index=index,
        tool=name.strip(),
        parameters=parameters,
        step=index + 1 if step is None else step,
        purpose=_words(raw, "purpose", place),
        variable=_variable(raw.get("result_variable"), f"{place}/result_variable"),
        keys={key: raw[key] for key in _KEYS if raw.get(key) is not None},
    )


def _with_ids(calls: list[ToolCall]) -> list[ToolCall]:
    """Name calls by their step, those that share one by their position in it, too."""
    steps = [one.step for one in calls]
    named: list[ToolCall] = []
    for index, one in enumerate(calls):
        alone = steps.count(one.step) == 1
        own = (
            str(one.step)
            if alone
            else f"{one.step}.{steps[:index].count(one.step) + 1}"
        )
        variable = one.variable or f"step_{own.replace('.', '_')}"
        named.append(replace(one, id=own, variable=variable))
    for index, one in enumerate(named):
        if one.variable in {other.variable for other in named[:index]}:
            place = f"tool_calls/{index}/result_variable"
            raise InvalidActionError(
                place, one.variable, "a name that no other call has"
            )
    return named


def _variable(value: Any, place: str) -> str:
    if value is None or value == "":
        return ""
    if not isinstance(value, str) or not _VARIABLE.fullmatch(value):
        expected = "a name of small letters, digits and _"
        raise InvalidActionError(place, in_words(value), expected)
    return value


def _whole(value: Any, place: str) -> int | None:
    if value is None:
        return None
    number = int(value) if isinstance(value, str) and value.isdecimal() else value
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        raise InvalidActionError(place, in_words(value), "a whole number")
    return number


def _words(data: Mapping[str, Any], key: str, place: str) -> str | None:
    value = data.get(key)
    if value is None or isinstance(value, str):
        return value
    raise InvalidActionError(f"{place}/{key}".strip("/"), in_words(value), "a text")


def _refuse_unknown(
    data: Mapping[Any, Any], known: tuple[str, ...], place: str
) -> None:
    for key in data:
        if key not in known:
            close = get_close_matches(str(key)[:40], known, n=1)
            expected = f"perhaps {close[0]}" if close else f"one of {', '.join(known)}"
            where = f"{place}/{str(key)[:40]}".strip("/")
            raise InvalidActionError(where, "an unknown key", expected)
