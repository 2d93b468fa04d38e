"""What Telegram says when it says no, in its own form."""

from collections.abc import Mapping
from typing import Any


class CallRefused(Exception):
    """A Bot API call is refused: `{"ok": false, "error_code": …, "description": …}`."""

    def __init__(
        self, code: int, description: str, parameters: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_answer(self) -> dict[str, Any]:
        answer: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            answer["parameters"] = dict(self.parameters)
        return answer


def bad_request(reason: str) -> CallRefused:
    return CallRefused(400, f"Bad Request: {_lowered(reason)}")


def forbidden(reason: str) -> CallRefused:
    return CallRefused(403, f"Forbidden: {_lowered(reason)}")


def conflict(reason: str) -> CallRefused:
    return CallRefused(409, f"Conflict: {_lowered(reason)}")


def too_many_requests(retry_after: int) -> CallRefused:
    """`retry_after` in whole seconds, at least 1."""
    return CallRefused(
        429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after}
    )


def not_modelled(what: str) -> CallRefused:
    """Telegram has it, the sandbox does not; saying so is better than pretending."""
    return CallRefused(501, f"Not Implemented: the sandbox does not model {what}")


def _lowered(reason: str) -> str:
    # The server's rule (telegram-bot-api, Client.cpp, fail_query_with_error): the first letter is
    # lowered unless the second is a capital or "_", so that BUTTON_DATA_INVALID stays as it is.
    if len(reason) > 1 and (reason[1].isupper() or reason[1] == "_"):
        return reason
    return reason[:1].lower() + reason[1:]
