"""The bot that everybody writes first: aiogram, one callback handler, three calls, nothing kept."""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

dispatcher = Dispatcher()
TEXT = "<b>Pelayanan Data</b> · PDK-2026-00001\nLangkah 8 dari 11\nBatas Sen 09.30 WIB" * 3


@dispatcher.callback_query()
async def decide(query: CallbackQuery, bot: Bot) -> None:
    await query.answer()
    await bot.edit_message_text(
        TEXT, chat_id=query.from_user.id, message_id=query.message.message_id, parse_mode="HTML"
    )
    buttons = [[InlineKeyboardButton(text="Tanda tangani", callback_data="d:1:tandatangani")]]
    await bot.send_message(
        77, TEXT, parse_mode="HTML", reply_markup=InlineKeyboardMarkup(inline_keyboard=buttons)
    )


async def main(base: str) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(base))
    await dispatcher.start_polling(Bot("42:BENCH", session=session), handle_signals=False)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
