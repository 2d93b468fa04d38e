/** A play: the personas act by themselves, and the page shows the phone of whoever acts. */
import { el } from "./dom.js";
import { worded } from "./words.js";

// Who took a phone in hand looks where they like for so long.
const LEFT_ALONE = 8000;

/** `bring(id)` shows a phone; whoever touches one of `surfaces` is not led about. */
export function makePlay(bring, surfaces) {
  const root = el("p", { class: "play", role: "status", hidden: true, "data-testid": "play" });
  let acting = null;
  let shown = null;
  let touched = -Infinity;

  for (const surface of surfaces) {
    for (const kind of ["pointerdown", "wheel", "keydown"]) {
      surface.addEventListener(kind, () => (touched = performance.now()), { passive: true });
    }
  }

  /** `play`: `{state, person, folder}` as the panel has it, or null. */
  function show(play) {
    root.hidden = !play;
    if (play) worded(root, `play_${play.state}`, { folder: play.folder });
    root.dataset.state = play?.state ?? "";
    acting = play?.person ?? null;
    follow();
  }

  function follow() {
    if (acting === null || acting === shown || performance.now() - touched < LEFT_ALONE) return;
    if (bring(acting)) shown = acting;
  }

  return { root, show, follow };
}
