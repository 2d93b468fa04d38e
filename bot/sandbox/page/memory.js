/** Which phone was open, for as long as this tab lives: a telephone forgets pages that lie behind. */
const STORE = "sandbox.phone";

export function openPhone() {
  try {
    return Number(sessionStorage.getItem(STORE)) || null;
  } catch {
    return null;
  }
}

/** `id`: the phone in view, or null for none. */
export function rememberPhone(id) {
  try {
    if (id === null) sessionStorage.removeItem(STORE);
    else sessionStorage.setItem(STORE, String(id));
  } catch {
    // A browser that keeps nothing begins with the first phone again.
  }
}
