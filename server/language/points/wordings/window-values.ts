/** How the values in a window compare with a point's and with a wording's. */

import type { Stated } from '#language/reading/clause.ts';
import { rivals, sameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import type { Compiled } from './compiled.ts';
import type { Wording } from './wording.ts';

export type ValuesTold = {
  right: number;
  rival: Stated | null;
  denied: number;
  misled: number;
  other: number;
  echoed: number;
};

/** Half a day, in minutes: five o'clock may be either. */
const HALF_DAY = 12 * 60;

/** Whether keeping the first limit keeps the other too: 五点前 for 17点20前, 十分钟内 for 两小时内, 晚8点前 for 八点四十前. */
export function isWithin(value: Stated, span: Stated): boolean {
  if (!value.limit || !span.limit || value.kind !== span.kind || (value.explicit && value.sign < 0)) return false;
  if (value.kind === 'duration') return value.is < span.is;
  if (value.kind !== 'clock') return false;
  const other = (value.is + HALF_DAY) % (2 * HALF_DAY);
  const nearer = value.loose && Math.abs(other - span.is) < Math.abs(value.is - span.is) ? other : value.is;
  const isEvening = span.loose && !value.loose && value.is >= HALF_DAY && span.is < HALF_DAY;
  return nearer < span.is + (isEvening ? HALF_DAY : 0);
}

/** The values as they count for a point: where it promises an answer by a time, an earlier limit counts as that time. */
export function asMeant({ essential, answersBy }: Compiled, values: readonly Stated[]): readonly Stated[] {
  if (!answersBy) return values;
  const keptBy = (value: Stated): Value | undefined =>
    essential.find((other) => !sameValue(other, value) && isWithin(value, other as Stated));
  if (!values.some(keptBy)) return values;
  return values.map((value) => {
    const kept = keptBy(value);
    return kept ? { ...value, is: kept.is, low: kept.low, loose: kept.loose } : value;
  });
}

function isAllowed({ allowed }: Compiled, value: Value): boolean {
  return allowed.some((own) => sameValue(own, value));
}

/** How the values of a window compare with the point's. */
export function tellValues(keys: Compiled, values: readonly Stated[]): ValuesTold {
  const told: ValuesTold = { right: 0, rival: null, denied: 0, misled: 0, other: 0, echoed: 0 };
  for (const value of values) {
    const isDenied = value.explicit && value.sign < 0;
    if (isAllowed(keys, value)) {
      if (isDenied) told.denied = Math.max(told.denied, 0.5);
      told.right = Math.max(told.right, keys.essential.some((essential) => sameValue(essential, value)) ? 1 : 0.5);
    } else if (keys.misled.some((misled) => sameValue(misled, value))) {
      if (isDenied) told.denied = 1;
      else told.misled = 1;
    } else told.other += 1;
  }
  const rightKinds = new Set(values.filter((value) => isAllowed(keys, value)).map(({ kind }) => kind));
  // 今晚九点 for 今晚八点: the evening is right and the hour is another.
  const open = told.right > 0 ? keys.essential : keys.allowed;
  told.rival =
    values.find(
      (value) =>
        !(value.explicit && value.sign < 0) &&
        !rightKinds.has(value.kind) &&
        open.some((other) => rivals(other, value) && !isAllowed(keys, value)),
    ) ?? null;
  return told;
}

/** The share (0–1) of a wording's values that are said; −1 if it has none. */
export function valuesSaid(wording: Wording, values: readonly Stated[], allowed: readonly Value[] = []): number {
  if (wording.values.length === 0) return -1;
  let said = 0;
  // 明天 for 11月13日: right wordings name both dates, so one counts for the other.
  const hasRightDay = values.some((value) => value.kind === 'date' && allowed.some((own) => sameValue(own, value)));
  for (const stated of wording.values)
    if (values.some((value) => sameValue(stated, value)) || (stated.kind === 'date' && hasRightDay)) said += 1;
  return said / wording.values.length;
}
