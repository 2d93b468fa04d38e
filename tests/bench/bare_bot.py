"""The bot that everybody writes first: aiogram, one callback handler, three calls, nothing kept.

It says the same words with the same buttons as ours, so that as many bytes go over the line.
"""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

KEPALA_DINAS = 77
DONE = (
    "<b>Pelayanan Data dan Informasi Kependudukan</b> · <code>{number}</code>\n"
    "Langkah 8 dari 11: <b>Paraf Kabid</b>\nDinas Kesehatan\n\n"
    "✓ <b>Paraf</b> · Kepala Bidang Data dan Informasi ({name}) · Sen 10.00 WIB"
)
NEXT = (
    "<b>Pelayanan Data dan Informasi Kependudukan</b> · <code>{number}</code>\n"
    "Langkah 9 dari 11: <b>Menandatangani</b>\n\n"
    "<i>Instansi pemohon:</i> Dinas Kesehatan\n<i>Nomor surat permohonan:</i> 045/1234\n\n"
    "Batas Sen 10.05 WIB\nBelum diterima. Menekan tombol berarti menerima berkas."
)

dispatcher = Dispatcher()


def keyboard(*rows: list[tuple[str, str]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=text, callback_data=data) for text, data in row]
            for row in rows
        ]
    )


@dispatcher.callback_query()
async def decide(query: CallbackQuery, bot: Bot) -> None:
    _, task, _ = query.data.split(":")
    number = f"PDK-2026-{int(task):05d}"
    sheet, card = ("Lembar disposisi", f"h:{task}"), ("Kartu kendali", f"g:{task}:0")
    await query.answer()
    await query.message.edit_text(
        DONE.format(number=number, name=query.from_user.full_name),
        parse_mode="HTML",
        reply_markup=keyboard([("Berikutnya (4 menunggu)", f"o:{task}")], [card]),
    )
    await bot.send_message(
        KEPALA_DINAS,
        NEXT.format(number=number),
        parse_mode="HTML",
        reply_markup=keyboard([("Tanda tangani", f"d:{task}:tandatangani")], [sheet, card]),
    )


async def main(base: str) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(base))
    await dispatcher.start_polling(Bot("42:BENCH", session=session), handle_signals=False)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
