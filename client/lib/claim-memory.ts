/** The drills of this device that a person has said no to: they are offered once, then only behind a link. */
const STORAGE_KEY = 'kefu.not-mine';

type DeclinedDrills = Record<string, string[]>;

const isDeclinedDrills = (value: unknown): value is DeclinedDrills =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((list) => Array.isArray(list) && list.every((id) => typeof id === 'string'));

/** A browser may refuse its storage: then the offer is made again. */
const readDeclined = (): DeclinedDrills => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    return isDeclinedDrills(value) ? value : {};
  } catch {
    return {};
  }
};

export const declinedDrills = (person: string): ReadonlySet<string> => new Set(readDeclined()[person] ?? []);

export const declineDrills = (person: string, drills: readonly string[]): void => {
  try {
    const declined = readDeclined();
    localStorage.setItem(
      STORAGE_KEY,
      JSON.stringify({ ...declined, [person]: [...new Set([...(declined[person] ?? []), ...drills])] }),
    );
  } catch {
    // Not remembered: it is asked once more.
  }
};
