"""A clock that never goes back."""

from hypothesis import given, strategies as st

from custom_components.action_engine.engine.gate.steady import SteadyClock


def test_it_follows_the_clock():
    """As long as that goes forward, both say the same."""
    clock = SteadyClock()

    assert [clock.read(now) for now in (100, 107, 300)] == [100, 107, 300]


def test_after_a_step_back_it_goes_on_at_its_pace():
    """It stands still for one look, and not until the clock has caught up."""
    clock = SteadyClock()
    clock.read(1000)

    assert [clock.read(now) for now in (400, 410, 500)] == [1000, 1010, 1100]


def test_what_was_before_the_start_is_past():
    """A time that was written down is never in the future."""
    clock = SteadyClock()
    clock.resume(1000)

    assert [clock.read(now) for now in (900, 950)] == [1000, 1050]


@given(st.lists(st.floats(-1e10, 1e10)))
def test_it_never_goes_back(looks):
    """Whatever the clock does."""
    clock = SteadyClock()
    read = [clock.read(now) for now in looks]

    assert read == sorted(read)
