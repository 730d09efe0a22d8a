"""What the last days were like, for whoever asks."""

from datetime import timedelta

from homeassistant.core import Context
from homeassistant.util import dt as dt_util

from custom_components.action_engine.asking import Asker
from custom_components.action_engine.figures_api import figures
from custom_components.action_engine.rights import sight_of
from tests.face.gate_house import ADULT, BOT, GUEST, LAMP, OWNER

FAILS = {"stop": "No", "error": True}


async def figures_for(house, person, **data):
    """Return what somebody is told."""
    user = await house.hass.auth.async_get_user(person)
    asker = Asker(
        hass=house.hass,
        engine=house.engine,
        context=Context(user_id=person),
        sight=sight_of(user, house.engine.gate.policies),
    )
    return await figures(asker, data)


async def test_each_day_by_what_became_of_it(house):
    """Today is the last one, and what nobody decided yet is neither good nor bad."""
    for actions in (LAMP, LAMP, FAILS):
        await house.ask(actions, as_=OWNER)
    await house.ask(LAMP, as_=BOT)
    answer = await figures_for(house, OWNER)
    assert len(answer["days"]) == 7
    today = answer["days"][-1]
    assert today["date"] == dt_util.now().date().isoformat()
    assert (today["success"], today["failed"], today["other"]) == (2, 1, 1)
    assert today["seconds"] >= 0
    assert answer["success_rate"] == 66.7
    earlier = answer["days"][:-1]
    assert {(one["success"], one["failed"], one["other"]) for one in earlier} == {
        (0, 0, 0)
    }
    assert {one["seconds"] for one in earlier} == {None}


async def test_days_begin_by_the_clock_of_the_home(house, freezer):
    """What ran at one to midnight belongs to the day before."""
    await house.hass.config.async_set_time_zone("Pacific/Auckland")
    midnight = dt_util.start_of_local_day() + timedelta(days=1)
    freezer.move_to(midnight - timedelta(minutes=1))
    await house.ask(LAMP, as_=OWNER)
    freezer.move_to(midnight + timedelta(minutes=1))
    await house.ask(LAMP, as_=OWNER)
    await house.ask(LAMP, as_=OWNER)
    days = (await figures_for(house, OWNER, days=2))["days"]
    assert [one["success"] for one in days] == [1, 2]


async def test_a_single_day(house):
    """There is nothing to sort then."""
    await house.ask(LAMP, as_=OWNER)
    answer = await figures_for(house, OWNER, days=1)
    assert [one["success"] for one in answer["days"]] == [1]


async def test_nothing_has_no_rate(house):
    """Nobody divides by nothing."""
    answer = await figures_for(house, OWNER)
    assert answer["success_rate"] is None


async def test_e18_each_is_told_of_what_he_sees(house):
    """Who is asked about the agent sees that of the agent, a guest his own."""
    await house.ask(LAMP, as_=OWNER)
    await house.ask(LAMP, as_=BOT)
    await house.ask(LAMP, as_=GUEST)
    sums = {
        person: sum(
            one["success"] + one["failed"] + one["other"]
            for one in (await figures_for(house, person))["days"]
        )
        for person in (OWNER, ADULT, BOT, GUEST)
    }
    assert sums == {OWNER: 3, ADULT: 1, BOT: 1, GUEST: 1}
