"""The same by python-telegram-bot with the limiter that it ships, retrying what is refused.

`python -m tests.bench.peers.ptb_drain BASE CHATS`. Nothing is kept: the messages are in memory.
"""

import asyncio
import sys

from telegram.ext import AIORateLimiter, ApplicationBuilder


async def main(base: str, chats: int) -> None:
    application = (
        ApplicationBuilder()
        .token("42:BENCH")
        .base_url(f"{base}/bot")
        .rate_limiter(AIORateLimiter(max_retries=100))
        .build()
    )
    async with application:
        await asyncio.gather(
            *(application.bot.send_message(3000 + chat, "Selamat datang") for chat in range(chats))
        )
        await asyncio.sleep(3600)  # until it is ended


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
