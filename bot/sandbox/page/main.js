/** Puts the page together and keeps it in step with the sandbox. */
import { setClock, setZone } from "./clock.js";
import { calm, el } from "./dom.js";
import { follow } from "./feed.js";
import { makePanel } from "./panel.js";
import { makePhone } from "./phone.js";
import { makeStrip } from "./strip.js";
import { makeTopbar } from "./topbar.js";
import { onLanguage, reword, worded } from "./words.js";

const TITLE = "Disposisi · bak pasir";
const IN_VIEW = 0.6;

const phones = new Map();
const unread = new Map();
const visible = new Set();
let last = null;
let hasBeenOnline = false;

const banner = el("div", { class: "banner", role: "status", "data-testid": "banner", hidden: true });
const row = el("main", { class: "phones", label: "people" });
const nobody = el("p", { class: "nobody", say: "nobody", hidden: true });
const trouble = el("div", { class: "trouble", role: "alert", hidden: true });
const topbar = makeTopbar(complain);
const panel = makePanel();
const strip = makeStrip(go);

document.body.append(topbar.root, banner, panel.root, strip.root, nobody, row, trouble);
reword();

let complaint = null;
function complain(text) {
  clearTimeout(complaint);
  trouble.textContent = text;
  trouble.hidden = false;
  complaint = setTimeout(() => {
    trouble.hidden = true;
  }, 6000);
}

const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, intersectionRatio } of entries) {
      const phone = [...phones.values()].find((each) => each.root === target);
      if (!phone) continue;
      if (intersectionRatio >= IN_VIEW) visible.add(phone.id);
      else visible.delete(phone.id);
      phone.setVisible(visible.has(phone.id));
    }
    markVisible();
  },
  { root: row, threshold: [IN_VIEW] },
);

let chosen = null;
function markVisible() {
  const first = [...phones.keys()].find((id) => visible.has(id));
  strip.mark(visible, visible.has(chosen) ? chosen : first);
}

function go(id) {
  const { root, focus } = phones.get(id);
  chosen = id;
  root.scrollIntoView({ inline: "center", block: "nearest", behavior: calm() ? "auto" : "smooth" });
  // A keyboard that slides up on a small screen would hide what one came to see.
  if (matchMedia("(pointer: coarse)").matches) root.focus({ preventScroll: true });
  else focus();
  markVisible();
}

row.addEventListener("focusin", (event) => {
  chosen = Number(event.target.closest(".phone")?.id.slice("phone-".length));
  markVisible();
});

function tellNews(id, count) {
  unread.set(id, count);
  strip.tellNews(id, count);
  const total = [...unread.values()].reduce((sum, each) => sum + each, 0);
  document.title = total > 0 ? `(${total}) ${TITLE}` : TITLE;
}

function show(state) {
  setClock(state.now);
  const clock = state.panel?.clock ?? null;
  setZone(clock?.zone ?? "UTC", clock?.zone_label ?? "UTC");
  if (state.whole) forget(new Set(state.people.map((person) => person.id)));
  for (const person of state.people) if (!phones.has(person.id)) welcome(person);
  const changed = new Map(state.people.map((person) => [person.id, person]));
  strip.show([...phones.values()].map((phone) => changed.get(phone.id) ?? phone.person()));
  for (const person of state.people) phones.get(person.id).show(person, state.bot);
  nobody.hidden = phones.size > 0;
  topbar.show(clock);
  panel.show(state.panel);
  hasBeenOnline ||= state.bot_online;
  last = state;
  tellStanding(true);
}

function welcome(person) {
  const phone = makePhone(person, tellNews);
  phones.set(person.id, phone);
  row.append(phone.root);
  watcher.observe(phone.root);
}

function forget(known) {
  for (const [id, phone] of phones) {
    if (known.has(id)) continue;
    watcher.unobserve(phone.root);
    phone.root.remove();
    for (const memory of [phones, unread, visible]) memory.delete(id);
  }
}

function tellStanding(connected) {
  let key = null;
  if (!connected) key = "lost";
  else if (last && !last.bot_online) key = hasBeenOnline ? "stopped" : "starting";
  banner.hidden = key === null;
  if (key === null || banner.dataset.kind === key) return;
  banner.dataset.kind = key;
  worded(banner, key);
}

onLanguage(() => {
  panel.show(last?.panel ?? null);
  topbar.tick();
  for (const phone of phones.values()) phone.show(phone.person());
});
document.addEventListener("visibilitychange", () => {
  for (const phone of phones.values()) phone.read();
});
for (const kind of ["dragover", "drop"]) {
  addEventListener(kind, (event) => event.preventDefault());
}
setInterval(() => {
  topbar.tick();
  panel.tick();
}, 1000);
follow(show, tellStanding);
