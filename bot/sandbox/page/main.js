/** Puts the page together and keeps it in step with the sandbox. */
import { makeCast } from "./cast.js";
import { setClock, setHours, setZone } from "./clock.js";
import { calm, el } from "./dom.js";
import { follow } from "./feed.js";
import { makeGuide } from "./guide.js";
import { openPhone, rememberPhone } from "./memory.js";
import { makePanel } from "./panel.js";
import { makePhone } from "./phone.js";
import { makePlay } from "./play.js";
import { makeStanding } from "./standing.js";
import { makeStrip } from "./strip.js";
import { makeTopbar } from "./topbar.js";
import { onLanguage, reword } from "./words.js";

const TITLE = "Disposisi · bak pasir";
const IN_VIEW = 0.6;
// Where one phone fills the screen.
const pocket = matchMedia("(max-width: 560px)");

const phones = new Map();
const unread = new Map();
const visible = new Set();
const cast = makeCast();
let last = null;

const row = el("main", { class: "phones", label: "people" });
const nobody = el("p", { class: "nobody", say: "nobody", hidden: true });
const complaints = el("div", { class: "complaint", role: "alert", hidden: true });
const topbar = makeTopbar(complain);
const standing = makeStanding();
const panel = makePanel(go, changeScene);
const guide = makeGuide(go);
const strip = makeStrip(go);
const play = makePlay(bring, [row, strip.root]);

document.body.append(
  topbar.root,
  standing.banner,
  standing.trouble,
  play.root,
  panel.root,
  guide.root,
  strip.root,
  nobody,
  row,
  complaints,
);
reword();

let complaint = null;
function complain(text) {
  clearTimeout(complaint);
  complaints.textContent = text;
  complaints.hidden = false;
  complaint = setTimeout(() => {
    complaints.hidden = true;
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
// The phone that was open before the page was loaded anew, until it is open again.
let returning = openPhone();
function markVisible() {
  const first = [...phones.keys()].find((id) => visible.has(id)) ?? null;
  const current = visible.has(chosen) ? chosen : first;
  strip.mark(visible, current);
  panel.lookAt(pocket.matches ? current : chosen);
  if (pocket.matches && returning === null && current !== null) rememberPhone(current);
}

function comeBack() {
  if (pocket.matches) bring(returning, "auto");
  returning = null;
}

/** Another case, or by `isNew` another SOP, is looked at: that one begins with its first phone. */
function changeScene(isNew) {
  arrange();
  if (!isNew) return;
  chosen = null;
  rememberPhone(null);
  row.scrollTo({ left: 0 });
}

/** Lays a phone in view, one that was put away too; false where there is none. */
function bring(id, behavior = calm() ? "auto" : "smooth") {
  const phone = phones.get(id);
  if (!phone) return false;
  if (phone.root.hidden) {
    cast.fetch(id);
    arrange();
  }
  chosen = id;
  phone.arrive();
  phone.root.scrollIntoView({ inline: "center", block: "nearest", behavior });
  markVisible();
  return true;
}

function go(id) {
  bring(id);
  phones.get(id).focus();
}

row.addEventListener("focusin", (event) => {
  chosen = Number(event.target.closest(".phone")?.id.slice("phone-".length));
  markVisible();
});

function tellNews(id, count) {
  unread.set(id, count);
  strip.tellNews(id, count);
  // A phone that was put away and rings is laid on the table.
  if (count > 0 && phones.get(id)?.root.hidden) {
    cast.fetch(id);
    arrange();
  }
  const total = [...unread.values()].reduce((sum, each) => sum + each, 0);
  document.title = total > 0 ? `(${total}) ${TITLE}` : TITLE;
}

/** A sandbox that is going has no office any more; the page keeps what it last knew of it. */
function remembering(state) {
  const known = last?.panel;
  if (!known?.procedures || state.panel?.procedures) return state;
  return { ...state, panel: { ...known, ...state.panel } };
}

function show(news) {
  const state = remembering(news);
  setClock(state.now);
  const clock = state.panel?.clock ?? null;
  setHours(clock?.hours);
  setZone(clock?.zone ?? "UTC", clock?.zone_label ?? "UTC");
  if (state.whole) forget(new Set(state.people.map((person) => person.id)));
  for (const person of state.people) if (!phones.has(person.id)) welcome(person);
  const changed = new Map(state.people.map((person) => [person.id, person]));
  panel.show(state.panel, titleOf);
  strip.show([...phones.values()].map((phone) => changed.get(phone.id) ?? phone.person()));
  last = state;
  arrange();
  for (const person of state.people) phones.get(person.id).show(person, state.bot);
  const coming = state.panel !== null && clock === null;
  nobody.hidden = phones.size > 0 || coming;
  strip.root.hidden = phones.size === 0 && coming;
  topbar.show(clock, coming);
  if (returning !== null && !coming) comeBack();
  play.show(state.panel?.play ?? null);
  standing.show(state, true);
}

/** What somebody is in this office, or else is called. */
function titleOf(id) {
  const person = phones.get(id)?.person();
  return person?.role || person?.name || "";
}

/** Lays out the phones that the SOP in view concerns, in the order of its steps. */
function arrange() {
  const scene = panel.scene();
  cast.begin(scene?.name);
  const everybody = [...phones.values()].map((phone) => phone.person());
  const order = cast.order(everybody, last?.panel, scene);
  const turn = scene?.turn ?? [];
  const nodes = order.map((id) => phones.get(id).root);
  const shown = [...row.children].filter((node) => !node.hidden);
  for (const phone of phones.values()) phone.root.hidden = !order.includes(phone.id);
  if (shown.length !== nodes.length || nodes.some((node, index) => shown[index] !== node)) {
    row.prepend(...nodes);
    for (const id of order) phones.get(id).settle();
  }
  for (const phone of phones.values()) phone.setTurn(Boolean(scene?.begun) && turn.includes(phone.id));
  strip.arrange(order, scene?.begun ? turn : []);
  const starts = scene && !scene.begun && !last?.panel.play;
  guide.show(starts ? (phones.get(turn[0])?.person() ?? null) : null);
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

onLanguage(() => {
  panel.show(last?.panel ?? null, titleOf);
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
  play.follow();
}, 1000);
follow(show, (connected) => standing.show(last, connected));
