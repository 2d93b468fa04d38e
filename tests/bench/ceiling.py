"""How many calls the stub itself can take: a bot that comes near is not what is measured."""

import json
import socket
import threading
import time

from tests.bench.running import a_stub

CALLS = 20_000
AHEAD = 40
LINES = 4
BODY = json.dumps(
    {"chat_id": 77, "text": "x" * 330, "reply_markup": {"inline_keyboard": [[{"text": "y" * 90}]]}}
).encode()
CALL = (
    b"POST /bot42:BENCH/sendMessage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    b"Content-Length: %d\r\n\r\n%b" % (len(BODY), BODY)
)


def _blast(port, calls):
    """Send many calls at once and only count the answers: this side costs next to nothing."""
    with socket.create_connection(("127.0.0.1", port)) as line:
        for _ in range(calls // AHEAD):
            line.sendall(CALL * AHEAD)
            answered = 0
            while answered < AHEAD:
                answered += line.recv(1 << 18).count(b"HTTP/1.1 200")


def calls_per_second():
    with a_stub(calls={"sendmessage": CALLS}) as (stub, base):
        port = int(base.rpartition(":")[2])
        lines = [threading.Thread(target=_blast, args=(port, CALLS // LINES)) for _ in range(LINES)]
        began = time.perf_counter()
        for line in lines:
            line.start()
        stub.stdout.readline()
        spent = time.perf_counter() - began
        for line in lines:
            line.join()
    return CALLS / spent
