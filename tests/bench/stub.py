"""A Bot API that costs next to nothing: hands out prepared updates, says yes to everything, counts.

Run as a process of its own, so that its work is not billed to the bot that is measured:
`python -m tests.bench.stub PLAN`. Prints its port; then, when it has seen what the plan waits
for, one JSON line of what it saw. What the keys of a plan mean stands at `Plan`.
"""

import asyncio
import contextlib
import json
import sys
import time
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

INTRODUCING = ("setmycommands", "setmydescription", "setmyshortdescription")
ANSWERED_WITH_TRUE = {
    *INTRODUCING,
    *("deletewebhook", "answercallbackquery", "editmessagereplymarkup"),
    *("deletemessage", "sendchataction"),
}
MESSAGES = {"sendmessage", "editmessagetext", "senddocument"}
BEFORE_WORK = {"getme", "getupdates", "deletewebhook", *INTRODUCING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a stub does."""

    presses: list = field(default_factory=list)  # [chat, button's data] of each press
    rate: float = 0  # presses a second by the clock on the wall; 0: as fast as they are fetched
    round_trip: float = 0  # seconds that an answer is on its way
    per_second: int = 0  # messages in any one second, one a chat; more is 429; 0: no such rule
    calls: dict = field(default_factory=dict)  # ends when each method was called so often
    polls: int = 0  # ends at so many questions for updates
    clock: float | None = None  # what time it is for whoever asks: seconds since 1970


class Stub:
    """Counts calls per method and remembers when each press was handed out and answered."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.presses = [press(i + 1, chat, data) for i, (chat, data) in enumerate(plan.presses)]
        self.calls: Counter = Counter()
        self.bytes: Counter = Counter()
        self.by_chat: Counter = Counter()
        self.refused = 0
        self.first_poll_at = 0.0
        self.polls = 0
        self.began_at = 0.0
        self.handed_out: dict = {}
        self.answered: list = []
        self.first_message_at = 0.0
        self.last_message_at = 0.0
        self.last_call_at = 0.0
        self.message_id = 1_000_000
        self.recent: deque = deque()
        self.recent_of: dict = defaultdict(float)
        self.offset = 0.0 if plan.clock is None else plan.clock - time.time()
        self.moves = 0
        self.moved = asyncio.Event()
        self.answering: set = set()
        self.done = asyncio.Event()

    def serve(self, method, head, raw, reply) -> None:
        if method == "getupdates":
            self._later(self._updates(_decoded(head, raw), reply))
        elif method.startswith("clock"):
            self._later(self._clock(method, reply))
        elif method.startswith("move?seconds="):
            self._move(float(method.partition("=")[2]))
            reply(200, {})
        elif method == "told":
            reply(200, self.told())
        elif method == "getme":
            me = {"id": 42, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
            reply(200, {"ok": True, "result": me})
        else:
            status, answer = self._said(method, _decoded(head, raw), len(raw))
            if self.plan.round_trip:
                loop = asyncio.get_running_loop()
                loop.call_later(self.plan.round_trip, reply, status, answer)
            else:
                reply(status, answer)

    def _later(self, answering) -> None:
        task = asyncio.ensure_future(answering)
        self.answering.add(task)
        task.add_done_callback(self.answering.discard)

    def _said(self, method, body, size):
        if method in BEFORE_WORK:
            return 200, {"ok": True, "result": True}
        now = time.monotonic()
        if method in MESSAGES and not self._passes(body["chat_id"], now):
            self.refused += 1
            return 429, {
                "ok": False,
                "error_code": 429,
                "description": "Too Many Requests: retry after 1",
                "parameters": {"retry_after": 1},
            }
        self._note(method, body, size, now)
        if method in ANSWERED_WITH_TRUE:
            return 200, {"ok": True, "result": True}
        return 200, {"ok": True, "result": self._message(body)}

    def _note(self, method, body, size, now) -> None:
        self.calls[method] += 1
        self.bytes[method] += size
        self.last_call_at = now
        if method == "answercallbackquery":
            self.answered.append(now - self.handed_out[int(body["callback_query_id"])])
        if method in MESSAGES:
            self.by_chat[str(body["chat_id"])] += 1
            self.first_message_at = self.first_message_at or now
            self.last_message_at = now
        wanted = self.plan.calls
        if wanted and all(self.calls[name] >= number for name, number in wanted.items()):
            self.done.set()

    def _passes(self, chat_id, now) -> bool:
        """Telegram's FAQ, strictly: so many in any one second, one of them for each chat."""
        if not self.plan.per_second:
            return True
        while self.recent and self.recent[0] <= now - 1:
            self.recent.popleft()
        chat = str(chat_id)
        if len(self.recent) >= self.plan.per_second or now - self.recent_of[chat] < 1:
            return False
        self.recent.append(now)
        self.recent_of[chat] = now
        return True

    def _message(self, body):
        """A message as Telegram gives it back: with its words and its buttons."""
        self.message_id += 1
        chat_id = int(body["chat_id"])
        message = {
            "message_id": int(body.get("message_id") or self.message_id),
            "date": 1789000000,
            "chat": {"id": chat_id, "type": "private", "first_name": f"P{chat_id}"},
            "from": {"id": 42, "is_bot": True, "first_name": "Bench"},
            "text": body.get("text", ""),
        }
        keyboard = body.get("reply_markup")
        if keyboard:
            message["reply_markup"] = (
                json.loads(keyboard) if isinstance(keyboard, str) else keyboard
            )
        return message

    async def _updates(self, body, reply) -> None:
        self.polls += 1
        self.first_poll_at = self.first_poll_at or time.monotonic()
        if self.plan.polls and self.polls >= self.plan.polls:
            self.done.set()
        first = max(0, int(body.get("offset") or 0) - 1)
        if first >= len(self.presses):
            await asyncio.sleep(1)
            reply(200, {"ok": True, "result": []})
            return
        self.began_at = self.began_at or time.monotonic()
        last = first + 100
        if self.plan.rate:
            await asyncio.sleep(max(0.0, self._due(first) - time.monotonic()))
            last = 1 + int((time.monotonic() - self.began_at) * self.plan.rate)
            last = max(first + 1, min(last, first + 100))
        ahead = self.presses[first:last]
        for place, update in enumerate(ahead, start=first):
            at = self._due(place) if self.plan.rate else time.monotonic()
            self.handed_out.setdefault(update["update_id"], at)
        reply(200, {"ok": True, "result": ahead})

    def _due(self, place) -> float:
        """When somebody presses: by the clock, whether the bot asks for it or not."""
        return self.began_at + place / self.plan.rate

    async def _clock(self, asked, reply) -> None:
        """Tell how far the clock is off; whoever knows that already waits until it is moved."""
        if asked.endswith(f"after={self.moves}"):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.moved.wait(), 25)
        reply(200, {"offset": self.offset, "rev": self.moves})

    def _move(self, seconds) -> None:
        self.offset += seconds
        self.moves += 1
        self.moved.set()
        self.moved = asyncio.Event()

    def told(self) -> dict:
        answers = sorted(self.answered)
        spent = self.last_call_at - self.began_at
        return {
            "calls": self.calls,
            "bytes": {name: self.bytes[name] / self.calls[name] for name in self.calls},
            "by_chat": self.by_chat,
            "refused": self.refused,
            "first_poll_at": self.first_poll_at,
            "draining": self.last_message_at - self.first_message_at,
            "per_second": len(self.presses) / spent if self.presses else 0,
            "p50_ms": 1000 * answers[len(answers) // 2] if answers else 0,
            "p99_ms": 1000 * answers[int(len(answers) * 0.99)] if answers else 0,
        }


class Connection(asyncio.Protocol):
    """One kept HTTP connection; a client waits for its answer before it asks again."""

    def __init__(self, stub: Stub) -> None:
        self.stub = stub
        self.buffer = b""

    def connection_made(self, transport) -> None:
        self.transport = transport

    def data_received(self, data) -> None:
        self.buffer += data
        while True:
            head, found, rest = self.buffer.partition(b"\r\n\r\n")
            if not found:
                return
            length = 0
            for line in head.split(b"\r\n")[1:]:
                if line[:15].lower() == b"content-length:":
                    length = int(line[15:])
            if len(rest) < length:
                return
            self.buffer = rest[length:]
            path = head.split(b" ", 2)[1].decode()
            method = path.rpartition("/")[2].lower()
            self.stub.serve(method, head, rest[:length], self._reply)

    def _reply(self, status, answer) -> None:
        body = json.dumps(answer).encode()
        self.transport.write(
            b"HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
            % (status, len(body), body)
        )


def _decoded(head, raw) -> dict:
    if b"application/json" in head:
        return json.loads(raw or b"{}")
    if b"multipart/form-data" in head:
        return {
            part.split(b'name="', 1)[1].split(b'"', 1)[0].decode(): part.split(b"\r\n\r\n", 1)[1][
                :-2
            ].decode(errors="replace")
            for part in raw.split(b"--")
            if b'name="' in part and b"\r\n\r\n" in part
        }
    return dict(parse_qsl(raw.decode()))


def press(number, chat_id, data) -> dict:
    """One press on a button, as Telegram sends it."""
    user = {"id": chat_id, "is_bot": False, "first_name": f"P{chat_id}", "language_code": "id"}
    return {
        "update_id": number,
        "callback_query": {
            "id": str(number),
            "from": user,
            "chat_instance": "1",
            "data": data,
            "message": {
                "message_id": 100 + number,
                "date": 1789000000,
                "chat": {"id": chat_id, "type": "private", "first_name": "P"},
                "from": {"id": 42, "is_bot": True, "first_name": "Bench"},
                "text": "kartu",
            },
        },
    }


async def main(path) -> None:
    with open(path) as file:
        stub = Stub(Plan(**json.load(file)))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(stub), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await stub.done.wait()
    print(json.dumps(stub.told()), flush=True)
    await asyncio.sleep(3600)  # goes on answering until the bot has been looked at and ended


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
