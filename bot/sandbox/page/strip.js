/** The people at a glance: who has news, and the way to each phone. */
import * as api from "./api.js";
import { dress } from "./avatar.js";
import { el, icon } from "./dom.js";
import { labelled, words } from "./words.js";

/** `go(id)` brings a phone into view. */
export function makeStrip(go) {
  const list = el("div", { class: "tabs" });
  const add = el(
    "button",
    { type: "button", class: "tool add-person", label: "addPerson", onclick: askForPerson },
    icon("add"),
  );
  const root = el("nav", { class: "strip", label: "people" }, list, add);
  const tabs = new Map();

  function show(people) {
    const known = new Set(people.map((person) => person.id));
    for (const [id, tab] of tabs) {
      if (known.has(id)) continue;
      tab.node.remove();
      tabs.delete(id);
    }
    for (const person of people) {
      if (!tabs.has(person.id)) tabs.set(person.id, makeTab(person, go, list));
      tabs.get(person.id).show(person);
    }
  }

  function tellNews(id, count) {
    tabs.get(id)?.tellNews(count);
  }

  /** `visible`: ids of phones in view; `current`: the one the eye is on. */
  function mark(visible, current) {
    for (const [id, tab] of tabs) {
      tab.node.classList.toggle("visible", visible.has(id));
      if (id === current) tab.node.setAttribute("aria-current", "true");
      else tab.node.removeAttribute("aria-current");
    }
    const node = tabs.get(current)?.node;
    if (node) keepInView(list, node);
  }

  return { root, show, tellNews, mark };
}

function makeTab(first, go, list) {
  let person = first;
  let count = 0;
  const picture = el("span", { class: "avatar", "aria-hidden": "true" });
  const name = el("span", { class: "tab-name", dir: "auto" });
  const role = el("span", { class: "tab-role", dir: "auto" });
  const badge = el("span", { class: "badge", "aria-hidden": "true" });
  const node = el(
    "button",
    {
      type: "button",
      class: "tab",
      "data-testid": `tab-${first.id}`,
      onclick: () => go(first.id),
    },
    picture,
    el("span", { class: "tab-who" }, name, role),
    badge,
  );
  list.append(node);

  function relabel() {
    const values = { name: person.name, role: person.role ?? "", count };
    labelled(node, count > 0 ? "personNews" : "person", values);
  }

  return {
    node,
    show: (now) => {
      person = now;
      name.textContent = now.name;
      role.textContent = now.role ?? "";
      dress(picture, now);
      relabel();
    },
    tellNews: (unread) => {
      if (unread === count && badge.textContent) return;
      count = unread;
      badge.textContent = unread > 99 ? "99+" : String(unread || "");
      relabel();
    },
  };
}

function keepInView(list, node) {
  const left = node.offsetLeft - list.offsetLeft;
  if (left < list.scrollLeft) list.scrollLeft = left - 16;
  const right = left + node.offsetWidth;
  if (right > list.scrollLeft + list.clientWidth) list.scrollLeft = right - list.clientWidth + 16;
}

function askForPerson() {
  const name = el("input", { type: "text", name: "name", required: true, maxlength: "64" });
  const role = el("input", { type: "text", name: "role", maxlength: "64" });
  role.placeholder = words("rolePlaceholder");
  const fault = el("p", { class: "fault", role: "alert", hidden: true });
  const dialog = el("dialog", { class: "ask", "aria-labelledby": "ask-title" });
  const form = el(
    "form",
    {},
    el("h2", { id: "ask-title", say: "addPerson" }),
    el("label", {}, el("span", { say: "personName" }), name),
    el("label", {}, el("span", { say: "personRole" }), role),
    fault,
    el(
      "div",
      { class: "staging-end" },
      el("button", { type: "button", class: "plain-button", say: "cancel", onclick: () => dialog.close() }),
      el("button", { type: "submit", class: "primary-button", say: "add" }),
    ),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await api.addPerson({ name: name.value.trim(), role: role.value.trim() });
      dialog.close();
    } catch (error) {
      fault.textContent = words("failed", { reason: error.message });
      fault.hidden = false;
    }
  });
  dialog.append(form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
