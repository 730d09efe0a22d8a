"""Which handler runs which kind of step."""

from collections.abc import Mapping
from typing import Any, Final

from ..model.own_steps import GraphStep, NamedStep, ToolStep
from ..model.plan import (
    CallStep,
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
    TryStep,
    UntilStep,
    VariablesStep,
    WaitTemplateStep,
    WaitTriggerStep,
    WhileStep,
)
from .call import act_on_device, call_service
from .flow import choose, decide, run_parallel, run_sequence
from .frame import Handler
from .graph import run_graph
from .loops import repeat_count, repeat_for_each, repeat_until, repeat_while
from .named import run_named
from .native import run_native
from .plain import answer, assign_variables, check_condition, fire_event, stop
from .trying import try_catch
from .waits import delay, wait_for_trigger, wait_template

HANDLERS: Final[Mapping[type[Step], Handler[Any]]] = {
    CallStep: call_service,
    SceneStep: call_service,
    DeviceStep: act_on_device,
    DelayStep: delay,
    WaitTemplateStep: wait_template,
    WaitTriggerStep: wait_for_trigger,
    EventStep: fire_event,
    VariablesStep: assign_variables,
    StopStep: stop,
    ConversationStep: answer,
    ConditionStep: check_condition,
    SequenceStep: run_sequence,
    IfStep: decide,
    ChooseStep: choose,
    ParallelStep: run_parallel,
    CountStep: repeat_count,
    ForEachStep: repeat_for_each,
    WhileStep: repeat_while,
    UntilStep: repeat_until,
    TryStep: try_catch,
    ToolStep: call_service,
    GraphStep: run_graph,
    NamedStep: run_named,
    NativeStep: run_native,
}
"""Home Assistant's sixteen action types, the engine's own blocks, and all that is new."""
