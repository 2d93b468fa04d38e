/** The first visit: who one is here, and where to begin. */
import { el, icon } from "./dom.js";
import { worded } from "./words.js";

const STORE = "sandbox.guide";

/** `go(id)` brings a phone into view. */
export function makeGuide(go) {
  const begin = el("button", { type: "button", class: "primary-button", "data-testid": "begin" });
  const root = el(
    "aside",
    { class: "guide", label: "guide", hidden: true, "data-testid": "guide" },
    el("strong", { say: "guideWho" }),
    el("ol", {}, ...["guideAsk", "guideTurn", "guideClock"].map((key) => el("li", { say: key }))),
    begin,
    el("button", { type: "button", class: "tool", label: "guideClose", onclick: close }, icon("close")),
  );
  let closed = remembered();
  let first = null;
  begin.addEventListener("click", () => {
    close();
    go(first.id);
  });

  function close() {
    closed = true;
    root.hidden = true;
    try {
      localStorage.setItem(STORE, "closed");
    } catch {
      // A browser that keeps nothing shows it again next time.
    }
  }

  /** `starter`: the person with whom a case begins; none once there are cases. */
  function show(starter) {
    first = starter;
    root.hidden = closed || !starter;
    if (starter) worded(begin, "guideBegin", { name: starter.role || starter.name });
  }

  return { root, show };
}

function remembered() {
  try {
    return localStorage.getItem(STORE) === "closed";
  } catch {
    return false;
  }
}
