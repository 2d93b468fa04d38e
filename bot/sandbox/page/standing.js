/** What concerns the whole page: the line to the sandbox, the bot, and what keeps it from running. */
import { el } from "./dom.js";
import { worded } from "./words.js";

export function makeStanding() {
  const banner = el("div", { class: "banner", role: "status", "data-testid": "banner", hidden: true });
  const head = el("strong", {});
  const said = el("pre", { tabindex: "0", label: "troubleSaid" });
  const mend = el("p", {});
  const trouble = el(
    "section",
    { class: "trouble", role: "alert", hidden: true, "data-testid": "trouble" },
    head,
    said,
    mend,
  );
  let hasBeenOnline = false;

  /** `state`: the last one that came, or null; `connected`: whether the sandbox answers. */
  function show(state, connected) {
    hasBeenOnline ||= Boolean(state?.bot_online);
    const told = connected ? (state?.panel?.trouble ?? null) : null;
    // A bot that is back has no trouble any more, whatever it said before it went.
    const wrong = told?.kind === "bot" && state.bot_online ? null : told;
    tellTrouble(wrong);
    let key = null;
    if (!connected) key = "lost";
    else if (state && !state.bot_online && !wrong) key = hasBeenOnline ? "stopped" : "starting";
    banner.hidden = key === null;
    if (key === null || banner.dataset.kind === key) return;
    banner.dataset.kind = key;
    worded(banner, key);
  }

  function tellTrouble(wrong) {
    trouble.hidden = !wrong;
    if (!wrong || said.textContent === wrong.text) return;
    worded(head, wrong.kind === "office" ? "officeTrouble" : "botTrouble");
    said.textContent = wrong.text;
    worded(mend, wrong.kind === "office" ? "officeMend" : "botMend", { log: wrong.log ?? "" });
  }

  return { banner, trouble, show };
}
