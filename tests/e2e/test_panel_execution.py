"""The page of one execution: live while it runs, its plan, and what can be done with it."""

from functools import wraps
import json
import os
from pathlib import Path

from playwright.sync_api import expect
import pytest
from pytest_socket import enable_socket

from tests.home.browser import chromium, open_page, shoot
from tests.home.house import House

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("panel_execution"),
    pytest.mark.usefixtures("socket_enabled"),
]

RUN = "/api/services/action_engine/run?return_response"
PLAN = "/api/services/action_engine/run_plan?return_response"
PATIENCE = 30_000
"""Milliseconds that a page of Home Assistant may take on a busy machine."""

LONGEST_TASK = 100
"""Milliseconds of processor time: what the page itself takes for one frame, whatever else
the machine is doing."""

TABLE, COUNTER, LANTERN = (
    "light.kitchen_table",
    "light.kitchen_counter",
    "light.garden_lantern",
)
MACHINE = "switch.kitchen_coffee_machine"
PHONE = {"width": 390, "height": 844}


def turn(entity_id, to="on", **more):
    """Return a step that switches something."""
    domain = entity_id.partition(".")[0]
    return {
        "action": f"{domain}.turn_{to}",
        "target": {"entity_id": entity_id},
        **more,
    }


def until(entity_id, state):
    """Return a step that waits for a state."""
    return {"wait_template": f"{{{{ is_state('{entity_id}', '{state}') }}}}"}


class Bench:
    """The home, and who looks at what it does."""

    def __init__(self, house):
        """Move in."""
        self.house = house
        self.browser = None
        house.ensure_integration("action_engine")

    def reset(self):
        """Put all devices back to what they were."""
        self.house.api.post("/api/services/simulated_home/reset")

    def begin(self, *actions, **more):
        """Have something run without waiting for it; return its id."""
        data = {"actions": list(actions), "wait": False, **more}
        return self.house.api.post(RUN, data)["service_response"]["execution_id"]

    def run(self, *actions, **more):
        """Have something run to its end; return its id."""
        data = {"actions": list(actions), **more}
        return self.house.api.post(RUN, data)["service_response"]["execution_id"]

    def switch(self, entity_id, to):
        """Do something by hand."""
        domain = entity_id.partition(".")[0]
        data = {"entity_id": entity_id}
        self.house.api.post(f"/api/services/{domain}/turn_{to}", data)

    def state_of(self, entity_id):
        """Return the state of a device."""
        return self.house.api.get(f"/api/states/{entity_id}")["state"]

    def look(self, execution_id, **look):
        """Open the page of an execution in a browser of its own."""
        path = f"/action-engine/executions/{execution_id}"
        page = open_page(self.browser, self.house.api, path, **look)
        page.set_default_timeout(PATIENCE)
        expect(badge(page)).to_be_visible(timeout=PATIENCE)
        return page


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    """Start it, once."""
    enable_socket()
    with House(tmp_path_factory.mktemp("panel_execution")) as house:
        house.start()
        yield Bench(house)


def with_browser(test):
    """Open a browser for a test alone: with one, no event loop can begin, and fixtures do."""

    @wraps(test)
    def run(bench):
        bench.reset()
        with chromium() as bench.browser:
            test(bench)

    return run


def badge(page):
    """Return where the state stands."""
    return page.locator("action-engine-execution header .badge")


def stands(page, state):
    """Wait until an execution is in a state."""
    expect(badge(page)).to_have_text(state, timeout=PATIENCE)


def node(page, place):
    """Return a node of the plan."""
    return page.locator(f'action-engine-graph [data-place="{place}"]')


def row(page, path):
    """Return a step on the time axis."""
    return page.locator(f'action-engine-steps [data-path="{path}"]')


