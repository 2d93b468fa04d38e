/** The people's side of the sandbox over HTTP. Every failure is an Error worth showing. */
import { has, words } from "./words.js";

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(`/sandbox/${path}`, options);
  } catch (error) {
    throw new Error(words("unreachable"), { cause: error });
  }
  const answer = await response.json().catch(() => null);
  // A sandbox that is stopped in the middle of an answer has not answered.
  if (response.ok && answer === null) throw new Error(words("unreachable"));
  if (!response.ok) throw new Error(reason(answer) ?? `${response.status} ${response.statusText}`);
  return answer;
}

/** In the language of the page where a person may meet it, else as the sandbox says it. */
function reason(answer) {
  const known = answer?.why && has(`no_${answer.why}`);
  return known ? words(`no_${answer.why}`, answer.facts) : answer?.error;
}

const post = (path, body) =>
  ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

export const state = (signal) => ask("state", { signal });
export const events = (rev, signal) => ask(`events?after=${rev}`, { signal });
export const addPerson = (person) => post("people", person);
export const sendText = (id, text) => post(`people/${id}/text`, { text });
export const sendOther = (id, kind) => post(`people/${id}/send`, { kind });
export const block = (id, blocked) => post(`people/${id}/block`, { blocked });
export const read = (id) => post(`people/${id}/read`, {});
export const press = (id, message, data) =>
  post(`people/${id}/press`, { message_id: message, data });
export const advance = (seconds) => post("clock", { advance: seconds });
export const moveTo = (moment) => post("clock", { to: moment });

export function upload(id, files, as, caption) {
  const form = new FormData();
  form.append("as", as);
  if (caption) form.append("caption", caption);
  for (const file of files) form.append("file", file, file.name);
  return ask(`people/${id}/upload`, { method: "POST", body: form });
}

/** The files to try with, as `{name, mime, url}`. */
export const samples = async () => (await ask("samples")).samples;

/** One of them, as if it had been chosen on this machine. */
export async function sample({ name, mime, url }) {
  const bytes = await (await fetch(url)).blob();
  return new File([bytes], name, { type: mime });
}

// A browser opens six connections to one host, and the page needs some for itself.
const WAITING_AT_ONCE = 3;
let waiting = 0;
const queue = [];

/** The bot's answer to a press, waited for up to `seconds`; few are waited for at a time. */
export async function answerTo(id, update, seconds = 20) {
  if (waiting >= WAITING_AT_ONCE) await new Promise((resolve) => queue.push(resolve));
  waiting += 1;
  try {
    return await ask(`people/${id}/presses/${update}?wait=${seconds}`);
  } finally {
    waiting -= 1;
    queue.shift()?.();
  }
}
