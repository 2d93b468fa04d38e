/** What a bot answers to a press: a toast over the phone, or an alert that wants an OK. */
import { lay } from "./cover.js";
import { el } from "./dom.js";

const SHORTEST = 3000;
const PER_LETTER = 60;

export function makeNotices(phone) {
  const toast = el("div", { class: "toast", role: "status", "aria-live": "polite", hidden: true });
  let timer = null;

  /** A short-lived message over the phone; long texts stay longer. */
  function say(text, tone = "plain") {
    clearTimeout(timer);
    toast.textContent = text;
    toast.dataset.tone = tone;
    toast.hidden = false;
    timer = setTimeout(() => {
      toast.hidden = true;
    }, SHORTEST + PER_LETTER * text.length);
  }

  /** A dialog in the phone; the rest of the phone waits until it is closed. */
  function alert(text) {
    const ok = el("button", { type: "button", class: "primary-button", say: "ok" });
    const words = el("p", { dir: "auto", id: `alert-${phone.id}` }, text);
    const box = el("div", { class: "alert-box" }, words, ok);
    const cover = el(
      "div",
      {
        class: "cover",
        role: "alertdialog",
        "aria-modal": "true",
        "aria-labelledby": words.id,
        "data-testid": "alert",
      },
      box,
    );
    const close = lay(cover, phone);
    ok.focus({ preventScroll: true });
    ok.addEventListener("click", close);
    cover.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
      if (event.key === "Tab") event.preventDefault();
    });
  }

  return { toast, say, alert };
}
