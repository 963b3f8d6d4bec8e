/** Which of the device's drills a person has said no to: asked once, then only where one looks for it. */
const KEY = 'kefu.not-mine';

type Kept = Record<string, string[]>;

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((list) => Array.isArray(list) && list.every((id) => typeof id === 'string'));

/** Storage can be refused: then it is asked again. */
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
    const kept = read();
    localStorage.setItem(
      KEY,
      JSON.stringify({ ...kept, [person]: [...new Set([...(kept[person] ?? []), ...drills])] }),
    );
  } catch {
    // Not remembered: it is asked once more.
  }
};
