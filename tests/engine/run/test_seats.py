"""Workers are given out in order, and none is ever lost or given out twice."""

from typing import Final

from hypothesis import given, settings, strategies as st

from custom_components.action_engine.engine.run.seats import Seats, Turn


def full(number: int) -> Seats:
    """Return seats that are all taken."""
    seats = Seats(number)
    while seats.try_take():
        pass
    return seats


async def test_free_seats_are_taken_at_once():
    """As many as there are, and not one more."""
    seats = Seats(2)

    assert seats.try_take()
    assert not seats.busy
    assert seats.try_take()
    assert seats.busy
    assert not seats.try_take()


async def test_a_turn_comes_at_once_while_a_seat_is_free():
    """Nobody queues without a need, and the seat counts as taken."""
    seats = Seats(1)

    turn = seats.ask(0)

    assert turn.done()
    assert seats.busy
    assert seats.collect(turn)


async def test_a_larger_priority_is_served_sooner():
    """The order of arrival does not matter between priorities."""
    seats = full(1)
    low, high, normal = (seats.ask(priority) for priority in (0, 3, 1))

    order = []
    for _ in range(3):
        seats.give()
        order.append([turn.done() for turn in (low, high, normal)])

    assert order == [[False, True, False], [False, True, True], [True, True, True]]


async def test_one_priority_is_served_in_the_order_of_arrival():
    """First come, first served."""
    seats = full(1)
    turns = [seats.ask(1) for _ in range(20)]

    for served in range(1, 21):
        seats.give()
        assert [turn.done() for turn in turns] == [True] * served + [False] * (
            20 - served
        )


async def test_more_seats_serve_those_who_wait():
    """As many of them as there are new seats."""
    seats = full(1)
    turns = [seats.ask(1) for _ in range(3)]

    seats.resize(3)

    assert [turn.done() for turn in turns] == [True, True, False]


async def test_fewer_seats_make_nobody_stand_up():
    """Those who sit stay; nobody is served before enough of them have left."""
    seats = full(3)
    turn = seats.ask(1)

    seats.resize(1)
    seats.give()
    seats.give()
    assert seats.busy
    assert not turn.done()

    seats.give()
    assert turn.done()
    assert seats.busy


async def test_who_leaves_the_queue_is_passed_over():
    """His turn goes to the next one."""
    seats = full(1)
    first, second = seats.ask(1), seats.ask(1)

    assert not seats.collect(first)
    seats.give()

    assert first.cancelled()
    assert second.done()


async def test_who_leaves_just_when_he_is_served_has_a_seat_to_give_back():
    """A seat that was taken for somebody is not lost because he has gone."""
    seats = full(1)
    first, second = seats.ask(1), seats.ask(1)

    seats.give()
    assert seats.collect(first)
    assert not second.done()
    seats.give()

    assert second.done()


async def test_the_order_survives_many_who_leave():
    """Those who stay are served as if the others had never come."""
    seats = full(1)
    first, normal, high, *low = (seats.ask(priority) for priority in (3, 1, 2, 0, 0))
    for turn in (first, *low):
        seats.collect(turn)

    seats.give()

    assert high.done()
    assert not normal.done()


async def test_the_queue_forgets_those_who_left_it():
    """Requests that come and are cancelled while one worker hangs do not pile up."""
    seats = full(1)
    patient = seats.ask(0)
    for _ in range(1000):
        seats.collect(seats.ask(1))

    assert len(seats._waiting) <= 3  # noqa: SLF001 - the memory is what it is about
    seats.give()
    assert patient.done()


class Model:
    """Seats as a person would do it: a list of people, and a look at all of them."""

    def __init__(self, number: int) -> None:
        """Begin with free seats."""
        self.number = number
        self.taken = 0
        self.waiting: list[tuple[int, int]] = []
        self.sitting: set[int] = set()
        self._came = 0

    def ask(self, priority: int) -> int:
        """Return the name of somebody who came."""
        self._came += 1
        self.waiting.append((-priority, self._came))
        self.serve()
        return self._came

    def leave(self, name: int) -> bool:
        """Leave the queue or not, and tell whether he has a seat."""
        if name in self.sitting:
            return True
        self.waiting = [one for one in self.waiting if one[1] != name]
        return False

    def serve(self) -> None:
        """Seat the first ones."""
        while self.waiting and self.taken < self.number:
            self.waiting.sort()
            _, name = self.waiting.pop(0)
            self.sitting.add(name)
            self.taken += 1

    def give(self) -> None:
        """Free a seat."""
        self.taken -= 1
        self.serve()


class Traffic:
    """Does the same with the seats and with the model, and compares."""

    def __init__(self, number: int) -> None:
        """Begin with free seats."""
        self.seats = Seats(number)
        self.model = Model(number)
        self.turns: dict[int, Turn] = {}
        self.here: list[int] = []
        """Those who have a turn, come or not, and have not handed it in."""

    def take(self, _: int) -> None:
        """Sit down without queueing, if that is possible."""
        free = self.model.taken < self.model.number
        assert self.seats.try_take() is free
        self.model.taken += free

    def ask(self, priority: int) -> None:
        """Queue."""
        turn = self.seats.ask(priority)
        name = self.model.ask(priority)
        self.turns[name] = turn
        self.here.append(name)

    def give(self, _: int) -> None:
        """Stand up, if somebody sits who has handed in his turn."""
        if self.model.taken > sum(name in self.model.sitting for name in self.here):
            self.seats.give()
            self.model.give()

    def leave(self, index: int) -> None:
        """Hand in a turn, whether it has come or not."""
        if self.here:
            name = self.here.pop(index % len(self.here))
            assert self.seats.collect(self.turns[name]) is self.model.leave(name)

    def resize(self, number: int) -> None:
        """Change the number of seats."""
        self.seats.resize(number)
        self.model.number = number
        self.model.serve()

    def compare(self) -> None:
        """Fail if the two differ in anything that can be seen."""
        assert self.seats.busy is (self.model.taken >= self.model.number)
        for name, turn in self.turns.items():
            served = turn.done() and not turn.cancelled()
            assert served is (name in self.model.sitting)


PRIORITIES: Final = st.integers(0, 3)
STEPS: Final = st.lists(
    st.one_of(
        st.tuples(st.just(Traffic.take), st.just(0)),
        st.tuples(st.just(Traffic.ask), PRIORITIES),
        st.tuples(st.just(Traffic.give), st.just(0)),
        st.tuples(st.just(Traffic.leave), st.integers(0, 50)),
        st.tuples(st.just(Traffic.resize), st.integers(0, 4)),
    ),
    max_size=60,
)


@settings(max_examples=500, deadline=None)
@given(st.integers(0, 3), STEPS)
async def test_random_traffic(number, steps):
    """Whoever comes, leaves, sits down and stands up: it is as in the plain model."""
    traffic = Traffic(number)

    for step, value in steps:
        step(traffic, value)
        traffic.compare()

    while traffic.here:
        traffic.leave(0)
    traffic.resize(traffic.model.taken + 1)
    assert traffic.seats.try_take()
    assert traffic.seats.busy
