/** What tells an author's right wordings from the wrong ones, word by word: M against L, 摊平 against 挂, 能 against 不能. */

import type { Sign } from '../reading/polarity.ts';
import type { Key, Part } from './keys.ts';

export type Focus = {
  /** Words only right wordings have, only wrong ones have, both have in one sense, both have in opposite senses. */
  readonly plus: Key;
  readonly minus: Key;
  readonly shared: Key;
  readonly polar: Key;
};

type Side = { weight: number; holders: number; sign: Sign; group: number };

/** The words of a point sorted by what they tell. */
export function focusOf(right: readonly Key[], wrong: readonly Key[]): Focus {
  const good = sideOf(right);
  const bad = sideOf(wrong);
  const plus: Part[] = [];
  const minus: Part[] = [];
  const shared: Part[] = [];
  const polar: Part[] = [];
  for (const [id, one] of good) {
    const other = bad.get(id);
    const part = partOf(id, one, right.length);
    if (!other) plus.push(part);
    else if (one.sign.axis === other.sign.axis && one.sign.sign !== other.sign.sign) polar.push(part);
    else shared.push(part);
  }
  for (const [id, one] of bad) if (!good.has(id)) minus.push(partOf(id, one, wrong.length));
  const otherCase = right.some((key) => key.otherCase);
  const cases = new Set([...right, ...wrong].flatMap((key) => [...key.cases]));
  return {
    plus: keyOf(plus, otherCase, cases),
    minus: keyOf(minus, otherCase, cases),
    shared: keyOf(shared, otherCase, cases),
    polar: keyOf(polar, otherCase, cases),
  };
}

function sideOf(keys: readonly Key[]): Map<number, Side> {
  const side = new Map<number, Side>();
  for (const key of keys) {
    for (const part of key.parts) {
      const known = side.get(part.id);
      if (!known) {
        side.set(part.id, { weight: part.weight, holders: 1, sign: part, group: part.group });
        continue;
      }
      known.holders += 1;
      known.weight = Math.max(known.weight, part.weight);
      if (part.explicit && !known.sign.explicit) known.sign = part;
    }
  }
  return side;
}

/** A word most wordings have weighs more than one that a single wording has. */
function partOf(id: number, { weight, holders, sign, group }: Side, wordings: number): Part {
  const share = wordings > 0 ? holders / wordings : 0;
  return {
    id,
    weight: weight * (0.6 + 0.4 * share),
    group,
    sign: sign.sign,
    explicit: sign.explicit,
    axis: sign.axis,
  };
}

const MOST_PARTS = 30;

function keyOf(parts: Part[], otherCase: boolean, cases: ReadonlySet<number>): Key {
  const chosen = parts.sort((a, b) => b.weight - a.weight).slice(0, MOST_PARTS);
  const total = chosen.reduce((sum, part) => sum + part.weight, 0);
  return {
    text: '',
    plain: '',
    bare: '',
    parts: chosen,
    values: [],
    payer: 0,
    split: false,
    otherCase,
    cases,
    actor: 0,
    echoes: false,
    total,
    partTotal: total,
  };
}
