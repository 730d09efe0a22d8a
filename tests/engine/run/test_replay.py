"""A run that is broken off anywhere goes on as if nothing had happened.

Each plan runs once to its end, writing notes. Then, for every number of notes that may
have reached the disk, a second life begins with just these, and both lives together
must have done what one life does.
"""

from collections.abc import Callable
from typing import Any

import pytest
import yaml

from homeassistant.core import (
    Context,
    HomeAssistant,
    ServiceCall,
    State,
    SupportsResponse,
)
from homeassistant.exceptions import HomeAssistantError

from custom_components.action_engine.engine.model.draft import Draft
from custom_components.action_engine.engine.model.notes import (
    FINAL,
    Note,
    NoteKind,
    Verdict,
)
from custom_components.action_engine.engine.model.outcome import Ending, RunResult
from custom_components.action_engine.engine.model.retry import RetryPolicy
from custom_components.action_engine.engine.model.settings import RunSettings
from custom_components.action_engine.engine.plan.compile import async_compile
from custom_components.action_engine.engine.run.interpreter import async_interpret
from custom_components.action_engine.engine.run.memory import Memory
from custom_components.action_engine.engine.run.service_facts import ServiceFacts

SETTINGS = RunSettings(
    retry=RetryPolicy(max_retries=2, initial_delay=0.001, jitter=0), within=0.001
)

PLANS = {
    "calls": """
        - action: test.act
          data: {n: 1}
        - action: test.act
          data: {n: "{{ 1 + 1 }}"}
          response_variable: got
        - action: test.act
          data: {n: "{{ got.answer }}"}
    """,
    "variables_and_clock": """
        - variables: {moment: "{{ now() | string }}", lucky: "{{ range(1000) | random }}"}
        - action: test.act
          data: {n: "{{ lucky }}"}
        - variables: {again: "{{ lucky + 1 }}"}
        - action: test.act
          data: {n: "{{ again }}", moment: "{{ moment }}"}
    """,
    "branches": """
        - if: "{{ range(2) | random == 1 }}"
          then: [{action: test.act, data: {n: heads}}]
          else: [{action: test.act, data: {n: tails}}]
        - choose:
            - conditions: "{{ range(2) | random == 1 }}"
              sequence: [{action: test.act, data: {n: a}}]
            - conditions: "{{ range(2) | random == 1 }}"
              sequence: [{action: test.act, data: {n: b}}]
          default: [{action: test.act, data: {n: c}}]
    """,
    "loops": """
        - repeat:
            count: "{{ range(2, 4) | random }}"
            sequence: [{action: test.act, data: {n: "{{ repeat.index }}"}}]
        - repeat:
            for_each: "{{ ['a', 'b'] if range(2) | random else ['c'] }}"
            sequence: [{action: test.act, data: {n: "{{ repeat.item }}"}}]
        - repeat:
            while: "{{ repeat.index < 3 }}"
            sequence: [{action: test.act, data: {n: "{{ repeat.index }}"}}]
        - repeat:
            until: "{{ repeat.index >= 2 }}"
            sequence: [{action: test.act, data: {n: "{{ repeat.index }}"}}]
    """,
    "parallel": """
        - variables: {last: nobody}
        - parallel:
            - sequence:
                - action: test.act
                  data: {n: left}
                - delay: {milliseconds: 4}
                - variables: {last: left}
            - sequence:
                - action: test.act
                  data: {n: right}
                - delay: {milliseconds: 1}
                - variables: {last: right}
            - action: test.act
              data: {n: third}
        - action: test.act
          data: {n: "{{ last }}"}
    """,
    "waits": """
        - wait_template: "{{ false }}"
          timeout: {milliseconds: 2}
        - action: test.act
          data: {n: "{{ wait.completed }} {{ wait.remaining }}"}
        - wait_for_trigger:
            - trigger: event
              event_type: never
          timeout: {milliseconds: 2}
        - action: test.act
          data: {n: "{{ wait.trigger is none }}"}
    """,
    "errors": """
        - try:
            - action: test.refuse
              retry: {max_retries: 1, initial_delay: 0.001}
              remedy: [{action: test.act, data: {n: "remedy {{ attempt }}"}}]
          catch:
            - action: test.act
              data: {n: "{{ error.message }} / {{ error.attempts }}"}
          finally:
            - action: test.act
              data: {n: end}
        - action: test.refuse
          continue_on_error: true
          retry: false
        - action: test.refuse
          retry: false
          fallback: [{action: test.act, data: {n: "{{ error.type }}"}}]
        - if: "{{ true }}"
          then:
            - condition: "{{ false }}"
            - action: test.act
              data: {n: never}
        - action: test.act
          data: {n: done}
    """,
    "graph_parallel": """
        - graph:
            - {id: a, tool: test.act, data: {n: 1}, response_variable: a}
            - {id: b, tool: test.act, data: {n: 2}, response_variable: b}
            - id: c
              depends_on: [a, b]
              tool: test.act
              data: {n: "${{a.answer}} and ${{b.answer}}"}
              response_variable: c
            - {id: d, depends_on: b, action: test.refuse, retry: false}
            - {id: e, depends_on: d, tool: test.act, data: {n: never}}
            - id: f
              depends_on: a
              sequence: [{delay: {milliseconds: 2}}, {action: test.act, data: {n: f}}]
            - {id: g, depends_on: [c, f], tool: test.act, data: {n: "${{c}}"}}
          max_parallel: 2
          response_variable: results
          continue_on_error: true
        - action: test.act
          data: {n: "{{ results | to_json }}"}
    """,
    "a_named_action": """
        - catalog: greet
          data: {whom: "{{ 'me' ~ 1 }}", other: "${{nobody?}}"}
          sequence:
            - {tool: test.act, data: {n: "${{whom}}"}, response_variable: result}
            - action: test.act
              data: {n: "{{ whom }} {{ result.answer }}"}
          response_variable: greeting
        - action: test.act
          data: {n: "{{ greeting.answer }}"}
    """,
    "events_and_answers": """
        - event: told
          event_data: {n: "{{ range(1000) | random }}"}
        - set_conversation_response: "{{ range(1000) | random }}"
        - action: test.act
          data: {n: 1}
        - stop: enough
    """,
}


