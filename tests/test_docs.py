"""The documentation speaks of what is there, and its examples work."""

from pathlib import Path
import re
from typing import Any

import pytest
import yaml

from homeassistant.core import HomeAssistant, SupportsResponse
from homeassistant.setup import async_setup_component

from custom_components.action_engine.engine.engine import ActionEngine
from custom_components.action_engine.engine.errors import RequestError
from custom_components.action_engine.engine.model.options import EngineOptions
from custom_components.action_engine.engine.model.policy import AGENTS
from custom_components.action_engine.engine.model.request import Source, SourceKind
from custom_components.action_engine.engine.plan.auto_expect import RULES
from custom_components.action_engine.engine.plan.keys import ENGINE_KEYS
from custom_components.action_engine.policy_data import policy_as_data
from custom_components.action_engine.services import async_setup_services

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks() -> list[Any]:
    """Return every YAML example as a parameter that names its page."""
    return [
        pytest.param(text, id=f"{page.relative_to(ROOT)}-{number}")
        for page in PAGES
        for number, text in enumerate(BLOCK.findall(page.read_text()))
    ]


def engine_calls(value: Any) -> list[dict[str, Any]]:
    """Return the data of every call of the engine inside an example."""
    if isinstance(value, list):
        return [call for item in value for call in engine_calls(item)]
    if not isinstance(value, dict):
        return []
    name = value.get("perform_action") or value.get("action")
    if str(name).startswith("action_engine."):
        return [value["data"]]
    return [call for item in value.values() for call in engine_calls(item)]


def actions_of(text: str) -> list[Any]:
    """Return the lists of actions that an example would have the engine run."""
    value = yaml.safe_load(text)
    if calls := engine_calls(value):
        found = [call["actions"] for call in calls if "actions" in call]
        raw = [re.sub(r"{% (end)?raw %}", "", c["yaml"]) for c in calls if "yaml" in c]
        return found + [yaml.safe_load(one) for one in raw]
    return [value] if isinstance(value, list) else []


@pytest.fixture
async def home(hass: HomeAssistant) -> HomeAssistant:
    """Bring up the actions that the examples use."""
    await async_setup_component(hass, "homeassistant", {})
    for domain in ("light", "lock", "switch", "valve", "climate", "notify", "weather"):
        assert await async_setup_component(hass, domain, {domain: []})

    async_setup_services(hass)

    async def survey(_: Any) -> dict[str, Any]:
        return {}

    hass.services.async_register(
        "simulated_home", "survey", survey, supports_response=SupportsResponse.ONLY
    )
    return hass


@pytest.mark.parametrize("text", blocks())
async def test_examples_are_valid(home: HomeAssistant, text: str) -> None:
    """The engine finds nothing wrong with an example."""
    engine = ActionEngine(home, EngineOptions())
    for actions in actions_of(text):
        source = Source(kind=SourceKind.ACTIONS, value=actions)
        report = await engine.validate(source)
        assert report["problems"] == []
        assert report["steps"] > 0
    await engine.stop()


def test_links_lead_somewhere() -> None:
    """Every relative link and picture in the pages exists."""
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text()):
            if not target.startswith("http"):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_field_is_in_the_reference() -> None:
    """The reference of actions names every action and every field."""
    text = (ROOT / "docs/reference/actions.md").read_text()
    services = yaml.safe_load(
        (ROOT / "custom_components/action_engine/services.yaml").read_text()
    )
    for name, service in services.items():
        if name.startswith("."):
            continue
        assert f"action_engine.{name}" in text
        for field in names_of((service or {}).get("fields", {})):
            assert f"`{field}`" in text, f"{name}: {field}"


def names_of(fields: dict[str, Any]) -> list[str]:
    """Return the fields, those in sections among them."""
    return [
        name
        for key, field in fields.items()
        for name in (names_of(field["fields"]) if "fields" in (field or {}) else [key])
    ]


def test_every_key_is_in_the_reference() -> None:
    """The reference of keys names every key of a step."""
    text = (ROOT / "docs/reference/keys.md").read_text()
    assert [key for key in sorted(ENGINE_KEYS) if f"`{key}`" not in text] == []


def test_every_expectation_is_in_the_reference() -> None:
    """The reference of expectations has one row for each rule, and no other."""
    text = (ROOT / "docs/reference/expectations.md").read_text()
    rows = set(re.findall(r"^\| `([a-z_.]+)` \|", text, re.MULTILINE))
    assert rows == {f"{domain}.{service}" for domain, service in RULES}


def test_every_field_of_a_policy_is_in_the_reference() -> None:
    """The reference of policies names every key of what is stored."""
    text = (ROOT / "docs/reference/policies.md").read_text()
    for section in policy_as_data(AGENTS).values():
        assert [key for key in section if f"`{key}`" not in text] == []
    assert "`mode_entity`" in text


def test_every_error_code_is_in_the_reference() -> None:
    """The reference of the summary names every code that a caller may meet."""
    text = (ROOT / "docs/reference/summary.md").read_text()

    def leaves(kind: type[RequestError]) -> list[type[RequestError]]:
        return [kind, *(leaf for sub in kind.__subclasses__() for leaf in leaves(sub))]

    for kind in leaves(RequestError)[1:]:
        assert f"`{kind.code}`" in text


def test_readme_is_short() -> None:
    """The README is a signpost, not the manual."""
    assert 3_000 <= len((ROOT / "README.md").read_bytes()) <= 5_000


def test_every_threat_has_its_tests() -> None:
    """The table of threats names tests that are there, for each of the 24."""
    table = (ROOT / "docs/security.md").read_text()
    tests = "".join(path.read_text() for path in (ROOT / "tests").rglob("test_*.py"))
    for number in range(1, 25):
        prefix = f"test_e{number:02}_"
        assert f"| E-{number} |" in table
        assert prefix in table
        assert f"def {prefix}" in tests
