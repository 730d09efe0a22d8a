"""The user on whose behalf it is asked has to be there, and active."""

from ...model.caller import CallerKind
from ...model.verdict import Finding
from ..case import Case
from ..findings import deny


def check(case: Case) -> Finding | None:
    """Deny requests of users who were removed or switched off, and of nobody at all."""
    caller = case.caller
    if not caller.is_active:
        return deny("user_inactive", "The user who asks was removed or switched off.")
    if caller.kind is CallerKind.PERSON and caller.user_id is None:
        return deny("user_unknown", "Nobody knows which user asks.")
    return None
