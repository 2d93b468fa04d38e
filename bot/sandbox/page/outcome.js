/** Where a chat stands after a person's own press: at what came of it, not at what stood there before. */

// What a bot sends after its answer still belongs to the press.
const GRACE = 3000;
const MARGIN = 8;
const LAST_WORDS = 60;

/** `list`: the scrolling element with the messages. */
export function makeOutcome(list) {
  let press = null;

  // Who goes on reading elsewhere is not fetched back.
  for (const kind of ["wheel", "touchmove", "keydown"]) {
    list.addEventListener(kind, forget, { passive: true });
  }

  function forget() {
    press = null;
  }

  /** `newest`: the last message there was. Returns what to call when the bot has answered. */
  function begin(message, newest) {
    const mine = { pressed: message, newest, until: Infinity };
    press = mine;
    return () => {
      mine.until = performance.now() + GRACE;
    };
  }

  /** Where to scroll to, now that these messages are drawn; null where a press has no say. */
  function place(messages) {
    if (!press || performance.now() > press.until) return null;
    const { newest } = press;
    const first = messages.find((message) => message.message_id > newest && isSaid(message));
    if (first) return { news: true, top: beginningOf(list, first.message_id) };
    const before = press.pressed;
    const after = messages.find((message) => message.message_id === before.message_id);
    if (!after || after.deleted || JSON.stringify(after) === JSON.stringify(before)) return null;
    press.pressed = after;
    return { news: false, top: inView(before, after) };
  }

  /** The card whole; of one taller than the phone its title if that is new, else its new keys. */
  function inView(before, after) {
    const row = rowOf(list, after.message_id);
    const top = beginningOf(list, after.message_id);
    const end = row.offsetTop - list.offsetTop + row.offsetHeight + MARGIN - list.clientHeight;
    if (end <= top) return Math.min(top, Math.max(end, list.scrollTop));
    if (titleOf(after) !== titleOf(before)) return top;
    if (isSameKeyboard(before, after)) return list.scrollTop;
    return Math.min(end, keysOf(row));
  }

  /** The first key, below the last words, which mostly say what the keys are for. */
  function keysOf(row) {
    const keys = row.querySelector(".keys");
    if (!keys) return Infinity;
    const { y } = list.getBoundingClientRect();
    return list.scrollTop + keys.getBoundingClientRect().y - y - LAST_WORDS;
  }

  return { begin, place, forget };
}

const rowOf = (list, id) => list.querySelector(`[data-message-id="${id}"]`)?.closest(".row");

/** How far down a message begins, with a little air above it. */
export function beginningOf(list, id) {
  const row = rowOf(list, id);
  return row ? row.offsetTop - list.offsetTop - MARGIN : list.scrollTop;
}

const isSaid = (message) => !message.out && !message.deleted && message.other !== "pinned_message";

const titleOf = (message) => (message.text ?? "").split("\n")[0];

const dataOf = (message) => JSON.stringify((message.buttons ?? []).flat().map((button) => button.data));

const isSameKeyboard = (before, after) => dataOf(before) === dataOf(after);
