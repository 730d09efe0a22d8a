"""Would a defect of the interpreter be noticed? Each row is one that might come in."""

from typing import Final

import pytest

from .case import load_cases
from .engine import async_run_engine
from .mutation import Mutation, mutated
from .native import async_run_native
from .observation import differences
from .observe import async_observe
from .world import World

CASES = load_cases()

MUTATIONS: Final = (
    Mutation(
        name="a condition that is not met is passed over",
        module="run.plain",
        old="raise ConditionFailed",
        new="return",
        noticed_by=(
            "condition/false_on_top_level_ends_the_run",
            "condition/false_in_sequence_ends_only_the_sequence",
        ),
    ),
    Mutation(
        name="a condition in a block ends the run",
        module="run.frame",
        old="except ConditionFailed:",
        new="except ():",
        noticed_by=(
            "condition/false_in_then_ends_only_the_branch",
            "condition/false_in_repeat_ends_only_the_iteration",
        ),
    ),
    Mutation(
        name="a loop has no scope of its own",
        module="run.loops",
        function="repeat_count",
        old="frame.scope(frame.prefix)",
        new="frame.at(frame.prefix)",
        noticed_by=("variables/repeat_is_gone_after_the_loop",),
    ),
    Mutation(
        name="outer scopes cover inner ones",
        module="run.frame",
        old="reversed(self.variables.data.maps)",
        new="self.variables.data.maps",
        noticed_by=("repeat/nested_loops_have_their_own_repeat",),
    ),
    Mutation(
        name="parallel branches share the variable wait",
        module="run.flow",
        old="parallel=True",
        new="parallel=False",
        noticed_by=(
            "parallel/wait_is_private_to_a_branch",
            "wait_for_trigger/fired_by_another_branch",
        ),
    ),
    Mutation(
        name="the last error of parallel branches counts",
        module="run.flow",
        old="for result in results:",
        new="for result in reversed(results):",
        noticed_by=(
            "parallel/first_error_in_branch_order_counts",
            "stop/error_before_stop_in_branch_order",
        ),
    ),
    Mutation(
        name="the first error ends the other branches",
        module="run.flow",
        old="return_exceptions=True",
        new="return_exceptions=False",
        noticed_by=(
            "parallel/error_waits_for_the_others",
            "stop/inside_parallel_waits_for_the_others",
        ),
    ),
    Mutation(
        name="continue_on_error passes over errors of the configuration",
        module="run.forgiving",
        old="CONFIGURATION_ERRORS",
        new="()",
        function="may_continue",
        noticed_by=(
            "continue_on_error/unknown_service",
            "variables/error_in_template_is_not_continued",
        ),
    ),
    Mutation(
        name="continue_on_error of a service passes over nothing foreign",
        module="run.call",
        old="step.continue_on_error and",
        new="False and",
        noticed_by=("continue_on_error/foreign_error_of_a_service",),
    ),
    Mutation(
        name="a disabled condition counts as not met",
        module="run.deciding",
        old="is False",
        new="is not True",
        noticed_by=(
            "if/disabled_condition_counts_as_met",
            "repeat/until_disabled_condition_counts_as_met",
        ),
    ),
    Mutation(
        name="a condition that cannot be evaluated counts as met",
        module="run.deciding",
        old="return None",
        new="return True",
        noticed_by=(
            "if/condition_error_runs_else",
            "repeat/while_condition_error_ends_the_loop",
        ),
    ),
    Mutation(
        name="until goes on after a condition that cannot be evaluated",
        module="run.loops",
        old="is not False",
        new="is True",
        noticed_by=("repeat/until_condition_error_ends_the_loop",),
    ),
    Mutation(
        name="silent loops do not let others in",
        module="run.loops",
        function="repeat_while",
        old="await asyncio.sleep(0)",
        new="pass",
        noticed_by=("repeat/silent_loops_in_parallel_take_turns",),
    ),
    Mutation(
        name="a loop may turn once more than natively",
        module="run.loops",
        old=">= REPEAT_TERMINATE_ITERATIONS",
        new="> REPEAT_TERMINATE_ITERATIONS",
        noticed_by=("repeat/while_is_ended_after_ten_thousand",),
    ),
    Mutation(
        name="for_each takes a tuple",
        module="run.loops",
        old="isinstance(items, list)",
        new="isinstance(items, (list, tuple))",
        noticed_by=("repeat/for_each_tuple_aborts",),
    ),
    Mutation(
        name="items that are none are defined",
        module="run.loops",
        old="if item is not None",
        new="if True",
        noticed_by=("repeat/for_each_none_items_define_no_item",),
    ),
    Mutation(
        name="stop with an error is a stop",
        module="run.plain",
        old="if step.error:",
        new="if False:",
        noticed_by=("stop/error_aborts", "parallel/abort_before_error_in_branch_order"),
    ),
    Mutation(
        name="the response of stop is lost",
        module="run.plain",
        old="Stop(step.text, response,",
        new="Stop(step.text, None,",
        noticed_by=("stop/with_a_response",),
    ),
    Mutation(
        name="answers of blocks are lost",
        module="run.frame",
        old="inner.conversation is not UNDEFINED",
        new="False",
        noticed_by=("conversation/comes_out_of_blocks",),
    ),
    Mutation(
        name="event data that cannot be rendered ends the run",
        module="run.plain",
        old="except TemplateError",
        new="except ConditionError",
        noticed_by=("event/template_error_fires_without_that_data",),
    ),
    Mutation(
        name="enabled may look at states",
        module="run.interpreter",
        old="limited=True",
        new="limited=False",
        noticed_by=("enabled/template_may_not_look_at_states",),
    ),
    Mutation(
        name="a delay is longer than it says",
        module="run.waits",
        old="asyncio.sleep(seconds)",
        new="asyncio.sleep(seconds + 0.01)",
        noticed_by=("delay/fraction", "parallel/branches_run_at_the_same_time"),
    ),
    Mutation(
        name="a wait that timed out has time left",
        module="run.waits",
        old='["remaining"] = 0.0',
        new='["remaining"] = None',
        noticed_by=("wait_template/times_out_and_goes_on",),
    ),
    Mutation(
        name="a timeout never aborts",
        module="run.waits",
        old="if not self._step.continue_on_timeout:",
        new="if False:",
        noticed_by=(
            "wait_template/times_out_and_aborts",
            "wait_for_trigger/timeout_aborts",
        ),
    ),
    Mutation(
        name="response rules are not checked",
        module="run.order",
        old="supports is SupportsResponse.NONE",
        new="False",
        noticed_by=("service/rendered_name_of_a_service_that_never_responds",),
    ),
    Mutation(
        name="calls have a context of their own",
        module="run.call",
        old="context=run.context",
        new="context=None",
        noticed_by=("service/data_is_rendered_with_types_kept",),
    ),
    Mutation(
        name="handlers get the very data of the plan",
        module="run.order",
        old="copied(value) for key",
        new="value for key",
        noticed_by=("service/handler_that_changes_its_data_does_not_change_the_step",),
    ),
)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
async def test_defect_is_noticed(world: World, mutation: Mutation) -> None:
    """Each of the cases differs from the native run as soon as the defect is there."""
    for name in mutation.noticed_by:
        case = CASES[name]
        native = await async_observe(world, case, async_run_native)
        sound = await async_observe(world, case, async_run_engine)
        with mutated(mutation):
            defective = await async_observe(world, case, async_run_engine)

        assert differences(native, sound) == []
        assert differences(native, defective) != [], f"{name} does not show it"
