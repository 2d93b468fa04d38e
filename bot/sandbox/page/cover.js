/** What lies over a phone until it is answered: the rest of the phone waits, and gets its focus back. */

/** Lays `node` over `root` and returns how it is taken away again. */
export function lay(node, root) {
  const before = document.activeElement;
  const others = [...root.children].filter((child) => !child.inert);
  for (const child of others) child.inert = true;
  root.append(node);
  return () => {
    node.remove();
    for (const child of others) child.inert = false;
    if (root.contains(before)) before.focus({ preventScroll: true });
  };
}
