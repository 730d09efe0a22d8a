"""Questions in the panel: what they show, and every way to answer one."""

from playwright.sync_api import expect
import pytest
from pytest_socket import enable_socket

from tests.e2e.test_panel import LAMP, PATIENCE, UNLOCK, Household, card, with_browser
from tests.home.browser import shoot
from tests.home.house import House

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.xdist_group("panel_approvals"),
    pytest.mark.usefixtures("socket_enabled"),
]

PHONE = {"width": 390, "height": 844}
HOSTILE = (
    "<script>document.title='owned'</script> [click](https://evil.example) "
    "![](https://evil.example/x.png) \u202eevissimrep " + "W" * 180
)
OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"


@pytest.fixture(scope="module")
def household(tmp_path_factory):
    """Start it, once."""
    enable_socket()
    with House(tmp_path_factory.mktemp("panel_approvals")) as house:
        house.start()
        yield Household(house)


def bright(percent):
    """Return what nobody has said no to yet: that would count for a while."""
    data = {"brightness_pct": percent, "transition": 2}
    target = {"entity_id": LAMP}
    return [{"action": "light.turn_on", "target": target, "data": data}]


def light(household):
    """Return the state of the lamp."""
    return household.house.api.get(f"/api/states/{LAMP}")


def commands_of(household, since):
    """Return what devices were told from then on."""
    return [one["command"] for one in household.house.device_log()[since:]]


@with_browser
def test_it_says_what_how_and_who(household):
    """Parameters with their units, the account that asks, and what is left of the time."""
    household.ask("Dim the table", bright(40), reasoning="Dinner")
    page = household.look(household.house.api, "approvals")
    question = card(page, "Dim the table")
    for part in (
        *("Light: turn on", "Table (Kitchen)", "brightness", "40%", "2 sec"),
        *("Asked by", "Bot", "left", "Dinner"),
    ):
        expect(question).to_contain_text(part)
    shoot(page, "approval_parameters_light")
    question.get_by_role("button", name="Reject").click()
    expect(question).to_have_count(0, timeout=PATIENCE)


@with_browser
def test_no_with_a_reason_is_listed_with_who_said_it(household):
    """Among the last answers, for everybody who is asked."""
    household.ask("Too bright", bright(95))
    page = household.look(household.adult, "approvals")
    question = card(page, "Too bright")
    question.get_by_label("Reason").fill("Not during the film")
    question.get_by_role("button", name="Reject").click()
    answered = page.get_by_role("region", name="Answered of late")
    line = answered.get_by_role("listitem").filter(has_text="Too bright")
    expect(line).to_contain_text("Not during the film", timeout=PATIENCE)
    expect(line).to_contain_text("Rejected")
    expect(line).to_contain_text("Adult")
    shoot(page, "approvals_answered_light")


@with_browser
def test_the_changed_thing_happens_and_the_original_does_not(household):
    """A mistake in the text is shown at its place first."""
    household.house.api.post("/api/services/light/turn_on", {"entity_id": LAMP})
    household.house.wait_until(lambda: light(household)["state"] == "on")
    execution_id = household.ask("Brighter", bright(60))
    before = len(household.house.device_log())
    page = household.look(household.house.api, "approvals", color_scheme="dark")
    card(page, "Brighter").get_by_role("button", name="Change and run …").click()
    dialog = page.get_by_role("dialog", name="What is to run instead")
    text = dialog.get_by_label("Actions (YAML)")
    expect(text).to_have_value("""- action: light.turn_on
  target:
    entity_id: light.kitchen_table
  data:
    brightness_pct: 60
    transition: 2
""")
    text.fill("- delay: 0\n- nonsense: 1\n")
    dialog.get_by_role("button", name="Run this instead").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Line 2.")
    shoot(page, "approval_change_wrong_dark")
    text.fill(f"- action: light.turn_off\n  target:\n    entity_id: {LAMP}\n")
    dialog.get_by_role("button", name="Run this instead").click()
    expect(card(page, "Brighter")).to_have_count(0, timeout=PATIENCE)
    expect(page.get_by_text("“Brighter” was rejected.")).to_be_visible()
    household.house.wait_until(lambda: light(household)["state"] == "off")
    assert household.state(execution_id) == "rejected"
    assert "turn_on" not in commands_of(household, before)
    page.get_by_role("link", name="What you want instead").click()
    expect(page.get_by_text("Light: turn off").first).to_be_visible(timeout=PATIENCE)


