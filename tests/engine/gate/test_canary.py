from hypothesis import given, strategies as st

from custom_components.action_engine.engine.gate.canary import draw


def test_a_draw_is_the_same_in_every_process():
    """A number that was written down once stays what it is."""
    assert draw("agents", ["light.turn_on"], "0" * 64) == 85.747480936752


@given(st.text(), st.lists(st.text(max_size=9), max_size=4), st.text())
def test_a_draw_is_a_percentage(policy, actions, digest):
    """From nothing to below the whole; the order of the actions does not matter."""
    drawn = draw(policy, actions, digest)
    assert 0 <= drawn < 100
    assert drawn == draw(policy, [*reversed(actions), *actions], digest)


def test_draws_are_spread_evenly():
    """A tenth of the requests is about a tenth."""
    drawn = [draw("p", ["a.b"], str(n)) for n in range(2000)]
    assert 150 < sum(one < 10 for one in drawn) < 250


def test_draws_of_policies_have_nothing_to_do_with_each_other():
    """Nor do those of actions, or of requests."""
    draws = {draw(p, [a], d) for p in "xy" for a in "xy" for d in "xy"}
    assert len(draws) == 8
