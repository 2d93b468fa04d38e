"""A loop in which waiting takes no time: its clock jumps to whatever is awaited next."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any


class _Jumping(selectors.DefaultSelector):
    """Does not wait; what it was to wait for is counted instead."""

    waited = 0.0

    def select(self, timeout: float | None = None) -> Any:
        self.waited += timeout or 0.0
        return super().select(0)


class HurriedLoop(asyncio.SelectorEventLoop):
    """Seconds pass as fast as nobody works."""

    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.waited


def hurried(work: Callable[[Callable[[], float]], Coroutine[Any, Any, Any]]) -> Any:
    """Run *work* to its end; it is given the loop's clock."""
    loop = HurriedLoop()
    try:
        return loop.run_until_complete(work(loop.time))
    finally:
        loop.close()