class World:
    """Records what is done to it."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Offer two services, one that does and one that refuses."""
        self.hass = hass
        self.done: list[Any] = []
        hass.services.async_register(
            "test", "act", self._act, supports_response=SupportsResponse.OPTIONAL
        )
        hass.services.async_register("test", "refuse", self._refuse)
        hass.bus.async_listen("told", lambda event: self.done.append(event.data["n"]))

    async def _act(self, call: ServiceCall) -> dict[str, Any]:
        self.done.append(dict(call.data))
        return {"answer": f"{call.data['n']} times 100"}

    async def _refuse(self, _: ServiceCall) -> None:
        self.done.append("refused")
        raise HomeAssistantError("it refuses")


class Pages:
    """A notebook in memory; remembers what was done by the time of each note."""

    def __init__(self, world: World) -> None:
        """Begin with empty pages."""
        self.notes: list[Note] = []
        self.done_by: list[int] = []
        self._world = world

    def write(self, key: str, kind: NoteKind, value: Any) -> None:
        """Put a note down."""
        self.notes.append(Note(key=key, kind=kind, value=value))
        self.done_by.append(len(self._world.done))

    def write_later(self, key: str, kind: NoteKind, make: Callable[[], Any]) -> None:
        """Put a note down; its value is made at once."""
        self.write(key, kind, make())

    async def settled(self) -> None:
        """Be on disk at once."""


@pytest.fixture
def world(hass: HomeAssistant) -> World:
    """Return a world with services that may be repeated, as far as the engine knows."""
    return World(hass)


async def live(
    world: World, actions: list[Any], past: list[Note] | None = None
) -> tuple[RunResult, Pages]:
    """Run actions to their end, or from where notes leave off."""
    hass = world.hass
    plan = await async_compile(hass, Draft(actions=actions))
    facts = ServiceFacts(hass)
    pages = Pages(world)
    result = await async_interpret(
        hass,
        plan,
        variables={},
        context=Context(),
        settings=SETTINGS,
        facts=facts,
        memory=Memory(pages, past or ()),
    )
    await hass.async_block_till_done()
    facts.close()
    plan.unload()
    return result, pages


def actions_of(name: str) -> list[Any]:
    """Return a plan; its calls may be repeated without harm."""
    actions = yaml.safe_load(PLANS[name])

    def mark(steps: Any) -> None:
        if isinstance(steps, list):
            for step in steps:
                mark(step)
        elif isinstance(steps, dict):
            name = steps.get("action", steps.get("tool", ""))
            if str(name).startswith("test."):
                steps["idempotent"] = True
            for value in steps.values():
                mark(value)

    mark(actions)
    return actions


def told(result: RunResult) -> dict[str, Any]:
    """Return what a run leaves behind, without what is of one life only."""
    variables = {k: v for k, v in result.variables.items() if k != "context"}
    return {
        "ending": result.ending,
        "variables": variables,
        "response": result.response,
        "answer": result.conversation_response,
        "counts": {k: v for k, v in result.log.counts().items() if k != "steps"},
    }


@pytest.mark.parametrize("name", PLANS)
async def test_two_lives_are_one(world: World, name: str) -> None:
    """Whatever had reached the disk: nothing is done twice, and nothing is left out."""
    whole, pages = await live(world, actions_of(name))
    once = list(world.done)
    assert len(pages.notes) > 2
    for kept in range(len(pages.notes) + 1):
        past = pages.notes[:kept]
        world.done = []
        result, _ = await live(world, actions_of(name), past)
        # A call whose result was not written down is in flight, and is made again.
        finals = sum(note.kind in FINAL for note in past)
        if "random" not in PLANS[name]:
            assert len(world.done) <= len(once), f"after {kept} notes"
        if finals == sum(note.kind in FINAL for note in pages.notes):
            assert world.done == []
            assert told(result) == told(whole)
        assert result.ending is whole.ending, f"after {kept} notes"
        if "random" not in PLANS[name] and "parallel" not in PLANS[name]:
            assert world.done == once[len(once) - len(world.done) :]