@with_browser
def test_a_retry_is_seen_as_it_happens(bench):
    """The failed attempt, the wait after it, and the end, without asking again."""
    retry = {"max_retries": 3, "initial_delay": 3, "multiplier": 1, "jitter": 0}
    coffee = turn(MACHINE, retry=retry)
    execution_id = bench.begin(until(TABLE, "on"), coffee, name="Coffee")
    page = bench.look(execution_id)
    stands(page, "Running")
    sent = []
    page.on("websocket", lambda _: sent.append("a new connection"))
    bench.switch(TABLE, "on")
    stands(page, "Trying again")
    expect(row(page, "1")).to_contain_text("again after 3 sec")
    expect(node(page, "1")).to_have_accessible_name(
        "Switch: turn on, Coffee machine (Kitchen), An attempt failed"
    )
    bar = row(page, "1").locator(".waiting").first
    early = bar.bounding_box()["width"]
    page.wait_for_function(
        "([bar, early]) => bar.getBoundingClientRect().width > early + 5",
        arg=[bar.element_handle(), early],
    )
    shoot(page, "execution_retrying_light")
    stands(page, "Success")
    expect(row(page, "1")).to_contain_text("3 attempts")
    expect(row(page, "1").locator(".failed")).to_have_count(2)
    expect(row(page, "1").locator(".done")).to_have_count(1)
    expect(node(page, "1")).to_have_class("node done")
    assert sent == []


@with_browser
def test_the_plan_shows_which_way_was_taken(bench):
    """What was done, what failed and what was never reached; a node opens its step."""
    call = {"tool_name": "light.turn_on", "parameters": {"entity_id": TABLE}}
    lost = {"tool_name": "switch.turn_on", "parameters": {"entity_id": "switch.none"}}
    calls = [
        {**call, "result_variable": "table"},
        {**lost, "result_variable": "lost"},
        {**call, "dependency": ["table"], "result_variable": "again"},
        {**call, "dependency": ["lost"], "result_variable": "never"},
    ]
    answer = bench.house.api.post(PLAN, {"query": "Light", "tool_calls": calls})
    execution_id = answer["service_response"]["execution_id"]
    page = bench.look(execution_id)
    stands(page, "Failed")
    graph = page.locator("action-engine-graph")
    places = {0: "done", 1: "failed", 2: "done", 3: "skipped"}
    for index, standing in places.items():
        one = graph.locator(f'[data-place$="/graph/{index}/0"]')
        expect(one).to_have_class(f"node {standing}")
    below = [
        graph.locator(f'[data-place$="/graph/{index}/0"]').bounding_box()["y"]
        for index in (0, 2)
    ]
    assert below[0] < below[1]
    failed = graph.locator('[data-place$="/graph/1/0"]')
    failed.click()
    expect(failed).to_have_attribute("aria-pressed", "true")
    path = failed.get_attribute("data-place")
    expect(row(page, path)).to_have_attribute("open", "")
    expect(row(page, path)).to_contain_text("switch.none")
    shoot(page, "execution_plan_light")


@with_browser
def test_ways_loops_and_phones(bench):
    """The way not taken is dim, turns are counted, and nothing leaves a small screen."""
    execution_id = bench.run(
        {
            "if": "{{ true }}",
            "then": [turn(TABLE, alias="Light the table")],
            "else": [turn(COUNTER)],
        },
        {"repeat": {"count": 3, "sequence": [turn(LANTERN), {"delay": 0.05}]}},
        {"parallel": [turn(COUNTER), {"sequence": [turn(COUNTER)]}]},
        {"condition": "state", "entity_id": TABLE, "state": "off"},
        turn(TABLE, "off"),
        name="Ways",
    )
    page = bench.look(execution_id, viewport=PHONE, color_scheme="dark")
    expect(node(page, "0/then/0")).to_have_class("node done")
    expect(node(page, "0/else/0")).to_have_class("node unreached")
    expect(node(page, "0/else/0")).to_have_accessible_name(
        "Light: turn on, Counter (Kitchen), Not reached"
    )
    expect(node(page, "1/repeat/sequence/0")).to_contain_text(
        "3\N{MULTIPLICATION SIGN}"
    )
    overflow = "document.documentElement.scrollWidth - window.innerWidth"
    assert page.evaluate(overflow) <= 0
    shoot(page, "execution_dark_phone")
    node(page, "0/else/0").click()
    expect(page.get_by_text("This step was not reached.")).to_be_visible()
    node(page, "0").focus()
    page.keyboard.press("ArrowDown")
    expect(node(page, "0/then/0")).to_be_focused()
    page.keyboard.press("Enter")
    expect(row(page, "0/then/0")).to_have_attribute("open", "")
    wide = bench.look(execution_id, viewport={"width": 1280, "height": 900})
    expect(node(wide, "4")).to_be_visible()
    shoot(wide, "execution_ways_light")


