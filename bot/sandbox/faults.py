"""Faults on request: what the network and the server may do to a bot."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.wire import Call

KINDS = ("429", "500", "drop_before", "drop_after", "slow")


@dataclass(slots=True, kw_only=True)
class Fault:
    """Befalls the next `times` calls of a method, in one chat or in any."""

    method: str
    kind: str
    times: int = 1
    retry_after: int = 1
    seconds: float = 1.0
    chat_id: str | None = None

    def befalls(self, call: Call) -> bool:
        if self.method.lower() not in (call.method.lower(), "*"):
            return False
        return self.chat_id is None or call.text("chat_id") == self.chat_id


def _number(given: dict[str, Any], field: str) -> float:
    value = given.get(field, 1)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise ValueError(f"{field} is a number")
    return float(value)


class Faults:
    """In memory only: a restart heals everything."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, given: dict[str, Any]) -> None:
        """ValueError, with a sentence, when the fault is not one of ours."""
        kind, method = str(given.get("kind")), given.get("method")
        if kind not in KINDS:
            raise ValueError(f"kind is one of {', '.join(KINDS)}")
        if not isinstance(method, str) or not method:
            raise ValueError("method is the name of a Bot API method, or *")
        chat_id = given.get("chat_id")
        self._faults.append(
            Fault(
                method=method,
                kind=kind,
                times=int(_number(given, "times")),
                retry_after=int(_number(given, "retry_after")),
                seconds=_number(given, "seconds"),
                chat_id=None if chat_id is None else str(chat_id),
            )
        )

    def clear(self) -> None:
        self._faults.clear()

    def take(self, call: Call) -> Fault | None:
        """The fault that befalls this call, spent by it."""
        for fault in self._faults:
            if fault.befalls(call):
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
                return fault
        return None
