"""A Bot API that costs nothing: hands out prepared updates, says yes to everything, counts.

Run as a process of its own, so that its work is not billed to the bot that is measured:
`python -m tests.bench.stub PRESSES CHATS PER_SECOND`. Prints its port, then, when all presses
have had their calls, one JSON line of what it saw.
"""

import asyncio
import json
import sys
import time


class Stub:
    """Counts calls per method and remembers when each press was handed out and answered."""

    def __init__(self, presses, rate, expected):
        self.presses = presses
        self.rate = rate
        self.expected = expected
        self.calls = {}
        self.total = 0
        self.first_at = None
        self.handed_out = {}
        self.answered = []
        self.next_press = 0
        self.acknowledged = 0
        self.done = asyncio.Event()
        self.message_id = 10_000

    async def answer(self, method, body):
        if method == "getme":
            return {"id": 42, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
        if method == "getupdates":
            return await self._updates(body)
        if method in {"setmycommands", "deletewebhook"}:
            return True
        now = time.perf_counter()
        self.calls[method] = self.calls.get(method, 0) + 1
        self.total += 1
        if method == "answercallbackquery":
            query_id = int(body["callback_query_id"])
            self.answered.append(now - self.handed_out[query_id])
        if self.total >= self.expected:
            self.last_at = now
            self.done.set()
        if method in {"answercallbackquery", "editmessagereplymarkup"}:
            return True
        self.message_id += 1
        chat_id = int(body["chat_id"])
        return {
            "message_id": self.message_id,
            "date": 1789000000,
            "chat": {"id": chat_id, "type": "private", "first_name": "X"},
            "from": {"id": 42, "is_bot": True, "first_name": "Bench"},
            "text": "x",
        }

    async def _updates(self, body):
        offset = int(body.get("offset") or 0)
        self.next_press = max(self.next_press, offset - 1 if offset else 0)
        if self.next_press >= len(self.presses):
            await asyncio.sleep(0.2)
            return []
        if self.first_at is None:
            self.first_at = time.perf_counter()
        if self.rate:
            await asyncio.sleep(1 / self.rate)
            ahead = self.presses[self.next_press : self.next_press + 1]
        else:
            ahead = self.presses[self.next_press : self.next_press + 100]
        now = time.perf_counter()
        for update in ahead:
            self.handed_out[update["update_id"]] = now
        return ahead


class Connection(asyncio.Protocol):
    def __init__(self, stub):
        self.stub = stub
        self.buffer = b""
        self.queue = asyncio.Queue()

    def connection_made(self, transport):
        self.transport = transport
        self.worker = asyncio.ensure_future(self._serve())

    def connection_lost(self, error):
        self.worker.cancel()

    def data_received(self, data):
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
            self.queue.put_nowait((path.rpartition("/")[2].lower(), head, rest[:length]))

    async def _serve(self):
        while True:
            method, head, raw = await self.queue.get()
            result = await self.stub.answer(method, _decoded(head, raw))
            body = json.dumps({"ok": True, "result": result}).encode()
            self.transport.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + str(len(body)).encode()
                + b"\r\n\r\n"
                + body
            )


def _decoded(head, raw):
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
    from urllib.parse import parse_qsl

    return dict(parse_qsl(raw.decode()))


def press(number, chat_id, data):
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


async def main(path):
    with open(path) as file:
        plan = json.load(file)
    presses = [press(i + 1, chat, data) for i, (chat, data) in enumerate(plan["presses"])]
    stub = Stub(presses, plan["rate"], plan["expected"])
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(stub), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await stub.done.wait()
    spent = stub.last_at - stub.first_at
    answers = sorted(stub.answered)
    told = {
        "presses": len(presses),
        "seconds": spent,
        "per_second": len(presses) / spent,
        "calls": stub.calls,
        "p50_ms": 1000 * answers[len(answers) // 2],
        "p99_ms": 1000 * answers[int(len(answers) * 0.99)],
    }
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
