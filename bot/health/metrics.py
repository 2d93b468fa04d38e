"""What is counted while the bot works, by the names under which `/metrics` tells it.

No label and no value comes from a person or a case: kinds and results only.
"""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

REGISTRY = CollectorRegistry()

_QUICK = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5)  # seconds
_LATE = (1, 5, 15, 60, 300, 900, 3600, 14400)  # seconds
_GROUPS = (1, 2, 4, 8, 16, 32, 64)


def _counter(name: str, what: str, *labels: str) -> Counter:
    return Counter(f"disposisi_{name}", what, labels, registry=REGISTRY)


def _gauge(name: str, what: str, *labels: str) -> Gauge:
    return Gauge(f"disposisi_{name}", what, labels, registry=REGISTRY)


def _histogram(name: str, what: str, buckets: tuple[float, ...]) -> Histogram:
    return Histogram(f"disposisi_{name}", what, registry=REGISTRY, buckets=buckets)


UPDATES = _counter("updates_total", "Updates handled, by kind and result.", "kind", "result")
PRESS_SECONDS = _histogram(
    "press_answer_seconds", "From a press in the inbox to Telegram's word for its answer.", _QUICK
)
SENDS = _counter("sends_total", "Tries at one message, by result.", "result")
ALARM_LATENESS = _histogram(
    "alarm_lateness_seconds", "How long after its moment an alarm was said.", _LATE
)
WRITER_GROUP = _histogram("writer_group_calls", "Calls that shared one commit.", _GROUPS)
WRITER_WAIT = _histogram("writer_wait_seconds", "From asking the writer to its beginning.", _QUICK)
WRITER_COMMIT = _histogram("writer_commit_seconds", "How long a group and its commit took.", _QUICK)
WRITER_LACKS = _gauge("writer_lacks_room", "1 while room, or the database, is waited for.")
LOOP_LAG = _gauge("loop_lag_seconds", "How late the loop woke last from a sleep of a second.")
CHILDREN = _gauge("children", "Processes that look into what strangers sent, now.")
INBOX_WAITING = _gauge("inbox_waiting", "Updates not handled yet, counted to 1,000.")
INBOX_OLDEST = _gauge("inbox_oldest_seconds", "Age of the oldest update not handled yet.")
INBOX_PARKED = _gauge("inbox_parked", "Updates set aside after three crashes, counted to 1,000.")
OUTBOX_OLDEST = _gauge(
    "outbox_oldest_seconds", "Age of the oldest of the next 1,000 messages, by kind.", "kind"
)
DISK_FREE = _gauge("disk_free_bytes", "Room where the data folder lies.")
VAULT_BYTES = _gauge("vault_bytes", "What the vault holds, as the last night found it.")
BACKUP_GOOD = _gauge("backup_good_timestamp_seconds", "When a night's backup was good; 0: never.")
BACKUP_BAD_NIGHTS = _gauge("backup_bad_nights", "Nights without a good backup, in a row.")
CERTIFICATE_DAYS = _gauge("certificate_days_left", "Days until a certificate ends.", "key")
STARTED = _gauge("started_timestamp_seconds", "When this process opened the office.")


def committed(group: int, waited: float, took: float) -> None:
    """What the writer tells of each group: how many calls, how long the first had waited."""
    WRITER_GROUP.observe(group)
    WRITER_WAIT.observe(waited)
    WRITER_COMMIT.observe(took)


def children(how_many: Callable[[], int]) -> None:
    """Ask this for the number of child processes whenever somebody reads."""
    CHILDREN.set_function(how_many)
