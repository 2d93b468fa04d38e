/** Whose phones are on the table: an office has many people, and one SOP concerns few of them. */

/**
 * `isKnown(id)` tells whether a phone exists. `order(scene, panel)` gives the ids to show, first the
 * people of the scene (`{people, turn}`); `fetch(id)` keeps one more on the table.
 */
export function makeCast() {
  let fetched = new Set();
  let sceneOf = null;

  /** Once the SOP in view is another, those fetched for the last one may go. */
  function begin(name) {
    if (name === sceneOf) return;
    sceneOf = name;
    fetched = new Set();
  }

  function order(people, panel, scene) {
    const all = people.map((person) => person.id);
    const seats = (panel?.procedures ?? []).flatMap((each) => each.people);
    if (!scene || seats.length === 0) return all;
    const inOffice = new Set(seats);
    const wanted = [...scene.people, ...scene.turn, ...all.filter((id) => !inOffice.has(id)), ...fetched];
    const known = new Set(all);
    return [...new Set(wanted)].filter((id) => known.has(id));
  }

  return { begin, order, fetch: (id) => fetched.add(id) };
}
