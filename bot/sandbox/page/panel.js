/** The procedure, and where a case stands in it. */
import { momentOf, remaining } from "./clock.js";
import { el, icon } from "./dom.js";
import { makeFlow } from "./flow.js";
import { inLanguage, labelled, worded } from "./words.js";

export function makePanel() {
  const title = el("h2", { dir: "auto" });
  const subtitle = el("p", { class: "subtitle", dir: "auto" });
  const picker = el("select", { label: "pickCase", "data-testid": "case" });
  const step = el("span", { class: "step-of" });
  const doing = el("span", { class: "step-title", dir: "auto" });
  const countdown = el("span", { class: "countdown", "data-testid": "countdown", role: "timer" });
  const due = el("span", { class: "due" });
  const links = el("span", { class: "links" });
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
      toggle,
    ),
    flow.root,
  );
  const wide = matchMedia("(min-width: 760px)");
  let shown = null;
  let panel = null;
  let picked = null;
  let newest = null;

  toggle.addEventListener("click", () => fold(root.classList.contains("open")));
  root.querySelector(".standing").addEventListener("click", () => {
    if (!wide.matches) fold(root.classList.contains("open"));
  });
  wide.addEventListener("change", () => fold(!wide.matches));
  picker.addEventListener("change", () => {
    picked = Number(picker.value);
    draw();
  });
  fold(!wide.matches);

  function fold(closed) {
    root.classList.toggle("open", !closed);
    toggle.setAttribute("aria-expanded", String(!closed));
    labelled(toggle, closed ? "showSteps" : "hideSteps");
    flow.root.hidden = closed;
    if (!closed) flow.arrange();
  }

  function show(now) {
    panel = now;
    root.hidden = !panel;
    if (!panel) return;
    const latest = panel.cases.reduce((most, each) => Math.max(most, each.id), 0);
    if (latest !== newest) picked = latest;
    newest = latest;
    draw();
  }

  function draw() {
    const signature = `${inLanguage()} ${picked} ${JSON.stringify(panel)}`;
    if (signature === shown) return tick();
    shown = signature;
    title.textContent = panel.title ?? "";
    subtitle.textContent = panel.subtitle ?? "";
    drawPicker();
    drawLinks();
    const one = current();
    flow.show(one?.steps ?? panel.procedure?.steps ?? [], one);
    drawStanding(one);
    return tick();
  }

  const current = () => panel.cases.find((each) => each.id === picked) ?? null;

  function drawPicker() {
    picker.hidden = panel.cases.length === 0;
    const name = (each) => `${each.late ? "● " : ""}${each.number} · ${each.title}`;
    const option = (each) =>
      el("option", { value: each.id, selected: each.id === picked }, name(each));
    picker.replaceChildren(...panel.cases.map(option));
  }

  function drawLinks() {
    const link = ({ label, url }) =>
      el("a", { class: "text-link", href: url, target: "_blank", rel: "noopener" }, label);
    links.replaceChildren(...(panel.links ?? []).map(link));
  }

  function drawStanding(one) {
    const steps = one?.steps ?? panel.procedure?.steps ?? [];
    const at = steps.findIndex((each) => each.id === one?.now_at);
    doing.textContent = at >= 0 ? `${steps[at].lane}: ${steps[at].title}` : "";
    due.textContent = "";
    if (!one) worded(step, "noCase");
    else if (one.ended_at) worded(step, "ended", { time: momentOf(Date.parse(one.ended_at)) });
    else worded(step, "stepOf", { n: at >= 0 ? at + 1 : "?", total: steps.length });
    if (one?.due_at && !one.ended_at) worded(due, "due", { time: momentOf(Date.parse(one.due_at)) });
    else if (one && !one.ended_at) worded(due, "noLimit");
  }

  /** Once a second: the countdown, in the head and at the step. */
  function tick() {
    if (!panel) return;
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

  return { root, show, tick };
}

/** When the present step began: when the last one before it was done. */
function beganAt(one) {
  const moments = [one.opened_at, ...one.steps.map((step) => step.done_at)];
  return Math.max(...moments.filter(Boolean).map((moment) => Date.parse(moment)));
}
