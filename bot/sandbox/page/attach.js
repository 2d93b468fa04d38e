/** What can be attached: files of this machine, files to try with, and what is not text. */
import * as api from "./api.js";
import { dropdown, el, icon } from "./dom.js";
import { words } from "./words.js";

const OTHERS = ["sticker", "voice", "location", "contact", "animation"];

/** `phone`: `{id, say(text, tone), sendOther(kind), stage(files, as)}`. */
export function makeAttach(phone) {
  const input = el("input", {
    type: "file",
    multiple: true,
    class: "chooser",
    tabindex: "-1",
    label: "attach",
    "data-testid": `file-${phone.id}`,
  });
  let as = "document";
  input.addEventListener("change", () => {
    phone.stage([...input.files], as);
    input.value = "";
    as = "document";
  });
  const choose = (kind) => () => {
    as = kind;
    input.accept = kind === "photo" ? "image/*" : "";
    input.click();
  };
  const entry = (key, symbol, onclick) =>
    el("button", { type: "button", onclick }, icon(symbol), el("span", { say: key }));
  const other = (kind) =>
    el("button", { type: "button", say: kind, onclick: () => phone.sendOther(kind) });
  const tryouts = el("div", { class: "tryouts", role: "group", label: "samples", hidden: true });
  const list = el(
    "div",
    { class: "menu", role: "group", label: "attach" },
    entry("asFile", "file", choose("document")),
    entry("asPhoto", "image", choose("photo")),
    tryouts,
    el("hr"),
    el("div", { class: "kinds" }, OTHERS.map(other)),
    input,
  );
  const button = el(
    "button",
    { type: "button", class: "tool", label: "attach", "data-testid": `attach-${phone.id}` },
    icon("attach"),
  );
  dropdown(button, list);
  button.addEventListener("click", () => fill(tryouts, phone));
  return { button, list };
}

/** The files to try with, asked for once: whoever plays should not have to look for a PDF first. */
async function fill(tryouts, phone) {
  if (!tryouts.hidden) return;
  const found = await api.samples().catch(() => []);
  tryouts.hidden = found.length === 0;
  const choose = async (one) => {
    try {
      phone.stage([await api.sample(one)], one.mime.startsWith("image/") ? "photo" : "document");
    } catch (error) {
      phone.say(words("failed", { reason: error.message }), "error");
    }
  };
  tryouts.replaceChildren(
    el("hr"),
    el("p", { class: "menu-head", say: "samples" }),
    ...found.map((one) => {
      const symbol = one.mime.startsWith("image/") ? "image" : "file";
      return el(
        "button",
        { type: "button", onclick: () => choose(one) },
        icon(symbol),
        el("span", { class: "name" }, one.name),
      );
    }),
  );
}
