/** The bar on top: the product, the office clock and the language of the page. */
import * as api from "./api.js";
import { dayOf, hourOf, now, secondOf, setClock, zoneName } from "./clock.js";
import { dropdown, el, icon } from "./dom.js";
import { inLanguage, onLanguage, setLanguage, words, worded } from "./words.js";

const MINUTES_5 = 300;
const HOUR_1 = 3600;

/** `say(text)` shows what went wrong. */
export function makeTopbar(say) {
  const day = el("span", { class: "clock-day" });
  const hour = el("span", {});
  const second = el("span", { class: "clock-second" });
  const zone = el("span", { class: "clock-zone" });
  const pill = el("span", { class: "pill", hidden: true });
  let opening = null;

  async function move(call, button) {
    button.disabled = true;
    try {
      setClock((await call()).now);
      tick();
    } catch (error) {
      say(words("failed", { reason: error.message }));
    }
    button.disabled = false;
  }

  const mover = (key, testid, call) =>
    el("button", {
      type: "button",
      class: "clock-button",
      say: key,
      "data-testid": testid,
      onclick: (event) => move(call, event.currentTarget),
    });
  const next = mover("clockNext", "clock-next", () => api.moveTo(opening));
  const moves = el(
    "div",
    { class: "clock-moves" },
    mover("clock5", "clock-5m", () => api.advance(MINUTES_5)),
    mover("clock1", "clock-1h", () => api.advance(HOUR_1)),
    next,
  );
  const menu = el(
    "button",
    { type: "button", class: "tool clock-menu", label: "clockMenu", "data-testid": "clock-menu" },
    icon("clock"),
  );
  dropdown(menu, moves);
  const office = el(
    "div",
    { class: "office", role: "group", label: "clockGroup" },
    el("div", { class: "clock" }, day, el("span", { class: "clock-hour" }, hour, second), zone, pill),
    menu,
    moves,
  );
  const root = el(
    "header",
    { class: "topbar" },
    el(
      "div",
      { class: "brand" },
      el("span", { class: "seal", "aria-hidden": "true" }),
      el("h1", {}, "Disposisi"),
      el("span", { class: "brand-sandbox", say: "sandbox" }),
    ),
    office,
    makeLanguages(),
  );

  function tick() {
    day.textContent = dayOf(now());
    hour.textContent = hourOf(now());
    second.textContent = secondOf(now()).slice(-3);
    zone.textContent = zoneName();
  }

  /** `clock`: the office's, or null; until an office that is coming has come, no time is told. */
  function show(clock, coming) {
    office.hidden = coming;
    pill.hidden = !clock;
    opening = clock?.next_opening ?? null;
    next.hidden = !opening;
    if (clock) {
      worded(pill, clock.open ? "officeOpen" : "officeClosed");
      pill.dataset.open = String(clock.open);
    }
    tick();
  }

  return { root, show, tick };
}

function makeLanguages() {
  const button = (code) =>
    el(
      "button",
      {
        type: "button",
        lang: code,
        "aria-pressed": String(inLanguage() === code),
        "data-testid": `language-${code}`,
        onclick: () => setLanguage(code),
      },
      code.toUpperCase(),
    );
  const buttons = [button("id"), button("en")];
  onLanguage(() => {
    for (const each of buttons) each.setAttribute("aria-pressed", String(inLanguage() === each.lang));
  });
  return el("div", { class: "languages", role: "group", label: "language" }, buttons);
}
