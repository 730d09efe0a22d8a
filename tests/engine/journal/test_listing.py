from datetime import timedelta

import pytest

from custom_components.action_engine.engine.model.asked_by import AskedBy
from custom_components.action_engine.engine.model.state import ExecutionState
from custom_components.action_engine.engine.model.stored import ExecutionFilter, Sight
from tests.engine.journal.samples import NOON, ended, execution_at

AGENTS = frozenset({"agents"})


@pytest.fixture
async def thirty(open_journal, somewhere):
    """Return a journal of thirty executions, a second apart, each of them different."""
    journal = await open_journal(**somewhere)
    for number in range(30):
        new = execution_at(
            number,
            name=str(number),
            type="goodnight" if number % 10 == 0 else "run",
            origin=f"automation.a{number % 3}",
            user_id=f"u{number % 2}",
            policy="agents" if number % 5 == 0 else "household",
            undo_of="x" if number == 7 else None,
        )
        journal.accepted(new)
        journal.touched(
            new.id,
            entities=[f"light.l{number % 4}", f"light.l{number % 4}"],
            actions=["light.turn_on"] if number < 20 else ["light.turn_off"],
        )
        journal.touched(new.id, entities=["light.all", f"light.l{number % 4}"])
        if number >= 5:
            journal.changed(new.id, **ended("failed" if number % 2 else "success"))
    return journal


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, range(30)),
        ({"states": frozenset({ExecutionState.QUEUED})}, range(5)),
        (
            {"states": frozenset({ExecutionState.FAILED, ExecutionState.QUEUED})},
            [*range(5), *range(5, 30, 2)],
        ),
        ({"entity_id": "light.l1"}, range(1, 30, 4)),
        ({"entity_id": "light.nothing"}, []),
        ({"action": "light.turn_off"}, range(20, 30)),
        ({"action": "goodnight"}, range(0, 30, 10)),
        ({"entity_id": "light.l0", "action": "light.turn_on"}, range(0, 20, 4)),
        ({"origin": "automation.a2"}, range(2, 30, 3)),
        ({"user_id": "u1", "origin": "automation.a0"}, range(3, 30, 6)),
        ({"policy": "agents"}, range(0, 30, 5)),
        ({"undo_of": "x"}, [7]),
        ({"sight": Sight(user_id="u1")}, range(1, 30, 2)),
        ({"sight": Sight(user_id="u1"), "user_id": "u0"}, []),
        (
            {"sight": Sight(user_id="nobody", policies=frozenset({"agents", "x"}))},
            range(0, 30, 5),
        ),
        (
            {"sight": Sight(user_id="u1", policies=frozenset({"agents"}))},
            sorted({*range(1, 30, 2), *range(0, 30, 5)}),
        ),
        ({"asked_by": AskedBy.AUTOMATION}, range(30)),
        ({"asked_by": AskedBy.SCRIPT}, []),
        ({"asked_by": AskedBy.USER}, []),
        ({"asked_by": AskedBy.AGENT, "agents": AGENTS}, range(0, 30, 5)),
        ({"asked_by": AskedBy.AGENT}, []),
        ({"name": "2"}, [2, 12, *range(20, 30)]),
        ({"name": "_"}, []),
        ({"since": NOON + timedelta(seconds=25)}, range(25, 30)),
        ({"until": NOON + timedelta(seconds=3)}, range(3)),
        (
            {
                "since": NOON + timedelta(seconds=10),
                "until": NOON + timedelta(seconds=20),
                "entity_id": "light.l2",
            },
            [10, 14, 18],
        ),
    ],
)
async def test_filters(thirty, wanted, expected):
    """Each by itself, and together; the newest first."""
    page = await thirty.list(ExecutionFilter(**wanted))
    assert [int(one.name) for one in page.items] == sorted(expected, reverse=True)
    assert page.next is None


@pytest.mark.parametrize("wanted", [{}, {"entity_id": "light.all"}, {"action": "run"}])
async def test_pages_show_each_execution_once(thirty, wanted):
    """From the newest to the oldest, also while new ones arrive in front."""
    seen, cursor = [], None
    while True:
        page = await thirty.list(ExecutionFilter(before=cursor, limit=4, **wanted))
        seen += [int(one.name) for one in page.items]
        thirty.accepted(execution_at(100 + len(seen), name="99"))
        if (cursor := page.next) is None:
            break
        assert len(page.items) == 4
    assert seen == [
        number
        for number in range(29, -1, -1)
        if wanted != {"action": "run"} or number % 10
    ]


@pytest.mark.parametrize(("limit", "shown"), [(-1, 1), (0, 1), (30, 30), (10**9, 30)])
async def test_the_limit_has_bounds(thirty, limit, shown):
    """A page has something on it, and never everything there is."""
    page = await thirty.list(ExecutionFilter(limit=limit))
    assert len(page.items) == shown
    assert (page.next is None) == (shown == 30)


async def test_a_list_does_not_tell_what_was_asked_for(thirty):
    """The source may be large; it comes with the single execution."""
    (item, *_) = (await thirty.list(ExecutionFilter())).items
    assert item.source is None
    assert not item.source_exact


@pytest.mark.parametrize(
    ("row", "asked_by"),
    [
        ({"user_id": "ann"}, AskedBy.USER),
        ({"user_id": "ann", "policy": "household"}, AskedBy.USER),
        ({"user_id": "ann", "policy": "agents"}, AskedBy.AGENT),
        ({"policy": "agents"}, AskedBy.AGENT),
        ({"user_id": "ann", "origin": "script.a"}, AskedBy.SCRIPT),
        ({"origin": "automation.a"}, AskedBy.AUTOMATION),
        ({"origin": "automation_a", "user_id": "ann"}, None),
        ({}, None),
    ],
)
async def test_who_stands_behind_it(open_journal, somewhere, row, asked_by):
    """Each is found under one of them, or under none."""
    journal = await open_journal(**somewhere)
    journal.accepted(execution_at(0, **row))
    found = []
    for one in AskedBy:
        page = await journal.list(ExecutionFilter(asked_by=one, agents=AGENTS))
        found += [one] * len(page.items)
    assert found == ([] if asked_by is None else [asked_by])


async def test_a_name_is_found_as_it_was_typed(open_journal, somewhere):
    """Small letters or large ones; what means something to a database means nothing."""
    journal = await open_journal(**somewhere)
    journal.accepted(execution_at(0, name="50 % of the Lights"))
    for text, number in (("LIGHTS", 1), ("50 %", 1), ("5%l", 0), ("\0", 0)):
        page = await journal.list(ExecutionFilter(name=text))
        assert len(page.items) == number, text
