/** One person's phone: header, chat, and where the person writes. */
import * as api from "./api.js";
import { dress } from "./avatar.js";
import { makeChat } from "./chat.js";
import { makeComposer } from "./composer.js";
import { dropdown, el, icon } from "./dom.js";
import { opensInPlace } from "./message.js";
import { makeNotices } from "./notice.js";
import { copy, follow, makePresser } from "./press.js";
import { acceptDrops, makeStaging } from "./staging.js";
import { makeNews } from "./unread.js";
import { downloadOf, view } from "./viewer.js";
import { labelled, words } from "./words.js";

/** `onNews()` is called when the number of unread messages may have changed. */
export function makePhone(first, onNews) {
  const { id, name } = first;
  let person = first;
  const root = el("section", {
    class: "phone",
    id: `phone-${id}`,
    label: ["phone", { name }],
    "data-testid": `phone-${id}`,
    tabindex: "-1",
  });
  const notices = makeNotices(root);
  const phone = { id, name, root, say: notices.say, alert: notices.alert, write, sendOther };
  const presser = makePresser(phone);
  phone.stage = makeStaging(phone).stage;
  const news = makeNews(id);
  const chat = makeChat(name, { open, act: presser.act, waits: presser.waits, onRead: read });
  const composer = makeComposer(phone);
  const head = makeHead(phone);
  const start = el(
    "button",
    { type: "button", class: "start", say: "start", onclick: () => write("/start") },
  );
  const blocked = el(
    "div",
    { class: "blocked" },
    el("span", { say: "blocked" }),
    el("button", { type: "button", class: "plain-button", say: "unblock", onclick: unblock }),
  );
  const deactivated = el("div", { class: "blocked" }, el("span", { say: "deactivated" }));
  root.append(head.node, notices.toast, chat.root, start, blocked, deactivated, composer.root);
  acceptDrops(root, phone.stage);
  chat.root.addEventListener("click", tapText);

  /** Runs a call for this person; a refusal is said over the phone. True when it went through. */
  async function attempt(call) {
    try {
      await call();
      return true;
    } catch (error) {
      notices.say(words("failed", { reason: error.message }), "error");
      return false;
    }
  }

  function write(text) {
    chat.toEnd();
    return attempt(() => api.sendText(id, text));
  }

  function sendOther(kind) {
    return attempt(() => api.sendOther(id, kind));
  }

  function unblock() {
    return attempt(() => api.block(id, false));
  }

  function open(message) {
    if (opensInPlace(message.file)) return view(message);
    if (message.protected) return notices.say(words("protected"));
    return el("a", { href: downloadOf(message.file), download: message.file.name || "" }).click();
  }

  /** What a tap on a text does: a link opens, a command is sent, code is copied, the hidden shows. */
  function tapText(event) {
    const at = (selector) => event.target.closest(`.text ${selector}`);
    const link = at("a[href^=http]");
    if (link) {
      event.preventDefault();
      follow(link.href, phone);
    } else if (at("a.command")) {
      write(at("a.command").textContent);
    } else if (at("code") || at("pre")) {
      copy((at("pre") ?? at("code")).textContent, phone);
    } else {
      (at(".spoiler") ?? at("blockquote.expandable"))?.classList.toggle("shown");
    }
  }

  let visible = false;
  function setVisible(value) {
    visible = value;
    read();
  }

  /** On a table of phones the one that is touched is looked at; in a pocket the one in view. */
  const isLookedAt = () => root.matches(":hover, :focus-within") || !matchMedia("(min-width: 561px)").matches;
  root.addEventListener("pointerenter", read);
  root.addEventListener("focusin", read);

  function read() {
    if (visible && !document.hidden && chat.isFollowing() && isLookedAt()) news.read(person);
    tell();
  }

  function tell() {
    const count = news.count(person);
    root.classList.toggle("has-news", count > 0);
    chat.tellNews(count);
    head.tellNews(count);
    onNews(id, count);
  }

  function show(now, bot = null) {
    person = now;
    labelled(root, "phone", { name: now.name });
    head.show(now);
    if (bot) chat.introduce(bot.description);
    chat.show(now);
    composer.show(now);
    const silent = now.blocked || now.deactivated;
    start.hidden = now.started || silent;
    blocked.hidden = !now.blocked || now.deactivated;
    deactivated.hidden = !now.deactivated;
    composer.root.hidden = silent;
    read();
  }

  /** To where this person goes on: the bot's Start button at first, the text later. */
  function focus() {
    if (!start.hidden) start.focus({ preventScroll: true });
    // A keyboard that slides up on a small screen would hide what one came to see.
    else if (matchMedia("(pointer: coarse)").matches) root.focus({ preventScroll: true });
    else composer.focus();
  }

  /** Somebody comes to this phone: what is new there is shown, and read. */
  function arrive() {
    chat.arrive(news.first(person)?.message_id);
    read();
  }

  function setTurn(mine) {
    root.classList.toggle("turn", mine);
    head.setTurn(mine);
  }

  return { id, root, show, read, settle: chat.settle, setVisible, setTurn, arrive, focus, person: () => person };

  function makeHead() {
    const label = el("h2", { dir: "auto" });
    const role = el("p", { class: "role", dir: "auto" });
    const typing = el("p", { class: "typing", hidden: true }, el("span", { say: "typing" }), dots());
    const picture = el("span", { class: "avatar", "aria-hidden": "true" });
    const toggle = el("button", { type: "button", onclick: () => attempt(() => api.block(id, true)) });
    toggle.append(icon("lock"), el("span", { say: "block" }));
    const list = el("div", { class: "menu head-menu", role: "group", label: "more" }, toggle);
    const button = el("button", { type: "button", class: "tool", label: "more" }, icon("more"));
    dropdown(button, list);
    const turn = el("span", { class: "turn-mark", say: "turn", hidden: true });
    const badge = el("span", { class: "badge", "aria-hidden": "true" });
    const who = el("div", { class: "who" }, label, role, typing);
    const face = el("span", { class: "face" }, picture, badge);
    const node = el("header", {}, face, who, turn, button, list);
    return {
      node,
      setTurn: (mine) => {
        turn.hidden = !mine;
      },
      tellNews: (count) => {
        badge.textContent = count > 99 ? "99+" : String(count || "");
      },
      show: (now) => {
        label.textContent = now.name;
        role.textContent = now.role ?? "";
        role.hidden = now.typing || !now.role;
        typing.hidden = !now.typing;
        dress(picture, now);
        button.hidden = now.blocked || now.deactivated;
      },
    };
  }
}

const dots = () => el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
