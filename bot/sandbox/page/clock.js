/** The sandbox's clock: what the server said, plus what has passed here since. */
import { locale, words } from "./words.js";

let base = { at: 0, since: 0 };
let zone = "UTC";
let zoneLabel = "UTC";
let hours = null;
const formatters = new Map();

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** `iso`: the server's now. */
export function setClock(iso) {
  base = { at: Date.parse(iso), since: performance.now() };
}

export function setZone(name, label) {
  zone = name;
  zoneLabel = label;
}

/** `spans`: from when to when the office works, as pairs of moments; nothing where it never closes. */
export function setHours(spans) {
  hours = spans?.map((span) => span.map(Date.parse)) ?? null;
}

/** The office's time from one moment (ms) to a later one. */
function worked(from, to) {
  if (!hours) return to - from;
  const within = ([opens, closes]) => Math.max(0, Math.min(closes, to) - Math.max(opens, from));
  return hours.reduce((sum, span) => sum + within(span), 0);
}

export const zoneName = () => zoneLabel;

/** Milliseconds since the epoch, by the sandbox. */
export const now = () => base.at + performance.now() - base.since;

function format(kind, options, at) {
  const key = `${kind} ${locale()} ${zone}`;
  if (!formatters.has(key)) {
    formatters.set(key, new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options }));
  }
  return formatters.get(key).format(at);
}

const HOUR_MINUTE = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

export const hourOf = (at) => format("hour", HOUR_MINUTE, at);
export const secondOf = (at) => format("second", { ...HOUR_MINUTE, second: "2-digit" }, at);
export const dayOf = (at) => format("day", { weekday: "short", day: "numeric", month: "short" }, at);
export const longDayOf = (at) =>
  format("long", { weekday: "long", day: "numeric", month: "long", year: "numeric" }, at);

/** The hour alone when it is today, with its day otherwise. */
export const momentOf = (at) =>
  longDayOf(at) === longDayOf(now()) ? hourOf(at) : `${dayOf(at)} ${hourOf(at)}`;

const two = (number) => String(Math.floor(number)).padStart(2, "0");

/**
 * What is left until `due` (ms): `{tone: "calm" | "soon" | "late", text}`. It is soon in the last
 * quarter of the time since `start`, and in the last minute in any case. Only the office's hours count.
 */
export function remaining(due, start) {
  const at = now();
  if (at > due) return { tone: "late", text: words("late", { time: span(worked(due, at)) }) };
  const left = worked(at, due);
  const soon = left <= Math.max(MINUTE, Number.isFinite(start) ? worked(start, due) / 4 : 0);
  return { tone: soon ? "soon" : "calm", text: words("left", { time: span(left) }) };
}

/** Minutes and seconds, hours before them where there are any: of office time no 24 make a day. */
function span(ms) {
  const hours = Math.floor(ms / HOUR);
  const rest = `${two((ms % HOUR) / MINUTE)}:${two((ms % MINUTE) / SECOND)}`;
  return hours ? `${hours}:${rest}` : rest;
}
