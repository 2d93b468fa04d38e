/** The steps of a procedure as a line of nodes, with arrows where a file may go back. */
import { momentOf } from "./clock.js";
import { el, icon, svg } from "./dom.js";
import { inLanguage, words } from "./words.js";

const LEVEL = 18;
const LEAST = 18;

export function makeFlow() {
  const list = el("ol", { class: "flow" });
  const arrows = svg("svg", { class: "arrows", "aria-hidden": "true" });
  const inner = el("div", { class: "flow-inner" }, arrows, list);
  const root = el("div", { class: "flow-frame", id: "flow", tabindex: "0", label: "procedure" }, inner);
  const countdown = el("span", { class: "countdown at-step", role: "timer" });
  let steps = [];
  let nowAt = null;
  new ResizeObserver(() => arrange()).observe(root);

  function show(all, one) {
    const moved = one?.now_at !== nowAt;
    steps = all;
    nowAt = one?.now_at ?? null;
    list.replaceChildren(...steps.map((step) => node(step, step.id === nowAt ? countdown : null)));
    for (const [index, step] of steps.entries())
      list.children[index].classList.toggle("apart", index > 0 && !leadsTo(steps[index - 1], step));
    arrange();
    if (moved) bringIntoView();
  }

  function bringIntoView() {
    const here = list.querySelector(".now");
    if (!here || root.scrollWidth <= root.clientWidth) return;
    root.scrollLeft = here.offsetLeft - (root.clientWidth - here.offsetWidth) / 2;
  }

  /** Draws the arrows for where the nodes stand at present. */
  function arrange() {
    arrows.replaceChildren();
    if (!root.clientWidth || getComputedStyle(list).flexDirection !== "row") return;
    const jumps = levelled(steps);
    const height = jumps.length ? LEAST + LEVEL * (1 + Math.max(...jumps.map((jump) => jump.level))) : 8;
    list.style.paddingTop = `${height}px`;
    arrows.setAttribute("width", list.scrollWidth);
    arrows.setAttribute("height", height);
    const nodes = [...list.children];
    const middle = (index) => nodes[index].offsetLeft + nodes[index].offsetWidth / 2;
    const places = jumps.map((jump) => placed(jump, middle, height));
    // Words lie over all lines: another arrow may pass where they stand.
    arrows.append(...places.map(arrow), ...places.map(label));
  }

  return { root, countdown, show, arrange };
}

/** Whether a file goes on from one step to the next; else no line joins the two. */
const leadsTo = (step, next) => (step.next ?? []).some((way) => !way.back && way.to === next.id);

function node(step, countdown) {
  const back = (step.next ?? []).filter((way) => way.back);
  return el(
    "li",
    {
      class: `step ${step.state}`,
      "data-testid": `step-${step.id}`,
      "data-state": step.state,
      "aria-current": step.state === "now" ? "step" : null,
      title: [step.title, step.by].filter(Boolean).join("\n"),
    },
    el("span", { class: "dot", "aria-hidden": "true" }, mark(step), visits(step)),
    el(
      "span",
      { class: "step-words" },
      el("span", { class: "hidden-words" }, spoken(step)),
      el("span", { class: "lane", dir: "auto" }, step.lane),
      el("span", { class: "what", dir: "auto" }, step.title),
      el("span", { class: "limit" }, countdown ?? under(step)),
      back.map((way) =>
        el(
          "span",
          { class: "way-back" },
          icon("back"),
          el("span", { say: ["goesBack", { label: way.label, to: way.to }] }),
        ),
      ),
    ),
  );
}

const visits = (step) =>
  step.visits > 1 ? el("span", { class: "visits" }, `×${step.visits}`) : null;

function mark(step) {
  if (step.state === "done") return icon("check");
  return step.state === "returned" ? icon("back") : step.number;
}

function spoken(step) {
  const times = step.visits > 1 ? `, ${words("visits", { count: step.visits })}` : "";
  return `${step.number}, ${words(step.state)}${times}. `;
}

function under(step) {
  if (step.state !== "done" || !step.done_at) return limitOf(step.limit);
  return words("doneAt", { time: momentOf(Date.parse(step.done_at)) });
}

/** In the SOP's own words where it is read in their language, else as what it comes to. */
function limitOf({ amount, unit, words: own }) {
  if (own && (inLanguage() === "id" || amount === null)) return own;
  return amount === null ? words("noLimit") : words(`limit_${unit}`, { count: amount });
}

/** Every way that is not to the very next step, each on a level where it crosses no other. */
function levelled(steps) {
  const place = new Map(steps.map((step, index) => [step.id, index]));
  const jumps = steps.flatMap((step, from) =>
    (step.next ?? [])
      .filter((way) => place.has(way.to))
      .map((way) => ({ from, to: place.get(way.to), label: way.label, back: way.back }))
      .filter((jump) => jump.to !== jump.from && (jump.back || jump.to !== jump.from + 1))
      .map((jump) => ({ ...jump, taken: jump.back && steps[jump.to].state === "returned" })),
  );
  const span = (jump) => [Math.min(jump.from, jump.to), Math.max(jump.from, jump.to)];
  jumps.sort((a, b) => Math.abs(a.from - a.to) - Math.abs(b.from - b.to));
  const set = [];
  for (const jump of jumps) {
    const [left, right] = span(jump);
    const over = set.filter((other) => span(other)[0] < right && span(other)[1] > left);
    jump.level = over.reduce((most, other) => Math.max(most, other.level + 1), 0);
    set.push(jump);
  }
  return set;
}

function placed(jump, middle, height) {
  const side = jump.to < jump.from ? 1 : -1;
  return {
    ...jump,
    side,
    start: middle(jump.from) - side * 4,
    end: middle(jump.to) + side * 5,
    rise: (LEAST + LEVEL * jump.level) * 1.2,
    foot: height - 2,
  };
}

function label({ start, end, rise, foot, taken, label: words }) {
  const middle = { x: (start + end) / 2, y: foot - rise * 0.75 + 3, "text-anchor": "middle" };
  return svg("text", { ...middle, class: taken ? "taken-words" : "words" }, words ?? "");
}

function arrow(jump) {
  const { side, start, end, rise, foot } = jump;
  const reach = Math.min(Math.abs(start - end) / 3, 90) * side;
  const path = `M${start} ${foot} C${start - reach / 3} ${foot - rise} ${end + reach / 3} ${foot - rise} ${end} ${foot - 1}`;
  const kind = `${jump.back ? "back" : "skip"}${jump.taken ? " taken" : ""}`;
  const head = `M${end - 4} ${foot - 6} L${end} ${foot} L${end + 4} ${foot - 6}`;
  return svg(
    "g",
    { class: kind },
    svg("path", { class: "line", d: path }),
    svg("path", { class: "head", d: head }),
  );
}
