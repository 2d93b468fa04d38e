"""Every kind of button there is or ever was."""

import importlib
import pkgutil

from messages import actions
from messages.actions.action import Action

ACTIONS = [
    one
    for found in pkgutil.iter_modules(actions.__path__, f"{actions.__name__}.")
    for one in vars(importlib.import_module(found.name)).values()
    if isinstance(one, type) and issubclass(one, Action) and one is not Action
]
