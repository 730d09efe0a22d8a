"""What callers send who are not trusted is taken literally."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import deny, named


def check(case: Case) -> Finding | None:
    """Deny templates in what a caller sends who is not trusted.

    A template reads the whole home and may run for long; and what it comes to can be
    another thing when it runs than when a person looked at it.
    """
    if not case.templates or case.policy.trusted:
        return None
    places = named(case.templates)
    return deny("template", f"Templates are not allowed here: {places}.")
