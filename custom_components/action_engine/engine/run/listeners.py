"""Those who want to be told of something."""

from collections.abc import Callable
import logging

_LOGGER = logging.getLogger(__name__)

type Unsubscribe = Callable[[], None]


class Listeners[**P]:
    """Told in the order in which they came; they may come and go while being told."""

    __slots__ = ("_all", "_told")

    def __init__(self) -> None:
        """Begin with nobody."""
        self._all: dict[object, Callable[P, None]] = {}
        self._told: tuple[tuple[object, Callable[P, None]], ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anybody listens."""
        return bool(self._all)

    def add(self, listener: Callable[P, None]) -> Unsubscribe:
        """Add one, and return how it goes again; going twice does no harm."""
        key = object()
        self._all[key] = listener
        self._told = tuple(self._all.items())

        def remove() -> None:
            if self._all.pop(key, None) is not None:
                self._told = tuple(self._all.items())

        return remove

    def tell(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Tell everybody; one who fails is logged, and harms nobody else."""
        for key, listener in self._told:
            if key not in self._all:
                continue
            try:
                listener(*args, **kwargs)
            except Exception:
                _LOGGER.exception("A listener failed: %s", listener)
