/** One message: its bubble, what it carries, and the buttons under it. */
import { el, icon } from "./dom.js";
import { has, locale, words } from "./words.js";
import { hourOf } from "./clock.js";

const PICTURE = /^image\//;

export const opensInPlace = (file) =>
  file.kind === "photo" || PICTURE.test(file.mime) || file.mime === "application/pdf";

/** The bubble. `open(message)` shows its file; `find(id)` gives the message it replies to. */
export function bubble(message, { open, find }) {
  const node = el("div", { class: "bubble", dir: "auto" });
  if (message.forwarded) node.append(el("div", { class: "forwarded", say: "forwarded" }));
  if (message.reply_to) node.append(quote(message.reply_to, find));
  if (message.file) node.append(attachment(message, open));
  if (message.other) node.append(otherKind(message.other));
  if (message.html) node.append(text(message));
  node.append(meta(message));
  node.classList.toggle("bare", Boolean(message.file && !message.html));
  return node;
}

function quote(reply, find) {
  const id = typeof reply === "object" ? reply.message_id : reply;
  const original = find(id);
  return el(
    "div",
    { class: "quote", label: "reply", role: "note" },
    (original?.text || original?.file?.name || "…").slice(0, 120),
  );
}

function text(message) {
  const node = el("div", { class: "text" });
  // The one place where the page trusts markup: the sandbox made it from the bot's entities.
  node.innerHTML = message.html;
  node.append(el("span", { class: message.edited ? "room wide" : "room", "aria-hidden": "true" }));
  return node;
}

function meta(message) {
  const at = message.date * 1000;
  return el(
    "span",
    { class: "meta" },
    message.edited ? el("span", { class: "edited", say: "edited" }) : null,
    el("time", { datetime: new Date(at).toISOString() }, hourOf(at)),
    message.out ? icon("check") : null,
  );
}

function attachment(message, open) {
  const { file } = message;
  if (file.kind === "photo") return photo(message, open);
  const name = file.name || words("fileChoice");
  return el(
    "button",
    {
      type: "button",
      class: `document ${kindOf(file)}`,
      onclick: () => open(message),
      label: [opensInPlace(file) ? "openFile" : "downloadFile", { name }],
    },
    el("span", { class: "tag", "aria-hidden": "true" }, suffixOf(file)),
    el(
      "span",
      { class: "about" },
      el("span", { class: "name" }, name),
      el("span", { class: "size" }, sizeOf(file.size)),
    ),
    message.protected ? icon("lock") : null,
  );
}

function photo(message, open) {
  const { file } = message;
  const picture = el("img", { src: file.url, alt: "", loading: "lazy", decoding: "async" });
  return el(
    "button",
    {
      type: "button",
      class: "photo",
      onclick: () => open(message),
      label: ["openFile", { name: file.name || words("photo") }],
    },
    picture,
  );
}

function otherKind(kind) {
  const key = `other_${kind}`;
  return el("div", { class: "other", say: has(key) ? key : ["other", { kind }] });
}

function suffixOf(file) {
  const dot = (file.name ?? "").lastIndexOf(".");
  return dot > 0 ? file.name.slice(dot + 1, dot + 5).toUpperCase() : "···";
}

function kindOf(file) {
  if (file.mime === "application/pdf") return "pdf";
  if (PICTURE.test(file.mime)) return "picture";
  return /sheet|excel|csv/.test(file.mime) ? "sheet" : "plain";
}

export function sizeOf(bytes) {
  const units = ["B", "KB", "MB", "GB"];
  let at = 0;
  let size = bytes ?? 0;
  while (size >= 1024 && at < units.length - 1) {
    size /= 1024;
    at += 1;
  }
  const digits = at === 0 || size >= 100 ? 0 : 1;
  return `${size.toLocaleString(locale(), { maximumFractionDigits: digits })} ${units[at]}`;
}

/** The inline buttons. `act(button, node)` is called with the button's JSON and its element. */
export function keys(message, { act, waits, blocked }) {
  const rows = (message.buttons ?? []).map((row) =>
    el("div", { class: "keys-row" }, row.map((button) => key(message, button))),
  );
  return el("div", { class: "keys" }, rows);

  function key(owner, button) {
    const works = button.data || button.url || button.copy;
    const node = el(
      "button",
      {
        type: "button",
        class: `key ${button.style ?? "default"}`,
        disabled: blocked || !works,
        dir: "auto",
        onclick: (event) => act(owner, button, event.currentTarget),
      },
      el("span", { class: "key-text" }, button.text),
      button.url ? icon("open") : button.copy ? icon("copy") : null,
    );
    if (waits(owner.message_id, button.data)) wait(node, true);
    return node;
  }
}

export function wait(node, waiting) {
  node.classList.toggle("waiting", waiting);
  node.setAttribute("aria-busy", String(waiting));
}
