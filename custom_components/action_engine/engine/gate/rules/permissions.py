"""What Home Assistant would refuse the user, the engine refuses first."""

from ...model.verdict import Finding
from ..case import Case
from ..findings import deny, named


def check(case: Case) -> Finding | None:
    """Deny what the user who asks may not do in Home Assistant itself.

    Home Assistant would stop some of it only when the run is half through, and checks
    nothing for services that have no entities.
    """
    rights = case.rights
    if rights.admin_only:
        names = named(rights.admin_only)
        return deny("admin_only", f"Only administrators may do this: {names}.")
    if rights.forbidden_entities:
        names = named(rights.forbidden_entities)
        return deny("forbidden_entity", f"The user may not control {names}.")
    return None
