/** The procedure, and where a case stands in it. */
import { momentOf, remaining } from "./clock.js";
import { el, icon } from "./dom.js";
import { makeFlow } from "./flow.js";
import { inLanguage, labelled, worded, words } from "./words.js";

/** `go(id)` brings a phone into view; `onScene(isNew)` is called when another SOP (new) or case is looked at. */
export function makePanel(go, onScene) {
  const title = el("select", { class: "sop", label: "pickProcedure", "data-testid": "procedure" });
  const subtitle = el("p", { class: "subtitle", dir: "auto" });
  const picker = el("select", { label: "pickCase", "data-testid": "case" });
  const step = el("span", { class: "step-of" });
  const doing = el("span", { class: "step-title", dir: "auto" });
  const countdown = el("span", { class: "countdown", "data-testid": "countdown", role: "timer" });
  const due = el("span", { class: "due" });
  const links = el("span", { class: "links" });
  const turn = el("button", { type: "button", class: "turn-button", hidden: true, "data-testid": "turn" });
  const flow = makeFlow();
  const toggle = el(
    "button",
    { type: "button", class: "tool fold", "aria-expanded": "true", "aria-controls": "flow" },
    icon("down"),
  );
  const root = el(
    "section",
    { class: "panel", hidden: true, label: "procedure", "data-testid": "panel" },
    el(
      "div",
      { class: "panel-head" },
      el("div", { class: "panel-title" }, title, subtitle),
      el("div", { class: "panel-case" }, picker, links),
      el("div", { class: "standing" }, step, doing, due, countdown),
      turn,
      toggle,
    ),
    flow.root,
  );
  const wide = matchMedia("(min-width: 760px)");
  let shown = null;
  let panel = null;
  let chosen = null;
  let picked = null;
  let newest = null;
  let nameOf = () => "";
  let lookedAt = null;

  toggle.addEventListener("click", () => fold(root.classList.contains("open")));
  root.querySelector(".standing").addEventListener("click", () => {
    if (!wide.matches) fold(root.classList.contains("open"));
  });
  wide.addEventListener("change", () => fold(!wide.matches));
  title.addEventListener("change", () => {
    chosen = title.value;
    picked = casesOf(chosen)[0]?.id ?? null;
    draw();
    onScene(true);
  });
  picker.addEventListener("change", () => {
    picked = Number(picker.value);
    draw();
    onScene(false);
  });
  turn.addEventListener("click", () => go(scene().turn[0]));
  fold(!wide.matches);

  function fold(closed) {
    root.classList.toggle("open", !closed);
    toggle.setAttribute("aria-expanded", String(!closed));
    labelled(toggle, closed ? "showSteps" : "hideSteps");
    flow.root.hidden = closed;
    if (!closed) flow.arrange();
  }

  /** `names(id)`: what a person is called. */
  function show(now, names) {
    panel = now;
    nameOf = names;
    root.hidden = !panel?.procedures?.length;
    if (root.hidden) return;
    const latest = panel.cases.reduce((most, each) => (each.id > (most?.id ?? 0) ? each : most), null);
    if (latest && latest.id !== newest) {
      newest = latest.id;
      picked = latest.id;
      chosen = latest.procedure;
    }
    draw();
  }

  function draw() {
    const signature = `${inLanguage()} ${chosen} ${picked} ${JSON.stringify(panel)}`;
    if (signature === shown) return tick();
    shown = signature;
    subtitle.textContent = panel.subtitle ?? "";
    drawProcedures();
    drawPicker();
    drawLinks();
    const one = current();
    flow.show(one?.steps ?? procedure().steps, one);
    drawStanding(one);
    drawTurn(one);
    return tick();
  }

  const procedure = () => panel.procedures.find((each) => each.id === chosen) ?? panel.procedures[0];
  const casesOf = (id) => panel.cases.filter((each) => each.procedure === id);
  const current = () => casesOf(procedure().id).find((each) => each.id === picked) ?? null;

  /** Who plays in what is looked at, and whose turn it is: `{name, people, turn, begun}`. */
  function scene() {
    if (!panel?.procedures?.length) return null;
    const { id, people, turn: beginners } = procedure();
    const one = current();
    return {
      name: id,
      people: [...people, ...(one?.people ?? [])],
      turn: one ? one.turn : beginners,
      begun: panel.cases.length > 0,
    };
  }

  function drawProcedures() {
    const option = ({ id, title: name }) =>
      el("option", { value: id, selected: id === procedure().id }, name);
    title.replaceChildren(...panel.procedures.map(option));
  }

  function drawPicker() {
    const cases = casesOf(procedure().id);
    picker.hidden = cases.length === 0;
    const name = (each) => `${each.late ? "● " : ""}${each.number} · ${each.title}`;
    const option = (each) =>
      el("option", { value: each.id, selected: each.id === picked }, name(each));
    picker.replaceChildren(...cases.map(option));
  }

  function drawLinks() {
    const link = ({ label, url }) =>
      el("a", { class: "text-link", href: url, target: "_blank", rel: "noopener" }, label);
    links.replaceChildren(...(panel.links ?? []).map(link));
  }

  function drawStanding(one) {
    const steps = one?.steps ?? procedure().steps;
    const at = steps.findIndex((each) => each.id === one?.now_at);
    if (!one) doing.textContent = words("noCaseYet");
    else doing.textContent = at >= 0 ? `${steps[at].lane}: ${steps[at].title}` : "";
    due.textContent = "";
    if (!one) worded(step, "noCase");
    else if (one.ended_at) worded(step, "ended", { time: momentOf(Date.parse(one.ended_at)) });
    else drawPosition(steps[at]);
    if (one?.due_at && !one.ended_at) worded(due, "due", { time: momentOf(Date.parse(one.due_at)) });
    else if (one && !one.ended_at) worded(due, "noLimit");
  }

  /** The step's number as the SOP prints it; `of` is nothing for one that it does not count. */
  function drawPosition(here) {
    if (here?.of) worded(step, "stepOf", { n: here.number, total: here.of });
    else worded(step, "stepBeside", { n: here?.number ?? "?" });
  }

  function drawTurn(one) {
    const [first, ...others] = scene().turn;
    const isPlayed = !one && Boolean(panel.play);
    turn.hidden = first === undefined || !nameOf(first) || isPlayed;
    const more = others.length > 0 ? ` +${others.length}` : "";
    worded(turn, one ? "turnOf" : "beginWith", { name: `${nameOf(first)}${more}` });
    turn.classList.toggle("urgent", Boolean(one));
    markTurn();
  }

  /** The way to a phone is not shown to whoever is there. */
  function markTurn() {
    turn.classList.toggle("here", Boolean(scene()?.turn.includes(lookedAt)));
  }

  /** `id`: the phone that is looked at, or null. */
  function lookAt(id) {
    lookedAt = id;
    markTurn();
  }

  /** Once a second: the countdown, in the head and at the step. */
  function tick() {
    if (!panel?.procedures?.length) return;
    const one = current();
    const running = one?.due_at && !one.ended_at;
    const left = running ? remaining(Date.parse(one.due_at), beganAt(one)) : null;
    for (const node of [countdown, flow.countdown]) {
      node.hidden = !left;
      if (!left || node.textContent === left.text) continue;
      node.textContent = left.text;
      node.dataset.tone = left.tone;
    }
    root.dataset.tone = left?.tone ?? "calm";
  }

  return { root, show, tick, scene, lookAt };
}

/** When the present step began: when the last one before it was done. */
function beganAt(one) {
  const moments = [one.opened_at, ...one.steps.map((step) => step.done_at)];
  return Math.max(...moments.filter(Boolean).map((moment) => Date.parse(moment)));
}
