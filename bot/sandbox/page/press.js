/** A press on an inline button, from the finger to the bot's answer. */
import * as api from "./api.js";
import { wait } from "./message.js";
import { words } from "./words.js";

const TRIES = 2;

/** `phone`: `{id, say, alert, write(text)}`. */
export function makePresser(phone) {
  const waiting = new Set();
  const nameOf = (message, data) => `${message} ${data}`;

  /** Done when the bot has answered, or there is nothing to answer. */
  async function act(message, button, node) {
    if (button.url) follow(button.url, phone);
    else if (button.copy) copy(button.copy, phone);
    else await press(message.message_id, button.data, node);
  }

  async function press(message, data, node) {
    const name = nameOf(message, data);
    if (waiting.has(name)) return;
    waiting.add(name);
    wait(node, true);
    try {
      const { update_ids: updates } = await api.press(phone.id, message, data);
      tell(await answer(updates.at(-1)));
    } catch (error) {
      phone.say(words("failed", { reason: error.message }), "error");
    } finally {
      waiting.delete(name);
      for (const key of document.querySelectorAll(
        `#phone-${phone.id} [data-message-id="${message}"] .key.waiting`,
      )) {
        wait(key, false);
      }
    }
  }

  async function answer(update) {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const given = await api.answerTo(phone.id, update);
      if (given.answered) return given;
    }
    return null;
  }

  function tell(given) {
    if (given === null) phone.say(words("unanswered"));
    else if (given.text && given.alert) phone.alert(given.text);
    else if (given.text) phone.say(given.text);
    if (given?.url) follow(given.url, phone);
  }

  return { act, waits: (message, data) => waiting.has(nameOf(message, data)) };
}

/** Opens a link as a phone would: one to a bot becomes its /start, any other a new tab. */
export function follow(url, phone) {
  const payload = startOf(url);
  if (payload === null) window.open(url, "_blank", "noopener");
  else phone.write(`/start ${payload}`.trim());
}

function startOf(url) {
  let link;
  try {
    link = new URL(url);
  } catch {
    return null;
  }
  const toBot = link.hostname === "t.me" && /^\/\w+$/.test(link.pathname);
  const inApp = link.protocol === "tg:" && link.hostname === "resolve";
  return toBot || inApp ? (link.searchParams.get("start") ?? "") : null;
}

export async function copy(text, phone) {
  try {
    await navigator.clipboard.writeText(text);
    phone.say(words("copied"));
  } catch {
    phone.say(words("notCopied"), "error");
  }
}
