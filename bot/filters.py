"""Filters of the routers."""

from typing import Any, Generic, TypeVar

from aiogram.filters import Filter
from aiogram.types import CallbackQuery

from messages.actions.action import Action

Asked = TypeVar("Asked", bound=Action)


class Pressed(Filter, Generic[Asked]):
    """Lets a press through whose data is this action's, and hands the action on."""

    def __init__(self, action: type[Asked]) -> None:
        self._action = action

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        action = self._action.decode(query.data or "")
        return False if action is None else {"action": action}