@with_browser
def test_similar_is_let_through_until_it_is_taken_back(household):
    """It is listed with its uses as they happen, and people are asked again afterwards."""
    household.ask("Similar", bright(30))
    page = household.look(household.house.api, "approvals")
    question = card(page, "Similar")
    question.get_by_label("Approve similar for").select_option("15")
    question.get_by_role("button", name="Approve", exact=True).click()
    grants = page.get_by_role("region", name="Allowed in advance")
    expect(grants).to_contain_text("Table (Kitchen)", timeout=PATIENCE)
    expect(grants).to_contain_text("used 0 times")
    run = "/api/services/action_engine/run?return_response"
    again = {"actions": bright(30), "name": "Similar again"}
    answer = household.bot.post(run, again)["service_response"]
    assert answer["state"] == "success"
    expect(grants).to_contain_text("used once", timeout=PATIENCE)
    shoot(page, "approvals_grants_light")
    grants.get_by_role("button", name="Take back").click()
    expect(grants).to_have_count(0, timeout=PATIENCE)
    answer = household.bot.post(run, again)["service_response"]
    assert answer["state"] == "pending_approval"
    expect(card(page, "Similar again")).to_be_visible(timeout=PATIENCE)
    card(page, "Similar again").get_by_role("button", name="Reject").click()
    expect(card(page, "Similar again")).to_have_count(0, timeout=PATIENCE)


@with_browser
def test_what_strangers_write_is_text_and_stays_within_the_page(household):
    """Markup, Markdown, characters that turn the text around, words without an end."""
    household.ask(HOSTILE[:250], bright(20), reasoning=HOSTILE)
    for look in ({"color_scheme": "light"}, {"color_scheme": "dark"}):
        page = household.look(household.adult, "approvals", viewport=PHONE, **look)
        question = page.get_by_role("article").filter(has_text="<script>")
        expect(question).to_be_visible(timeout=PATIENCE)
        expect(question).to_contain_text("[click](https://evil.example)")
        expect(question.locator("blockquote").last).to_contain_text("\ufffdevissimrep")
        assert question.locator("script, img, a[href*=evil]").count() == 0
        assert page.title() != "owned"
        assert page.evaluate(OVERFLOW) <= 0
        shoot(page, f"approval_hostile_phone_{look['color_scheme']}")
    hostile_no = page.get_by_label("Reason").first
    hostile_no.fill(HOSTILE[:250])
    question.get_by_role("button", name="Reject").click()
    answered = page.get_by_role("region", name="Answered of late")
    expect(answered).to_contain_text("<script>", timeout=PATIENCE)
    assert answered.locator("script, img").count() == 0
    assert page.evaluate(OVERFLOW) <= 0
    shoot(page, "answered_hostile_phone")


@with_browser
def test_a_secret_is_not_shown_and_cannot_be_changed(household):
    """Neither on the card nor in the text of the dialog."""
    secret = [{**UNLOCK[0], "data": {"code": "84627391"}}]
    household.ask("Open with code", secret)
    page = household.look(
        household.house.api, "approvals", viewport=PHONE, color_scheme="dark"
    )
    question = card(page, "Open with code")
    expect(question).to_contain_text("Critical risk")
    question.get_by_role("button", name="Change and run …").click()
    dialog = page.get_by_role("dialog", name="What is to run instead")
    expect(dialog).to_contain_text("cannot be changed here")
    assert "84627391" not in dialog.get_by_label("Actions (YAML)").input_value()
    assert "84627391" not in question.inner_text()
    expect(dialog.get_by_role("button", name="Run this instead")).to_have_count(0)
    assert page.evaluate(OVERFLOW) <= 0
    shoot(page, "approval_secret_phone_dark")
    dialog.get_by_role("button", name="Not now").click()
    question.get_by_role("button", name="Reject").click()
    expect(question).to_have_count(0, timeout=PATIENCE)
