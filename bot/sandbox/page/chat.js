/** The list of messages of one phone, kept in step with the server without redrawing it. */
import { el, icon } from "./dom.js";
import { bubble, keys } from "./message.js";
import { dayOf, longDayOf } from "./clock.js";
import { beginningOf, makeOutcome } from "./outcome.js";
import { inLanguage, labelled } from "./words.js";

const NEAR = 60;
const isSilent = (person) => person.blocked || person.deactivated;

/** `actions`: open, act, waits (see message.js) and `onRead()`, called when the end is in view. */
export function makeChat(name, actions) {
  const list = el("div", {
    class: "messages",
    role: "log",
    "aria-live": "polite",
    tabindex: "0",
    label: ["chat", { name }],
  });
  const jump = el(
    "button",
    { type: "button", class: "jump", label: "toBottom", hidden: true, onclick: () => arrive() },
    icon("down"),
    el("span", { class: "badge" }),
  );
  const pinned = el("button", { type: "button", class: "pinned", hidden: true, onclick: toPinned });
  const introduction = el("p", { class: "introduction", dir: "auto", hidden: true });
  const root = el("div", { class: "chat" }, pinned, introduction, list, jump);
  const outcome = makeOutcome(list);
  const rows = new Map();
  let messages = new Map();
  // Whether news is followed, whether the end is in view, and where the page itself scrolled to.
  let following = true;
  let near = true;
  let top = 0;

  const isNear = () => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
  list.addEventListener("scroll", () => {
    near = isNear();
    const byHand = Math.abs(list.scrollTop - top) > 1;
    if (near || byHand) following = near;
    top = list.scrollTop;
    jump.hidden = near;
    if (following) actions.onRead();
  }, { passive: true });
  new ResizeObserver(() => near && toEnd()).observe(list);

  function toEnd() {
    scrollTo(list.scrollHeight - list.clientHeight);
    near = true;
  }

  function scrollTo(height) {
    list.scrollTop = height;
    top = list.scrollTop;
  }

  /** Shows the chat from `height` on, or to its end where that is not so far. */
  function showFrom(height) {
    scrollTo(height);
    near = isNear();
    jump.hidden = near;
  }

  /** The phone is opened: its first unread message `id` is shown, or the end. */
  function arrive(id) {
    outcome.forget();
    if (id === undefined) toEnd();
    else showFrom(beginningOf(list, id));
    following = true;
  }

  async function act(message, button, node) {
    const answered = outcome.begin(message, [...messages.keys()].at(-1));
    await actions.act(message, button, node);
    answered();
  }

  /** News is shown to its end, or from its beginning where it is taller than the phone. */
  function toNews() {
    const newest = list.lastElementChild;
    if (!newest?.matches(".message.in") || newest.offsetHeight <= list.clientHeight) return toEnd();
    return showFrom(newest.offsetTop - list.offsetTop - 8);
  }

  /** After the phone was moved or brought back: a browser forgets then how far it was scrolled. */
  function settle() {
    if (near) toEnd();
    else scrollTo(top);
  }

  function show(person) {
    const newest = person.messages.at(-1);
    const isNews = newest !== undefined && !messages.has(newest.message_id);
    messages = new Map(person.messages.map((message) => [message.message_id, message]));
    const wanted = arrange(person.messages);
    let cursor = list.firstElementChild;
    const kept = new Set();
    for (const row of wanted) {
      kept.add(row.key);
      const node = rows.get(row.key) ?? fresh(row);
      if (node !== cursor) list.insertBefore(node, cursor);
      else cursor = cursor.nextElementSibling;
      refresh(node, row, person);
    }
    for (const [key, node] of rows) {
      if (kept.has(key)) continue;
      node.remove();
      rows.delete(key);
    }
    leaveOldOnes();
    pin(messages.get(person.pinned));
    introduction.hidden = wanted.length > 0 || !introduction.textContent;
    const came = outcome.place(person.messages);
    if (isNews && newest.out) toEnd();
    else if (came) turnTo(came);
    else if (isNews && following) toNews();
    else if (near) toEnd();
  }

  /** Tab goes to the newest message with buttons alone; the arrows go from there to older ones. */
  function leaveOldOnes() {
    const parts = [...list.querySelectorAll(".part")].filter((each) => each.querySelector("button"));
    for (const each of parts) {
      const tabIndex = each === parts.at(-1) ? 0 : -1;
      for (const button of each.querySelectorAll("button")) button.tabIndex = tabIndex;
    }
  }

  list.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const buttons = [...list.querySelectorAll(".part button:not(:disabled)")];
    const at = buttons.indexOf(event.target);
    const next = buttons[at + by];
    if (!by || at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });

  function turnTo({ top: height, news }) {
    showFrom(height);
    following = news || near;
  }

  function pin(message) {
    pinned.hidden = !message || message.deleted;
    if (pinned.hidden) return;
    pinned.dataset.message = message.message_id;
    pinned.replaceChildren(
      el("strong", { say: "pinned" }),
      el("span", { dir: "auto" }, (message.text || message.file?.name || "").slice(0, 120)),
    );
  }

  function toPinned() {
    list.querySelector(`[data-message-id="${pinned.dataset.message}"]`)?.scrollIntoView({
      block: "center",
    });
  }

  /** What an empty chat says of the bot. */
  function introduce(description) {
    introduction.textContent = description;
  }

  function fresh(row) {
    const node = el("div", { class: "row", "data-key": row.key });
    rows.set(row.key, node);
    return node;
  }

  function refresh(node, row, person) {
    node.className = `row ${row.kind} ${row.out ? "out" : "in"}${row.last ? " last" : ""}`;
    const signature = `${inLanguage()} ${isSilent(person)} ${JSON.stringify(row.content)}`;
    if (node.signature === signature) return;
    node.signature = signature;
    if (row.kind === "day") node.replaceChildren(el("span", { class: "day-text" }, row.content));
    else if (row.kind === "service") node.replaceChildren(el("span", { say: "pinned" }));
    else if (row.kind === "gone") node.replaceChildren(el("span", { say: "deleted" }));
    else fill(node, row, person);
  }

  function fill(node, row, person) {
    const focused = [...node.querySelectorAll(".key")].indexOf(document.activeElement);
    const parts = row.content.map((message) => part(message, person));
    node.replaceChildren(...(parts.length > 1 ? [el("div", { class: "album" }, parts)] : parts));
    if (focused >= 0) node.querySelectorAll(".key")[focused]?.focus({ preventScroll: true });
  }

  function part(message, person) {
    const find = (id) => messages.get(id);
    const context = { ...actions, act, find, blocked: isSilent(person) };
    const node = el("div", { class: "part", "data-message-id": message.message_id });
    node.append(bubble(message, context));
    if (message.buttons?.length) {
      node.classList.add("keyed");
      node.append(keys(message, context));
    }
    return node;
  }

  /** `count` messages below what is seen. */
  function tellNews(count) {
    jump.querySelector(".badge").textContent = count > 0 ? String(count) : "";
    labelled(jump, count > 0 ? "newMessages" : "toBottom", { count });
  }

  return { root, show, settle, introduce, arrive, toEnd, tellNews, isFollowing: () => following };
}

/** Rows in order: days, runs of deleted messages, pins, albums, messages; the last of a run has a tail. */
function arrange(messages) {
  const rows = [];
  let day = null;
  for (const message of messages) {
    const at = message.date * 1000;
    const today = longDayOf(at);
    if (today !== day) rows.push({ key: `day ${today}`, kind: "day", content: dayOf(at) });
    day = today;
    const before = rows.at(-1);
    if (message.deleted) {
      if (before.kind !== "gone") {
        rows.push({ key: `gone ${message.message_id}`, kind: "gone", content: null });
      }
    } else if (message.other === "pinned_message") {
      rows.push({ key: `service ${message.message_id}`, kind: "service", content: null });
    } else if (message.album && before.album === message.album) {
      before.content.push(message);
    } else {
      rows.push({
        key: `message ${message.message_id}`,
        kind: "message",
        out: message.out,
        album: message.album,
        content: [message],
      });
    }
  }
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    row.last = row.kind === "message" && (next?.kind !== "message" || next.out !== row.out);
  });
  return rows;
}
