"""Every kind of button there is or ever was."""

from messages.actions import (
    applicant,
    consultation,
    corrections,
    enquiries,
    everybody,
    form,
    hold,
    office,
    officer,
    outdated,
    questions,
    search,
    supervisor,
    today,
    verbs,
)
from messages.actions.action import Action

MODULES = (
    applicant,
    consultation,
    corrections,
    enquiries,
    everybody,
    form,
    hold,
    office,
    officer,
    outdated,
    questions,
    search,
    supervisor,
    today,
    verbs,
)
ACTIONS = [
    one
    for module in MODULES
    for one in vars(module).values()
    if isinstance(one, type) and issubclass(one, Action) and one is not Action
]