async def test_a_call_that_is_done_is_not_made_again(world: World) -> None:
    """The first life's result answers, and the variable it filled is there."""
    _, pages = await live(world, actions_of("calls"))
    result_of_second = next(
        index
        for index, note in enumerate(pages.notes)
        if note.kind is NoteKind.RESULT and note.key == "1"
    )
    world.done = []
    await live(world, actions_of("calls"), pages.notes[: result_of_second + 1])
    assert world.done == [{"n": "2 times 100"}]


@pytest.mark.parametrize(
    ("verdict", "done", "ending"),
    [
        (None, [], Ending.UNKNOWN),
        (Verdict.AGAIN, [{"n": 1}, {"n": 2}], Ending.FINISHED),
        (Verdict.DONE, [{"n": 2}], Ending.FINISHED),
        (Verdict.GIVE_UP, [], Ending.ERROR),
    ],
)
async def test_only_a_person_decides_about_a_call_in_flight(
    world: World, verdict: Verdict | None, done: list[Any], ending: Ending
) -> None:
    """A call that must not be made twice is neither repeated nor taken for done."""
    actions = [
        {"action": "test.act", "data": {"n": 1}, "idempotent": False},
        {"action": "test.act", "data": {"n": 2}, "idempotent": False},
    ]
    _, pages = await live(world, actions)
    past = [pages.notes[0]]
    assert past[0].kind is NoteKind.INTENT
    if verdict is not None:
        past.append(Note(key="0", kind=NoteKind.VERDICT, value=verdict.value))
    world.done = []
    result, _ = await live(world, actions, past)
    assert world.done == done
    assert result.ending is ending


async def test_what_was_seen_to_be_done_is_not_made_again(world: World) -> None:
    """A call in flight whose effect is there now counts as done."""
    hass = world.hass
    hass.states.async_set("light.a", "off")

    async def turn_on(_: ServiceCall) -> None:
        world.done.append("on")
        hass.states.async_set("light.a", "on")

    hass.services.async_register("light", "turn_on", turn_on)
    actions = [{"action": "light.turn_on", "target": {"entity_id": "light.a"}}]
    _, pages = await live(world, actions)
    assert world.done == ["on"]
    await live(world, actions, pages.notes[:1])
    assert world.done == ["on"]
    hass.states.async_set("light.a", "off")
    await live(world, actions, pages.notes[:1])
    assert world.done == ["on", "on"]


async def test_a_delay_goes_on_with_what_is_left(world: World) -> None:
    """A delay whose time has passed while nobody was there is over at once."""
    actions = [{"delay": {"hours": 1}}, {"action": "test.act", "data": {"n": 1}}]
    past = [
        Note(key="0", kind=NoteKind.DEADLINE, value="2020-01-01T00:00:00+00:00"),
    ]
    result, _ = await live(world, actions, past)
    assert result.ending is Ending.FINISHED
    assert world.done == [{"n": 1}]


async def test_notes_that_do_not_fit_end_in_unknown(world: World) -> None:
    """A note that nobody asks for is not passed over."""
    stray = Note(key="7/then/0", kind=NoteKind.DECIDED, value=1)
    result, _ = await live(world, actions_of("calls"), [stray])
    assert result.ending is Ending.UNKNOWN
    assert world.done == []
    result, _ = await live(world, actions_of("parallel"), [stray])
    assert result.ending is Ending.UNKNOWN
    assert world.done == []


async def test_states_are_kept_as_the_undo_wants_them(world: World) -> None:
    """What is noted before and after a call is what the snapshot function makes."""
    hass = world.hass
    hass.states.async_set("light.a", "off", {"brightness": None, "x": 1})

    async def turn_on(_: ServiceCall) -> None:
        hass.states.async_set("light.a", "on")

    hass.services.async_register("light", "turn_on", turn_on)
    plan = await async_compile(
        hass,
        Draft(actions=[{"action": "light.turn_on", "data": {"entity_id": "light.a"}}]),
    )
    pages, facts = Pages(world), ServiceFacts(hass)

    def take(state: State) -> str:
        return state.state

    await async_interpret(
        hass,
        plan,
        variables={},
        context=Context(),
        settings=SETTINGS,
        facts=facts,
        memory=Memory(pages, (), take),
    )
    facts.close()
    assert pages.notes[0].value["before"] == {"light.a": "off"}
    assert pages.notes[-1].value["after"] == {"light.a": "on"}
