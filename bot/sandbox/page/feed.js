/** Follows the sandbox by long polling, quietly, and through lost connections. */
import * as api from "./api.js";

const PATIENCE = 40_000;
const LONGEST_PAUSE = 10_000;
const QUIET = 1000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Calls `onState(state)` for ever, and `onConnection(up)` when the line goes or returns. */
export async function follow(onState, onConnection) {
  let rev = null;
  let failures = 0;
  for (;;) {
    const began = performance.now();
    let state;
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      state = rev === null ? await api.state(signal) : await api.events(rev, signal);
    } catch {
      failures += 1;
      // One poll may fall to a restart; two in a row are a lost line.
      if (failures > 1) onConnection(false);
      rev = null;
      await pause(Math.min(LONGEST_PAUSE, 500 * 2 ** (failures - 1)));
      continue;
    }
    failures = 0;
    onConnection(true);
    const news = state.rev !== rev;
    onState(state);
    rev = state.rev;
    if (!news && performance.now() - began < QUIET) await pause(QUIET);
  }
}
