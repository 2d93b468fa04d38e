"""A start that pays for what is used: aiogram's models are built late, and no garbage is sought."""

import contextlib
import gc
import sys
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel


@contextlib.contextmanager
def lean_start() -> Iterator[None]:
    """Import the bot inside this block; nothing changes when aiogram was imported before.

    aiogram builds its more than four hundred models while it is imported: most of a start, and of
    the memory afterwards. A bot that reads presses and messages needs a few of them.
    """
    if "aiogram" in sys.modules:
        yield
        return
    gc.disable()
    try:
        with _models_built_when_used():
            yield
    finally:
        gc.enable()


@contextlib.contextmanager
def _models_built_when_used() -> Iterator[None]:
    """aiogram asks for each model by `model_rebuild`; pydantic asks again at a model's first use.

    The first question is put off and the names that came with it are kept for the second.
    """
    ours: Any = BaseModel
    build = vars(BaseModel)["model_rebuild"].__func__
    names: dict[str, Any] = {}

    def put_off(model: type[Any], /, **how: Any) -> bool | None:
        if not model.__module__.startswith("aiogram."):
            built: bool | None = build(model, **how)
            return built
        names.update(how.get("_types_namespace") or {})
        return None

    def build_now(model: type[Any], /, **how: Any) -> bool | None:
        built: bool | None = build(model, **{**how, "_types_namespace": names})
        return built

    ours.model_rebuild = classmethod(put_off)
    try:
        yield
    finally:
        ours.model_rebuild = classmethod(build)
    if "aiogram" in sys.modules:
        _build_from_now_on(build_now)


def _build_from_now_on(build_now: Callable[..., bool | None]) -> None:
    from aiogram.methods.base import Response, TelegramMethod
    from aiogram.types import TelegramObject, Update

    bases: tuple[Any, ...] = (TelegramObject, TelegramMethod, Response)
    for base in bases:
        base.model_rebuild = classmethod(build_now)
    Update.model_rebuild()  # the first press need not wait for it
