/** How a person is recognised at a glance. */

// Before a name, with or without a point; those behind it follow a comma.
const TITLES = new Set(["h", "hj", "kh", "ir", "dr", "drg", "drs", "dra", "prof"]);
const isTitle = (word) => TITLES.has(word.replace(/\.+$/, "").toLowerCase());

/** The first letters of two names, titles aside: as the office's people sign with a paraf. */
function initials(name) {
  const words = name
    .split(",")[0]
    .split(/\s+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const names = words.filter((word) => !isTitle(word));
  const [first, second] = names.length > 0 ? names : words;
  return [first, second].map((word) => [...(word ?? "")][0] ?? "").join("");
}

/** Initials on a colour of the person's own. */
export function dress(node, person) {
  node.textContent = initials(person.name);
  node.style.setProperty("--tone", String((Math.abs(Number(person.id)) * 47) % 360));
}
