"""What strangers have written is words, wherever Home Assistant shows it.

Where it renders Markdown (descriptions of issues, notifications) their words come escaped;
where text is text (titles, the logbook, lists, phones) they are one line that ends where it
ends.
"""

from dataclasses import replace
import re
from types import SimpleNamespace

import pytest

from homeassistant.components import persistent_notification
from homeassistant.components.todo import DATA_COMPONENT
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component
from homeassistant.util.json import json_loads

from custom_components.action_engine.const import DOMAIN, EVENT_EXECUTION_ENDED
from custom_components.action_engine.diagnostics import (
    async_get_config_entry_diagnostics,
)
from custom_components.action_engine.engine.model.claim import Claim
from custom_components.action_engine.engine.model.named_action import CatalogProblem
from custom_components.action_engine.engine.model.policy import HOUSEHOLD
from custom_components.action_engine.engine.model.quoting import (
    as_code,
    one_line,
    quoted,
)
from custom_components.action_engine.issues import show_unreadable, show_unusable
from custom_components.action_engine.logbook import async_describe_events
from custom_components.action_engine.repairs import describe
from custom_components.action_engine.side_door_issues import show_side_doors
from tests.engine.gate_home import ADULT, LAMP, SUPERVISED
from tests.face.lives import crash, live_again

RTL = "\N{RIGHT-TO-LEFT OVERRIDE}"
HOSTILE = (
    "<script>alert(1)</script> [click](https://evil.example) ![x](http://evil.example/x)"
    f" **bold** `code` # head {RTL}reversed\n\n# Heading\n- list” said the owner"
)
LIVE = re.compile(r"(?<!\\)[`*_{}\[\]()#+!|<>~&$]|https?:|\n")
"""What would still mean something in Markdown, with no backslash in front of it."""

TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def dead_in_markdown(text):
    """Tell whether nothing of a text means anything in Markdown."""
    return not LIVE.search(text.replace("\\\\", "")) and not TURNING.search(text)


def plain_words(text):
    """Tell whether a text is one line that leaves its neighbours alone."""
    return "\n" not in text and not TURNING.search(text)


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "",
        "- item",
        "1. item",
        "=====",
        "\\[a](b)",
        "&lt;b&gt;",
        "<https://a.example>",
        "a\N{LINE SEPARATOR}b",
        "$x$",
        "WWW.EVIL.EXAMPLE and mailto:a@b",
    ],
)
def test_quoted_words_mean_nothing(text):
    """No markup, no link, no second line, and nothing turns around."""
    shown = quoted(text)
    assert dead_in_markdown(shown)
    assert not re.match(r"-|=|\d+[.)]", shown)
    assert "www." not in shown.lower()


def test_quoted_words_are_still_the_words():
    """Without the backslashes it reads as it was written."""
    assert quoted("Lights_off (50 %)").replace("\\", "") == "Lights_off (50 %)"
    assert quoted("Café 5 °C") == "Café 5 °C"
    family = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}"
    assert quoted(family) == family


def test_code_ends_where_it_ends():
    """A backtick would end the span, and what follows would be markup."""
    assert as_code("a`b [x](y)") == "`a'b [x](y)`"
    assert as_code("") == "` `"
    assert "\n" not in as_code(HOSTILE)


def test_one_line_stays_between_its_quotation_marks():
    """It can neither end a quotation nor begin a line nor turn what follows."""
    shown = one_line(HOSTILE)
    assert plain_words(shown)
    assert "“" not in shown
    assert "”" not in shown
    assert len(one_line("x" * 1000)) == 200


def placeholders(hass):
    """Return what the issues of the integration are told."""
    known = ir.async_get(hass).issues
    return [
        one.translation_placeholders for key, one in known.items() if key[0] == DOMAIN
    ]


async def test_issues_are_told_words(hass, entry):
    """Descriptions get them quoted, titles in one line, and each name has both."""
    problem = CatalogProblem(source=HOSTILE, name=HOSTILE, reason=HOSTILE)
    show_unusable(hass, [problem])
    show_unreadable(hass, {"p": (HOSTILE, HOSTILE)})
    show_side_doors(hass, "p", HOSTILE, 1, HOSTILE)
    told = placeholders(hass)
    assert len(told) == 3
    for facts in told:
        plain = {name for name in facts if not name.endswith("_quoted")}
        assert {f"{name}_quoted" for name in plain} == facts.keys() - plain
        assert all(plain_words(facts[name]) for name in plain)
        assert all(dead_in_markdown(facts[f"{name}_quoted"]) for name in plain)


def test_descriptions_of_issues_use_what_is_quoted(pytestconfig):
    """Home Assistant renders them as Markdown; titles are text to it."""
    path = (
        pytestconfig.rootpath / "custom_components/action_engine/translations/en.json"
    )
    issues = json_loads(path.read_text())["issues"]
    markdown = ("description", "already_decided", "not_possible")
    escaped_already = {"calls", "reason", "created"}

    def texts(node, key=""):
        if isinstance(node, str):
            yield key, node
            return
        for name, one in node.items():
            yield from texts(one, name)

    found = 0
    for key, text in texts(issues):
        for name in re.findall(r"{(\w+)}", text):
            found += 1
            is_quoted = name.endswith("_quoted") or name in escaped_already
            assert is_quoted is (key in markdown), text
    assert found > 20


