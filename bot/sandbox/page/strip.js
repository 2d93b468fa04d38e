/** The people at a glance: who has news, and the way to each phone. */
import * as api from "./api.js";
import { dress } from "./avatar.js";
import { dropdown, el, icon } from "./dom.js";
import { labelled, words } from "./words.js";

/** `go(id)` brings a phone into view, one that is put away too. */
export function makeStrip(go) {
  const list = el("div", { class: "tabs" });
  const away = el("div", { class: "menu away", role: "group", label: "others" });
  const badge = el("span", { class: "badge", "aria-hidden": "true" });
  const more = el(
    "button",
    { type: "button", class: "others", "data-testid": "others" },
    icon("people"),
    el("span", { say: "others" }),
    badge,
    icon("down"),
  );
  dropdown(more, away);
  const add = el(
    "button",
    { type: "button", class: "tool add-person", label: "addPerson", onclick: askForPerson },
    icon("add"),
  );
  const root = el("nav", { class: "strip", label: "people" }, list, more, away, add);
  const tabs = new Map();
  let atHand = [];

  function show(people) {
    const known = new Set(people.map((person) => person.id));
    for (const [id, tab] of tabs) {
      if (known.has(id)) continue;
      tab.node.remove();
      tabs.delete(id);
    }
    for (const person of people) {
      if (!tabs.has(person.id)) tabs.set(person.id, makeTab(person, go));
      tabs.get(person.id).show(person);
    }
  }

  /** `order`: ids of the phones on the table; the others wait in the list. `turn`: who has it. */
  function arrange(order, turn) {
    atHand = order;
    const waiting = [...tabs.keys()].filter((id) => !order.includes(id));
    place(list, order);
    place(away, waiting);
    more.hidden = waiting.length === 0;
    for (const [id, tab] of tabs) tab.setTurn(turn.includes(id));
    tellOthers();
  }

  function place(parent, ids) {
    const nodes = ids.map((id) => tabs.get(id).node);
    if (nodes.some((node, index) => parent.children[index] !== node)) parent.replaceChildren(...nodes);
  }

  function tellNews(id, count) {
    tabs.get(id)?.tellNews(count);
    tellOthers();
  }

  function tellOthers() {
    const hidden = [...tabs].filter(([id]) => !atHand.includes(id));
    const count = hidden.reduce((sum, [, tab]) => sum + tab.count(), 0);
    badge.textContent = String(count || "");
    labelled(more, count > 0 ? "othersNews" : "others", { count });
  }

  /** `visible`: ids of phones in view; `current`: the one the eye is on. */
  function mark(visible, current) {
    for (const [id, tab] of tabs) {
      tab.node.classList.toggle("visible", visible.has(id));
      if (id === current) tab.node.setAttribute("aria-current", "true");
      else tab.node.removeAttribute("aria-current");
    }
    const node = tabs.get(current)?.node;
    if (node?.parentNode === list) keepInView(list, node);
  }

  return { root, show, arrange, tellNews, mark };
}

function makeTab(first, go) {
  let person = first;
  let count = 0;
  let hasTurn = false;
  const picture = el("span", { class: "avatar", "aria-hidden": "true" });
  const name = el("span", { class: "tab-name", dir: "auto" });
  const role = el("span", { class: "tab-more", dir: "auto" });
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

  function relabel() {
    // In the order in which it is seen: who speaks to a screen says what stands on it.
    const values = { who: [person.role, person.name].filter(Boolean).join(", "), count };
    labelled(node, count > 0 ? "personNews" : "person", values);
    if (hasTurn) node.setAttribute("aria-label", `${node.ariaLabel}, ${words("turn")}`);
  }

  return {
    node,
    count: () => count,
    setTurn: (mine) => {
      if (mine === hasTurn) return;
      hasTurn = mine;
      node.classList.toggle("turn", mine);
      relabel();
    },
    show: (now) => {
      person = now;
      // Who plays an office looks for the post, and the name is invented.
      name.textContent = now.role || now.name;
      role.textContent = now.role ? now.name : "";
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