@with_browser
def test_halted_and_let_go_on(bench):
    """What is halted waits before its next step, for as long as it takes."""
    execution_id = bench.begin(
        turn(TABLE), until(COUNTER, "on"), turn(TABLE, "off"), name="Halting"
    )
    page = bench.look(execution_id)
    stands(page, "Running")
    expect(page.get_by_role("button", name="Go on")).to_have_count(0)
    page.get_by_role("button", name="Pause").click()
    stands(page, "Paused")
    expect(page.get_by_role("button", name="Repeat")).to_have_count(0)
    bench.switch(COUNTER, "on")
    assert bench.state_of(TABLE) == "on"
    page.get_by_role("button", name="Go on").click()
    stands(page, "Success")
    assert bench.state_of(TABLE) == "off"
    expect(page.get_by_role("button", name="Pause")).to_have_count(0)


@with_browser
def test_repeated_after_a_question(bench):
    """Each of the two executions leads to the other one."""
    execution_id = bench.run(turn(TABLE), name="Twice")
    bench.switch(TABLE, "off")
    page = bench.look(execution_id)
    page.get_by_role("button", name="Repeat …").click()
    dialog = page.get_by_role("dialog", name="Repeat “Twice”?")
    dialog.get_by_role("button", name="Not now").click()
    assert bench.state_of(TABLE) == "off"
    page.get_by_role("button", name="Repeat …").click()
    dialog.get_by_role("button", name="Repeat it").click()
    page.wait_for_url(lambda url: execution_id not in url)
    stands(page, "Success")
    assert bench.state_of(TABLE) == "on"
    asked = page.locator("action-engine-asked")
    expect(asked).to_contain_text("Repeats")
    expect(asked).to_contain_text("You")
    asked.get_by_role("link").click()
    page.wait_for_url(f"**/{execution_id}")
    expect(asked).to_contain_text("Repeated by")


@with_browser
def test_retried_from_the_step_that_failed(bench):
    """What was done before it is not done once more."""
    coffee = turn(MACHINE, retry={"max_retries": 1, "initial_delay": 0.1})
    execution_id = bench.run(turn(TABLE), coffee, name="Broken")
    page = bench.look(execution_id)
    stands(page, "Failed")
    bench.switch(TABLE, "off")
    page.get_by_role("button", name="Retry from here …").click()
    dialog = page.get_by_role("dialog", name="Retry “Broken”")
    dialog.get_by_role("button", name="Retry it").click()
    page.wait_for_url(lambda url: execution_id not in url)
    stands(page, "Success")
    assert bench.state_of(MACHINE) == "on"
    assert bench.state_of(TABLE) == "off"


@with_browser
def test_undo_leaves_alone_what_somebody_has_changed(bench):
    """The preview says so beforehand, and just the other one is set back."""
    execution_id = bench.run(turn(TABLE), turn(COUNTER), name="Lights")
    bench.switch(COUNTER, "off")
    bench.house.api.post(
        "/api/services/light/turn_on", {"entity_id": COUNTER, "brightness": 30}
    )
    page = bench.look(execution_id)
    table = page.locator("action-engine-states tr", has_text="Counter (Kitchen)")
    expect(table.locator("td").first).to_contain_text("Off")
    page.get_by_role("button", name="Undo …").click()
    dialog = page.get_by_role("dialog", name="Undo “Lights”?")
    expect(dialog).to_be_visible()
    will = page.get_by_role("region", name="Will be set back")
    left = page.get_by_role("region", name="Left alone: changed since")
    expect(will).to_contain_text("Table (Kitchen)")
    expect(left).to_contain_text("Counter (Kitchen)")
    expect(will).not_to_contain_text("Counter")
    shoot(page, "execution_undo_light")
    dialog.get_by_role("button", name="Undo it").click()
    page.wait_for_url(lambda url: execution_id not in url)
    stands(page, "Success")
    assert bench.state_of(TABLE) == "off"
    assert bench.state_of(COUNTER) == "on"
    page.locator("action-engine-asked").get_by_role("link").first.click()
    stands(page, "Undone")
    expect(page.locator("action-engine-asked")).to_contain_text("Undone by")


