"""What changed since when: a number that grows with every change a phone could show."""

from bot.sandbox.bell import Bell
from bot.sandbox.store import Store


class Revisions:
    """Revisions are monotonic and outlive a restart."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.news = Bell()

    @property
    def current(self) -> int:
        return self._store.counter("rev")

    @property
    def whole_since(self) -> int:
        """Whoever saw less than this must forget the people it knows: there was a reset."""
        return int(self._store.setting("whole_since") or 0)

    def touch(self, person_id: int | None = None) -> None:
        """Something changed: in the chat of `person_id`, or (None) around the chats."""
        rev = self._store.next("rev")
        if person_id is not None:
            self._store.execute("UPDATE people SET rev = ? WHERE id = ?", rev, person_id)
        self.news.ring()

    def touch_everyone(self) -> None:
        rev = self._store.next("rev")
        self._store.execute("UPDATE people SET rev = ?", rev)
        self.news.ring()

    def start_over(self) -> None:
        self._store.remember("whole_since", self._store.next("rev"))
        self.news.ring()
