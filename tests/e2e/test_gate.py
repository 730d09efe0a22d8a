"""Three people, one front door: everything over HTTP, on a Home Assistant of its own."""

import pytest
from pytest_socket import enable_socket

from tests.home.api import ApiError
from tests.home.flows import (
    add_subentry,
    open_options,
    reconfigure,
    shown_values,
    submit_options,
)
from tests.home.house import House
from tests.home.residents import add_resident, command, sign_in_as

RUN = "/api/services/action_engine/run?return_response"
UNLOCK = [{"action": "lock.unlock", "target": {"entity_id": "lock.hallway_front_door"}}]
CODE = "2468"
LAMP = "light.kitchen_table"
EITHER = f"""{{{{ 'lock.hallway_front_door' if is_state('{LAMP}', 'off')
else 'lock.kitchen_back_door' }}}}"""


class Residence:
    """The home with an owner, an adult, and the account of an agent."""

    def __init__(self, house: House) -> None:
        """Move in, and let the agents' policy ask the adult."""
        self.house = house
        house.start()
        entry_id = house.ensure_integration("action_engine")
        self.adult_id = add_resident(house.api, "adult")
        self.bot_id = add_resident(house.api, "bot")
        page = open_options(house.api, entry_id)
        options = shown_values(page["data_schema"])
        options["safety"]["approval_code"] = CODE
        submit_options(house.api, page["flow_id"], options)
        change = {
            "applies": {"users": [self.bot_id]},
            "trust": {"enabled": True},
            "approvals": {"approvers": [self.adult_id]},
        }
        reconfigure(house.api, entry_id, "policy", "Agents", change)
        owner_id = command(house.api, "auth/current_user")["id"]
        adult = {
            "name": "Adult",
            "applies": {"users": [self.adult_id]},
            "trust": {"enabled": True, "trusted": True, "approval_required": True},
            "approvals": {"approvers": [owner_id]},
        }
        add_subentry(house.api, entry_id, "policy", adult)
        # Home Assistant stores some of that late, and a kill would lose it.
        house.stop()
        house.start()

    def as_(self, username):
        """Return the address with the token of a resident, or of the owner."""
        if username is None:
            return self.house.api
        return sign_in_as(self.house.api, username)

    def ask(self, actions=UNLOCK, **more):
        """Ask for something as the agent; return the answer."""
        data = {"actions": actions, "confidence": 0.99, "reasoning": "Bye", **more}
        return self.as_("bot").post(RUN, data)["service_response"]

    def approve(self, username, execution_id, **more):
        """Say yes as somebody."""
        path = f"/api/action_engine/executions/{execution_id}/approve"
        return self.as_(username).post(path, more)

    @property
    def unlocked(self):
        """How often the door was unlocked."""
        log = self.house.device_log()
        return sum(one["command"] == "unlock" for one in log)

    def until(self, execution_id, state):
        """Wait until an execution is in a state."""
        path = f"/api/action_engine/executions/{execution_id}"
        self.house.wait_until(lambda: self.house.api.get(path)["state"] == state)


@pytest.fixture(scope="module")
def residence(tmp_path_factory):
    """Start it, once."""
    enable_socket()
    with House(tmp_path_factory.mktemp("residence")) as house:
        yield Residence(house)


@pytest.mark.usefixtures("socket_enabled")
def test_the_agent_asks_and_a_person_answers(residence):
    """Held; not for the agent to approve; approved once, over a crash; used up then."""
    held = residence.ask()
    assert held["state"] == "pending_approval"
    execution_id = held["execution_id"]
    assert residence.unlocked == 0

    with pytest.raises(ApiError) as refused:
        residence.approve("bot", execution_id, code=CODE)
    assert refused.value.status == 404

    residence.house.kill()
    residence.house.start()
    residence.approve("adult", execution_id, code=CODE)
    residence.until(execution_id, "success")
    assert residence.unlocked == 1

    with pytest.raises(ApiError) as used_up:
        residence.approve("adult", execution_id, code=CODE)
    assert used_up.value.status == 404
    assert residence.unlocked == 1


@pytest.mark.usefixtures("socket_enabled")
def test_another_door_by_then_is_asked_about_anew(residence):
    """What a template comes to when somebody answers is not what he was shown."""
    before = residence.unlocked
    actions = [{"action": "lock.unlock", "target": {"entity_id": EITHER}}]
    held = residence.as_("adult").post(RUN, {"actions": actions})["service_response"]
    assert held["state"] == "pending_approval"
    owner = residence.house.api
    owner.post("/api/services/light/turn_on", {"entity_id": LAMP})
    with pytest.raises(ApiError) as refused:
        residence.approve(None, held["execution_id"], code=CODE)
    assert refused.value.status == 409
    assert residence.unlocked == before
    (question,) = owner.get("/api/action_engine/approvals")["approvals"]
    doors = question["verdict"]["impact"]["entity_ids"]
    assert doors == ["lock.kitchen_back_door"]
    residence.approve(None, held["execution_id"], code=CODE)
    residence.until(held["execution_id"], "success")
    assert residence.unlocked == before + 1
