/** Opens a PDF or a picture over the page. The dialog keeps the focus; Esc and Back close it. */
import { el, icon } from "./dom.js";

const title = el("h2", { id: "viewer-title" });
const actions = el("div", { class: "viewer-actions" });
const stage = el("div", { class: "viewer-stage" });
const dialog = el(
  "dialog",
  { class: "viewer", "aria-labelledby": "viewer-title", "data-testid": "viewer" },
  el(
    "header",
    {},
    title,
    actions,
    el(
      "button",
      { type: "button", class: "plain-button viewer-close", label: "close", onclick: () => dialog.close() },
      icon("close"),
    ),
  ),
  stage,
);

dialog.addEventListener("close", () => {
  stage.replaceChildren();
  if (isOnTop()) history.back();
});
addEventListener("popstate", () => dialog.close());
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

// On a telephone one goes back where one came in: the viewer is a place of its own in the history.
const isOnTop = () => history.state?.viewer === true;
// A page loaded anew has no viewer any more.
if (isOnTop()) history.replaceState(null, "");

export function view(message) {
  const { file } = message;
  if (!dialog.isConnected) document.body.append(dialog);
  title.textContent = file.name || "";
  actions.replaceChildren(...(message.protected ? [guarded()] : ways(file)));
  stage.replaceChildren(...content(message));
  dialog.showModal();
  history.pushState({ viewer: true }, "");
}

const guarded = () => el("span", { class: "guarded" }, icon("lock"), el("span", { say: "protected" }));

export const downloadOf = (file) => `${file.url}?download=1`;

function ways(file) {
  return [
    el(
      "a",
      { class: "link-button", href: downloadOf(file), download: file.name || "" },
      icon("download"),
      el("span", { say: "download" }),
    ),
    el(
      "a",
      { class: "link-button", href: file.url, target: "_blank", rel: "noopener" },
      icon("open"),
      el("span", { say: "newTab" }),
    ),
  ];
}

function content(message) {
  const { file } = message;
  if (file.mime !== "application/pdf") return [el("img", { src: file.url, alt: file.name || "" })];
  // What the browser's own viewer understands: the width of the page, no list of pages beside it.
  const frame = `view=FitH&navpanes=0${message.protected ? "&toolbar=0" : ""}`;
  return [
    message.protected ? null : el("p", { class: "viewer-hint", say: "noPreview" }),
    el("iframe", { src: `${file.url}#${frame}`, title: file.name || "PDF" }),
  ].filter(Boolean);
}