@with_browser
def test_the_audit_trail_is_verified(bench):
    """It names every event, and says what came of the look at all of them."""
    execution_id = bench.run(turn(TABLE), name="Audited")
    page = bench.look(execution_id, color_scheme="dark")
    page.get_by_text("Audit trail").click()
    expect(page.locator("action-engine-audit li").first).to_contain_text("New state")
    page.get_by_role("button", name="Verify").click()
    expect(page.locator("action-engine-audit")).to_contain_text("Nothing was changed")
    page.get_by_text("The actions, as they were asked for").click()
    expect(page.locator("action-engine-asked pre").first).to_contain_text(TABLE)
    shoot(page, "execution_audit_dark")


def keep_figures(figures):
    """Keep what was measured where PANEL_PICTURES says."""
    if folder := os.environ.get("PANEL_PICTURES"):
        path = Path(folder) / "frames.json"
        before = path.read_text() if path.exists() else ""
        path.write_text(f"{before}{json.dumps(figures)}\n")


FRAMES = """() => {
  window.frames_seen = { longest: 0, count: 0 };
  let last = performance.now();
  const frame = (now) => {
    window.frames_seen.longest = Math.max(window.frames_seen.longest, now - last);
    window.frames_seen.count += 1;
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}"""


def tasks_of(trace):
    """Return what each task of a page took of the processor, in milliseconds, the longest first."""
    events = json.loads(trace)["traceEvents"]
    pages = {
        (one["pid"], one["tid"])
        for one in events
        if one["name"] == "thread_name" and one["args"]["name"] == "CrRendererMain"
    }
    took = [
        one["tdur"] / 1000
        for one in events
        if one["name"].endswith("RunTask")
        and "tdur" in one
        and (one["pid"], one["tid"]) in pages
    ]
    return sorted(took, reverse=True)


@with_browser
def test_a_thousand_steps_stream_without_a_long_frame(bench):
    """The page stays usable, and asks for the account no more than a few times."""
    calls = [turn(LANTERN)] * 100
    execution_id = bench.begin(
        until(TABLE, "on"), {"repeat": {"count": 10, "sequence": calls}}, name="Many"
    )
    asked = []

    def hear(frame):
        if isinstance(frame, str) and "action_engine/get_execution" in frame:
            asked.append(frame)

    page = bench.look(execution_id, viewport={"width": 1280, "height": 900})
    page.on("websocket", lambda socket: socket.on("framesent", hear))
    page.reload()
    stands(page, "Running")
    expect(row(page, "0")).to_be_visible()
    page.evaluate(FRAMES)
    asked.clear()
    categories = ["toplevel", "disabled-by-default-devtools.timeline"]
    bench.browser.start_tracing(page=page, categories=categories)
    bench.switch(TABLE, "on")
    stands(page, "Success")
    expect(row(page, "1/repeat/10/sequence/99")).to_have_count(1, timeout=PATIENCE)
    tasks = tasks_of(bench.browser.stop_tracing())
    seen = page.evaluate("window.frames_seen")
    keep_figures(
        {
            "longest frame": round(seen["longest"], 1),
            "frames": seen["count"],
            "longest tasks": [round(one, 1) for one in tasks[:5]],
            "tasks": len(tasks),
            "asked": len(asked),
        }
    )
    assert page.locator("action-engine-steps details").count() == 1002
    assert tasks[0] < LONGEST_TASK
    assert len(asked) <= 5
