"""Which handler runs which kind of step."""

from collections.abc import Mapping
from typing import Any, Final

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
from .loops import repeat_count, repeat_for_each, repeat_until, repeat_while
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
    NativeStep: run_native,
}
"""Home Assistant's sixteen action types, the engine's own block, and all that is new."""
