/** Where a person writes: the text, what is attached, the bot's commands and reply buttons. */
import { makeAttach } from "./attach.js";
import { dropdown, el, icon } from "./dom.js";
import { words } from "./words.js";

/** `phone`: `{id, name, write(text), sendOther(kind), stage(files, as)}`. */
export function makeComposer(phone) {
  const field = el("textarea", {
    class: "field",
    rows: "1",
    dir: "auto",
    label: "write",
    autocomplete: "off",
    "data-testid": `composer-${phone.id}`,
  });
  const send = el(
    "button",
    { type: "submit", class: "send", label: "send", disabled: true, "data-testid": `send-${phone.id}` },
    icon("send"),
  );
  const attach = makeAttach(phone);
  const commands = makeCommands((command) => submit(`/${command}`));
  const form = el("form", { class: "composer" }, commands.button, attach.button, field, send);
  const replies = el("div", { class: "replies", role: "group", label: "keyboard", hidden: true });
  const root = el("div", { class: "writing" }, commands.list, attach.list, form, replies);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(field.value);
  });
  field.addEventListener("input", fit);
  field.addEventListener("keydown", (event) => {
    const enter = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (enter && !matchMedia("(pointer: coarse)").matches) {
      event.preventDefault();
      submit(field.value);
    } else if (event.key === "ArrowDown" && commands.isOpen()) {
      event.preventDefault();
      commands.focus();
    } else if (event.key === "Escape") {
      commands.offer(null);
    }
  });
  field.addEventListener("paste", (event) => {
    const { files } = event.clipboardData;
    if (!files.length) return;
    event.preventDefault();
    phone.stage(files, "photo");
  });

  function fit() {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
    send.disabled = !field.value.trim();
    commands.offer(/^\/\w*$/.test(field.value) ? field.value.slice(1) : null);
  }

  async function submit(text) {
    const words = text.trim();
    if (!words) return;
    const typed = field.value;
    field.value = "";
    fit();
    if (!(await phone.write(words)) && !field.value) {
      field.value = typed;
      fit();
    }
  }

  function show(person) {
    commands.fill(person.commands ?? []);
    const keyboard = keyboardOf(person);
    const rows = keyboard?.rows ?? [];
    field.placeholder = keyboard?.placeholder || words("write");
    replies.hidden = rows.length === 0;
    const signature = JSON.stringify(rows);
    if (replies.dataset.rows === signature) return;
    replies.dataset.rows = signature;
    replies.replaceChildren(
      ...rows.map((row) => el("div", { class: "keys-row" }, row.map((key) => reply(key)))),
    );
  }

  function reply({ text, style, request }) {
    const onclick = () => (request ? phone.sendOther(request) : submit(text));
    const look = { type: "button", class: `reply ${style ?? ""}`, dir: "auto" };
    return el("button", { ...look, onclick }, text);
  }

  return { root, show, focus: () => field.focus({ preventScroll: true }) };
}

/** The reply keyboard in force: set by a message, taken away by another or, once, by an answer. */
function keyboardOf(person) {
  const at = person.messages.findLastIndex((message) => message.keyboard && !message.deleted);
  const keyboard = person.messages[at]?.keyboard ?? null;
  const answered = person.messages.slice(at + 1).some((message) => message.out);
  const over = answered && (keyboard?.one_time || keyboard?.force_reply);
  return keyboard?.remove || over ? null : keyboard;
}

function makeCommands(run) {
  const list = el("div", { class: "menu commands", role: "group", label: "commands" });
  const button = el("button", { type: "button", class: "tool", label: "commands" }, icon("commands"));
  let shown = "";
  dropdown(button, list);

  function fill(commands) {
    button.hidden = commands.length === 0;
    const signature = JSON.stringify(commands);
    if (signature === shown) return;
    shown = signature;
    list.replaceChildren(
      ...commands.map(({ command, description }) =>
        el(
          "button",
          { type: "button", "data-command": command, onclick: () => run(command) },
          el("span", { class: "command" }, `/${command}`),
          el("span", { class: "description" }, description),
        ),
      ),
    );
  }

  /** Shows the commands that begin with `start`; null puts the list away. */
  function offer(start) {
    let matches = 0;
    for (const entry of list.children) {
      entry.hidden = start !== null && !entry.dataset.command.startsWith(start);
      matches += entry.hidden ? 0 : 1;
    }
    list.hidden = start === null || matches === 0;
    button.setAttribute("aria-expanded", String(!list.hidden));
  }

  return {
    button,
    list,
    fill,
    offer,
    isOpen: () => !list.hidden,
    focus: () => list.querySelector("button:not([hidden])")?.focus(),
  };
}