async def test_an_undecided_execution_is_described_in_words(hass, entry, run, home):
    """Its name and all that its call was given; in the dialog they are Markdown."""
    data = {"message": HOSTILE, HOSTILE: "x"}
    actions = [{"action": "home.wait", "data": data}]
    accepted = await run(actions=actions, wait=False, name=HOSTILE[:200])
    await home.entered.wait()
    await crash(hass, entry, home.gate.set)
    await live_again(hass, entry)
    await hass.async_block_till_done(wait_background_tasks=True)
    known = await describe(hass, accepted["execution_id"])
    (line,) = known["calls"].splitlines()
    spans = re.compile(r"`[^`]*`")
    assert dead_in_markdown(spans.sub("", line))
    assert "script" in line
    (facts,) = placeholders(hass)
    assert dead_in_markdown(facts["name_quoted"])
    assert plain_words(facts["name"])


def shown_notifications(hass):
    """Return what is in the drawer."""
    return persistent_notification._async_get_or_create_notifications(hass)  # noqa: SLF001 - there is no other way to look


@pytest.mark.parametrize(
    "message",
    [HOSTILE, "None", "5", "['a']", 'It\'s "so"', "a\\b {{ x }} {% y %}"],
)
async def test_what_an_assistant_writes_is_text_in_the_drawer(hass, run, message):
    """Pictures, links and markup are words there; line breaks stay."""
    assert await async_setup_component(hass, "persistent_notification", {})
    step = {"tool": "send_notification", "data": {"message": message, "title": "T"}}
    ran = await run(actions=[step])
    assert ran["success"], ran
    (one,) = shown_notifications(hass).values()
    lines = one["message"].split("\n")
    assert all(dead_in_markdown(line) for line in lines)
    said = one["message"].replace("\\", "").replace("\N{ZERO WIDTH SPACE}", "")
    assert said == TURNING.sub("", message).replace("\\", "").strip()


async def test_a_report_in_the_drawer_quotes(hass, run, call):
    """Its own headings are Markdown, names and errors in it are words."""
    assert await async_setup_component(hass, "persistent_notification", {})
    await run("fail", name=HOSTILE[:200])
    await call("generate_report", kind="failures", deliver={"notification": True})
    (one,) = shown_notifications(hass).values()
    (line,) = [line for line in one["message"].split("\n") if "alert" in line]
    marks = line.split("** (", 1)[0].removeprefix("- ").split("**", 1)[1]
    assert dead_in_markdown(marks)


async def test_the_logbook_has_words(hass, run):
    """One line, in the direction of the rest."""
    described = {}
    async_describe_events(hass, lambda *event: described.update({event[1]: event[2]}))
    ended = []
    hass.bus.async_listen(EVENT_EXECUTION_ENDED, ended.append)
    await run("fail", name=HOSTILE[:200])
    await hass.async_block_till_done()
    (event,) = ended
    line = described[EVENT_EXECUTION_ENDED](
        SimpleNamespace(data=event.data, context_id=event.context.id)
    )
    assert plain_words(line["name"])
    assert plain_words(line["message"])


async def test_the_list_of_questions_has_words(hass, guarded, beat):
    """The name of a question stays within its quotation marks."""
    await guarded.ask(LAMP, name=HOSTILE[:200])
    await beat()
    entity = hass.data[DATA_COMPONENT].get_entity("todo.action_engine_approvals")
    (item,) = entity.todo_items
    assert plain_words(item.summary)
    assert item.summary.count("”") == 1
    assert item.summary.endswith("”")
    assert "script" not in item.description


async def test_phones_are_told_words(hass, guarded):
    """Some of them read HTML; a device may be named by whoever made it."""
    guarded.add_phone("phone", ADULT)
    guarded.judge_by(HOUSEHOLD, replace(SUPERVISED, name=HOSTILE))
    named = {"friendly_name": f"<b>Lamp</b> “{RTL}"}
    hass.states.async_set("light.hall", "off", named)
    await guarded.ask(LAMP, name=HOSTILE[:200], claim=Claim(reasoning=HOSTILE))
    await guarded.idle()
    (told,) = guarded.sent["phone"]
    for text in (told["title"], *told["message"].split("\n")):
        assert plain_words(text)
        assert not set("<>`") & set(text)


async def test_diagnostics_stay_data(hass, entry, run):
    """A file of JSON is no page: what was written is in there as it is."""
    await run("fail", name=HOSTILE[:200])
    found = await async_get_config_entry_diagnostics(hass, entry)
    assert HOSTILE[:40] in str(found["executions"])
