"""What stands round an office that is played in memory: phones, a vault, a pen, no bell."""

import itertools

from bot.sandbox.html_parser import parse_html


class PhonesInMemory:
    """Telegram, as far as a chat goes: what is sent, edited and deleted in it."""

    def __init__(self):
        self.chats, self.menus = {}, {}
        self._numbers = itertools.count(100)

    def put(self, chat_id, **message):
        usual = {"message_id": next(self._numbers), "out": False, "text": "", "buttons": []}
        put = {**usual, "file": None, **message}
        self.chats.setdefault(chat_id, []).append(put)
        return put["message_id"]

    async def call(self, method, params):
        chat = self.chats.setdefault(params.get("chat_id"), [])
        gone = {params.get("message_id"), *params.get("message_ids", ())}
        match method:
            case "sendMessage":
                return {"message_id": self.put(params["chat_id"], **_card(params))}
            case "editMessageText" | "editMessageReplyMarkup":
                [shown] = [one for one in chat if one["message_id"] in gone]
                shown.update({"buttons": []} if method.endswith("Markup") else _card(params))
            case "setMyCommands":
                listed = [one["description"] for one in params["commands"]]
                self.menus[params["scope"]["chat_id"]] = listed
            case "deleteMessage" | "deleteMessages":
                chat[:] = [one for one in chat if one["message_id"] not in gone]
        return {}

    async def upload(self, method, params, *, field, name, content):
        file = {"name": name, "content": content}
        return {"message_id": self.put(params["chat_id"], text=params["caption"], file=file)}


def _card(params):
    text, _ = parse_html(params["text"])
    rows = params["reply_markup"].get("inline_keyboard", [])
    buttons = [[{"text": one["text"], "data": one["callback_data"]} for one in row] for row in rows]
    return {"text": text, "buttons": buttons}


class VaultInMemory(dict):
    """Files by the order in which they came."""

    def put(self, content):
        self[digest := f"file {len(self)}"] = content
        return digest

    def get(self, digest):
        return self[digest]

    def pieces_of(self, digest):
        return iter([self[digest]])


class Pen:
    """Signs and seals whatever it is given."""

    def sign(self, pdf, **how):
        return pdf

    seal = sign


class NoScheduler:
    """Rings for nobody: time passes only when a play says so."""

    def get_job(self, job):
        return None

    def add_job(self, *job, **when):
        return None
