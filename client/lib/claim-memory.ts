/** The drills of this device that a person has said no to: they are offered once, then only behind a link. */
const KEY = 'kefu.not-mine';

type Kept = Record<string, string[]>;

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((list) => Array.isArray(list) && list.every((id) => typeof id === 'string'));

/** A browser may refuse its storage: then the offer is made again. */
const read = (): Kept => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return isKept(value) ? value : {};
  } catch {
    return {};
  }
};

export const declinedBy = (person: string): ReadonlySet<string> => new Set(read()[person] ?? []);

export const decline = (person: string, drills: readonly string[]): void => {
  try {
    const declined = read();
    localStorage.setItem(
      KEY,
      JSON.stringify({ ...declined, [person]: [...new Set([...(declined[person] ?? []), ...drills])] }),
    );
  } catch {
    // Not remembered: it is asked once more.
  }
};
