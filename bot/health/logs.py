"""The log as JSON, one object a line, for a collector; and which update a line came of."""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime

# The update being handled, by Telegram's number of it: what is logged meanwhile says so.
UPDATE: ContextVar[int | None] = ContextVar("update", default=None)


class JsonLines(logging.Formatter):
    """`at` in UTC, `level`, `logger`, `message`; `update` and `error` where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if (update := UPDATE.get()) is not None:
            told["update"] = update
        if record.exc_info:
            told["error"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)
