/** How a person is recognised at a glance. */

/** Initials on a colour of the person's own. */
export function dress(node, person) {
  const parts = person.name.split(/\s+/).filter((part) => /^[\p{L}\p{N}]/u.test(part));
  node.textContent = [parts[0], parts[1]].map((part) => [...(part ?? "")][0] ?? "").join("");
  node.style.setProperty("--tone", String((Math.abs(Number(person.id)) * 47) % 360));
}
