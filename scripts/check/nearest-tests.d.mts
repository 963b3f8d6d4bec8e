/** What `npm run check` chooses by; plain JavaScript like the other scripts that run before TypeScript does. */
export function changedSince(commit: string): string[];
export function nearestTests(
  changed: readonly string[],
  seconds: Readonly<Record<string, number>>,
  budgetS: number,
): { chosen: string[]; left: string[] };
