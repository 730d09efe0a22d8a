"""From a validated action to its step record: one builder per action type."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.template import is_complex

from ..model.plan import (
    Branch,
    CallStep,
    Choice,
    ChooseStep,
    ConditionStep,
    ConversationStep,
    CountStep,
    DelayStep,
    DeviceStep,
    EventStep,
    ForEachStep,
    IfStep,
    NativeStep,
    ParallelStep,
    SceneStep,
    SequenceStep,
    Step,
    StopStep,
    UntilStep,
    VariablesStep,
    WaitTemplateStep,
    WaitTriggerStep,
    WhileStep,
)
from .fixed_call import fix_call
from .own_builders import build_graph, build_named, build_tool, build_try
from .parts import Parts, effort, rollback


def _call(parts: Parts) -> Step:
    config = parts.config
    return CallStep(
        **parts.common,
        **effort(parts),
        config=config,
        fixed=fix_call(parts.hass, config),
        response_variable=config.get("response_variable"),
    )


def _scene(parts: Parts) -> Step:
    config = {
        "action": "scene.turn_on",
        "data": {"entity_id": parts.config["scene"]},
    }
    return SceneStep(
        **parts.common,
        **effort(parts),
        config=config,
        fixed=fix_call(parts.hass, config),
    )


def _device(parts: Parts) -> Step:
    return DeviceStep(**parts.common, **effort(parts), config=parts.config)


def _seconds(period: Any) -> float | None:
    if period is None or is_complex(period):
        return None
    return float(cv.positive_time_period(period).total_seconds())


def _delay(parts: Parts) -> Step:
    delay = parts.config["delay"]
    return DelayStep(**parts.common, delay=delay, seconds=_seconds(delay))


def _wait(parts: Parts) -> dict[str, Any]:
    return {
        "timeout": parts.config.get("timeout"),
        "seconds": _seconds(parts.config.get("timeout")),
        "continue_on_timeout": parts.config.get("continue_on_timeout", True),
    }


def _wait_template(parts: Parts) -> Step:
    template = parts.config["wait_template"]
    return WaitTemplateStep(**parts.common, **_wait(parts), template=template)


def _wait_for_trigger(parts: Parts) -> Step:
    triggers = parts.config["wait_for_trigger"]
    return WaitTriggerStep(**parts.common, **_wait(parts), triggers=triggers)


def _event(parts: Parts) -> Step:
    config = parts.config
    data = (config.get("event_data"), config.get("event_data_template"))
    given = [part for part in data if part is not None]
    return EventStep(
        **parts.common,
        event=config["event"],
        data=tuple(given),
        fixed=None
        if is_complex(given)
        else {k: v for one in given for k, v in one.items()},
    )


def _variables(parts: Parts) -> Step:
    return VariablesStep(**parts.common, variables=parts.config["variables"])


def _stop(parts: Parts) -> Step:
    return StopStep(
        **parts.common,
        text=parts.config["stop"],
        error=parts.config.get("error", False),
        response_variable=parts.config.get("response_variable"),
    )


def _conversation(parts: Parts) -> Step:
    response = parts.config["set_conversation_response"]
    return ConversationStep(**parts.common, response=response)


def _condition(parts: Parts) -> Step:
    return ConditionStep(**parts.common, check=parts.check([parts.config]))


def _sequence(parts: Parts) -> Step:
    steps = parts.inner["sequence"]
    return SequenceStep(**parts.common, steps=steps, rollback=rollback(parts))


def _if(parts: Parts) -> Step:
    return IfStep(
        **parts.common,
        checks=parts.check(parts.config["if"]),
        then=parts.inner["then"],
        otherwise=parts.inner.get("else"),
        rollback=rollback(parts),
    )


def _choose(parts: Parts) -> Step:
    choices = tuple(
        Choice(
            checks=parts.check(option["conditions"]),
            steps=parts.inner[f"choose/{index}/sequence"],
            alias=option.get("alias"),
        )
        for index, option in enumerate(parts.config["choose"])
    )
    return ChooseStep(
        **parts.common,
        choices=choices,
        default=parts.inner.get("default"),
        rollback=rollback(parts),
    )


def _parallel(parts: Parts) -> Step:
    branches = tuple(
        Branch(
            steps=parts.inner[f"parallel/{index}/sequence"],
            enabled=branch.get("enabled", True),
            alias=branch.get("alias"),
        )
        for index, branch in enumerate(parts.config["parallel"])
    )
    return ParallelStep(**parts.common, branches=branches, rollback=rollback(parts))


def _repeat(parts: Parts) -> Step:
    loop = parts.config["repeat"]
    build = next(builder for key, builder in _LOOPS.items() if key in loop)
    common = {
        **parts.common,
        "steps": parts.inner["repeat/sequence"],
        "rollback": rollback(parts),
    }
    return build(parts, loop, common)


_LOOPS: Final[Mapping[str, Callable[[Parts, Any, dict[str, Any]], Step]]] = {
    "count": lambda _, loop, common: CountStep(**common, count=loop["count"]),
    "for_each": lambda _, loop, common: ForEachStep(**common, items=loop["for_each"]),
    "while": lambda parts, loop, common: WhileStep(
        **common, checks=parts.check(loop["while"])
    ),
    "until": lambda parts, loop, common: UntilStep(
        **common, checks=parts.check(loop["until"])
    ),
}


def build_native(parts: Parts) -> Step:
    """Build the step for an action type that is not in the table.

    Whether its errors are passed over decides the interpreter, which writes them down.
    """
    config = {k: v for k, v in parts.config.items() if k != "continue_on_error"}
    return NativeStep(**parts.common, config=config)


BUILDERS: Final[Mapping[str, Callable[[Parts], Step]]] = {
    "call_service": _call,
    "scene": _scene,
    "device": _device,
    "delay": _delay,
    "wait_template": _wait_template,
    "wait_for_trigger": _wait_for_trigger,
    "event": _event,
    "variables": _variables,
    "stop": _stop,
    "set_conversation_response": _conversation,
    "condition": _condition,
    "sequence": _sequence,
    "if": _if,
    "choose": _choose,
    "parallel": _parallel,
    "repeat": _repeat,
    "try": build_try,
    "graph": build_graph,
    "tool": build_tool,
    "catalog": build_named,
}
"""Home Assistant's sixteen action types, and the engine's own blocks."""
