/** Files chosen, dropped or pasted, laid out before they are sent: as what, and with which words. */
import * as api from "./api.js";
import { lay } from "./cover.js";
import { el, icon } from "./dom.js";
import { sizeOf } from "./message.js";
import { worded, words } from "./words.js";

const MOST_FILES = 10;
const MOST_BYTES = 100 * 1024 * 1024;

const isPicture = (file) => file.type.startsWith("image/");

/** `phone`: `{id, root, say}`. Gives `{stage(files, as)}`. */
export function makeStaging(phone) {
  let sheet = null;
  let takeAway = null;

  function stage(files, as) {
    if (!files.length) return;
    close();
    sheet = draw([...files], as);
    takeAway = lay(sheet, phone.root);
    sheet.querySelector("input[type=text]").focus({ preventScroll: true });
  }

  function close() {
    for (const image of sheet?.querySelectorAll("img") ?? []) URL.revokeObjectURL(image.src);
    takeAway?.();
    sheet = null;
    takeAway = null;
  }

  function draw(files, as) {
    const caption = el("input", { type: "text", label: "caption", maxlength: "1024", dir: "auto" });
    const fault = el("p", { class: "fault", role: "alert", hidden: true });
    const choice = choices(phone.id, as === "photo" && files.every(isPicture) ? "photo" : "document");
    const send = el("button", { type: "submit", class: "primary-button", say: "send" });
    const form = el(
      "form",
      { class: "staging-box" },
      el("h3", { say: ["staged", { count: files.length }] }),
      el("ul", { class: "staged" }, files.map((file) => item(file))),
      choice.node,
      caption,
      fault,
      el(
        "div",
        { class: "staging-end" },
        el("button", { type: "button", class: "plain-button", say: "cancel", onclick: close }),
        send,
      ),
    );
    choice.allowPhoto(files.every(isPicture));
    const excess = excessOf(files);
    if (excess) {
      worded(fault, excess);
      fault.hidden = false;
      send.disabled = true;
    }
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      send.disabled = true;
      form.setAttribute("aria-busy", "true");
      try {
        await api.upload(phone.id, files, choice.chosen(), caption.value.trim());
        close();
      } catch (error) {
        fault.textContent = words("failed", { reason: error.message });
        fault.hidden = false;
        send.disabled = false;
        form.removeAttribute("aria-busy");
      }
    });
    form.addEventListener("keydown", (event) => event.key === "Escape" && close());
    const attributes = { class: "cover staging", role: "dialog", "aria-modal": "true", label: "attach" };
    return el("div", { ...attributes, "data-testid": `staging-${phone.id}` }, form);

    function item(file) {
      const drop = () => {
        files.splice(files.indexOf(file), 1);
        if (files.length) stage(files, choice.chosen());
        else close();
      };
      return el(
        "li",
        {},
        isPicture(file)
          ? el("img", { src: URL.createObjectURL(file), alt: "" })
          : el("span", { class: "thumb" }, icon("file")),
        el("span", { class: "name" }, file.name),
        el("span", { class: "size" }, sizeOf(file.size)),
        el(
          "button",
          { type: "button", class: "small-button", label: ["removeFile", { name: file.name }], onclick: drop },
          icon("close"),
        ),
      );
    }
  }

  return { stage };
}

/** Why these are more than the sandbox takes at a time; null when they are not. */
function excessOf(files) {
  if (files.length > MOST_FILES) return "tooMany";
  return files.reduce((sum, file) => sum + file.size, 0) > MOST_BYTES ? "tooLarge" : null;
}

function choices(id, as) {
  const option = (value, key, symbol) => {
    const radio = el("input", { type: "radio", name: `as-${id}`, value, checked: as === value });
    return el("label", {}, radio, icon(symbol), el("span", { say: key }));
  };
  const photo = option("photo", "photoChoice", "image");
  const node = el(
    "fieldset",
    { class: "as" },
    el("legend", { say: "sendAs" }),
    option("document", "fileChoice", "file"),
    photo,
  );
  return {
    node,
    chosen: () => node.querySelector("input:checked").value,
    allowPhoto: (allowed) => {
      photo.firstElementChild.disabled = !allowed;
    },
  };
}

/** Dropping files onto a phone: one half of it sends files, the other photos. */
export function acceptDrops(root, stage) {
  const half = (as, key, symbol) => {
    const node = el("div", { class: "drop-half" }, icon(symbol), el("span", { say: key }));
    node.addEventListener("drop", (event) => stage(event.dataTransfer.files, as));
    return node;
  };
  const target = el(
    "div",
    { class: "drop", hidden: true },
    half("document", "dropFile", "file"),
    half("photo", "dropPhoto", "image"),
  );
  root.append(target);
  root.addEventListener("dragenter", (event) => {
    if (event.dataTransfer?.types.includes("Files")) target.hidden = false;
  });
  root.addEventListener("dragleave", (event) => {
    if (!root.contains(event.relatedTarget)) target.hidden = true;
  });
  root.addEventListener("drop", () => {
    target.hidden = true;
  });
}
