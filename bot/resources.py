"""What the bot has before any office is open: its line to Telegram, its clock, its helpers."""

from dataclasses import dataclass, field

from aiogram import Bot
from aiogram.utils.token import TokenValidationError

from bot.clock import FollowedClock, SteadyClock, SystemClock
from bot.isolation.isolation import Isolation
from bot.keypad import Keypad
from bot.nursery import Nursery
from bot.opening import StartFailed
from bot.own_session import OwnSession
from bot.settings import Settings
from bot.telegram import Telegram

# aiogram asks for a token of this form before anything is sent.
SHAPE_OF_TOKEN = "a token of BotFather, like 123456:ABC-DEF"  # noqa: S105


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    settings: Settings
    telegram: Telegram
    bot: Bot
    source: FollowedClock | SystemClock
    clock: SteadyClock
    nursery: Nursery = field(default_factory=Nursery)
    keypad: Keypad = field(default_factory=Keypad)
    isolation: Isolation = field(default_factory=Isolation)


def resources_for(settings: Settings) -> Resources:
    """Nothing is sent or read yet; raises StartFailed when the token is none."""
    token = settings.bot_token.get_secret_value()
    if not token:
        raise StartFailed(f"DISPOSISI_BOT_TOKEN is not set; write there {SHAPE_OF_TOKEN}")
    telegram = Telegram(base=settings.telegram_api_base, token=token)
    try:
        bot = Bot(token, session=OwnSession(telegram))
    except TokenValidationError:
        raise StartFailed(
            f"DISPOSISI_BOT_TOKEN is not a token; write there {SHAPE_OF_TOKEN}"
        ) from None
    source = FollowedClock(settings.clock_url) if settings.clock_url else SystemClock()
    return Resources(
        settings=settings,
        telegram=telegram,
        bot=bot,
        source=source,
        clock=SteadyClock(source),
    )
