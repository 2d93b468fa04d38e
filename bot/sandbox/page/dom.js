/** Elements and icons without a framework. */
import { worded, labelled } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element. `say` and `label` take a key of words.js (or `[key, arguments]`) and follow the
 * language of the page; `on…` adds a listener; null, undefined and false leave an attribute out.
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "say") worded(node, ...[value].flat());
    else if (name === "label") labelled(node, ...[value].flat());
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const STROKES = {
  attach: "M20 11.5 12 19.6a5 5 0 0 1-7.1-7.1l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.8-7.8",
  send: "M4.5 12 3.6 4.9c-.1-.9.8-1.6 1.6-1.2l15 7.3a1.1 1.1 0 0 1 0 2l-15 7.3c-.8.4-1.7-.3-1.6-1.2L4.5 12zm0 0h8",
  commands: "M4 6.5h16M4 12h16M4 17.5h10",
  close: "M6 6l12 12M18 6 6 18",
  check: "M5 12.5l4.5 4.5L19 7.5",
  back: "M9 6 4 11l5 5M4.5 11H15a5 5 0 0 1 0 10h-3",
  file: "M13.5 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8.5L13.5 3zm0 0v5.5H19",
  image: "M5 4h14a1.5 1.5 0 0 1 1.5 1.5v13A1.5 1.5 0 0 1 19 20H5a1.5 1.5 0 0 1-1.5-1.5v-13A1.5 1.5 0 0 1 5 4zm-1 13 5-5 4 4 2.5-2.5L20.5 18M15.5 9h.01",
  down: "M6 9.5l6 6 6-6",
  download: "M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19.5h14",
  open: "M14 5h5v5M19 5l-8 8M11 6H7a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2v-4",
  clock: "M12 7v5l3.5 2M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M6.5 11h11A1.5 1.5 0 0 1 19 12.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11z",
  more: "M12 6h.01M12 12h.01M12 18h.01",
  copy: "M9 9h9.5a1.5 1.5 0 0 1 1.5 1.5V20a1.5 1.5 0 0 1-1.5 1.5H9A1.5 1.5 0 0 1 7.5 20v-9.5A1.5 1.5 0 0 1 9 9zM4 15V5a1.5 1.5 0 0 1 1.5-1.5H15",
  add: "M12 5v14M5 12h14",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zm-6 8.5c.4-3.6 2.8-5.5 6-5.5s5.600 1.900 6 5.500M16 4.300a3.500 3.500 0 0 1 0 6.500M18 14.600c1.700.8 2.700 2.400 3 4.900",
  keyboard: "M4 7h16v10H4zM8 10.5h.01M12 10.5h.01M16 10.5h.01M8.5 14h7",
};

export function icon(name) {
  return svg(
    "svg",
    { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: STROKES[name] }),
  );
}

/** Behind a button opens a list; Esc, a choice or a press elsewhere closes it again. */
export function dropdown(button, list) {
  const set = (open) => {
    list.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  set(false);
  button.addEventListener("click", () => {
    set(list.hidden);
    if (!list.hidden) list.querySelector("button, a")?.focus();
  });
  list.addEventListener("click", (event) => event.target.closest("button, a") && set(false));
  document.addEventListener("pointerdown", (event) => {
    if (!list.contains(event.target) && !button.contains(event.target)) set(false);
  });
  list.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      set(false);
      button.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const choices = [...list.querySelectorAll("button:not(:disabled), a")];
    const at = choices.indexOf(document.activeElement) + step;
    choices[(at + choices.length) % choices.length]?.focus();
  });
}

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
