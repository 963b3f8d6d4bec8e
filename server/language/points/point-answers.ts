/** How a reply takes up what was asked, seen from one point: a yes or no, a denial, who is to act. */
import type { Listening } from './listening.ts';
import { type Found, findKey } from './matching.ts';
import type { Compiled, Judging } from './point-judging.ts';

/** The plainest denial of a right wording. */
export function opposition({ heard, said, self }: Judging): number {
  let most = 0;
  for (const key of said.right) {
    const found = findKey(heard, key, self, true);
    if (!found || found.otherCase || found.partTopic < 0.5 || found.direct < 0.25) continue;
    most = Math.max(most, found.opposed - found.agreed * 0.6);
  }
  return Math.min(most, 1);
}

/** The yes or no a reply opens with; 0 when it opens with neither. */
export function headSign(heard: Listening): number {
  for (const clause of heard.reading.clauses) {
    if (clause.question || clause.retracted) continue;
    if (clause.bare?.axis === 0) return clause.bare.sign;
    const [first] = clause.govern;
    // 有病吧 and 不急 open with no answer; 可以, 能装, 不行 do.
    const said = first ? heard.reading.text.slice(first.at, first.end) : '';
    const answers = said.length > 1 || said === '能' || said === '行' || said === '会';
    if (first && answers && first.at - clause.start <= 1) return first.sign;
    if (clause.weight > 0) return 0;
  }
  return 0;
}

/** Whether the opening yes or no says what the right wordings say of what was asked: 1 it does, -1 it denies it. */
export function headFit(heard: Listening, keys: Compiled): number {
  const head = headSign(heard);
  if (head === 0) return 0;
  let sign = 0;
  for (const key of keys.right) {
    const asked = heard.asked[heard.open.slots.get(key) ?? -1] ?? 0;
    for (let index = 0; index < key.parts.length; index++) {
      const part = key.parts[index];
      if (part && asked & (1 << index) && part.axis === 0) sign += part.sign * part.weight;
    }
  }
  return Math.sign(sign) * head;
}

/** No other open point is asked about more. */
export function isMostGiven({ heard, keys, all }: Judging): boolean {
  const own = heard.taken[all.indexOf(keys)] ?? 0;
  return own >= 0.2 && heard.taken.every((other) => other <= own + 0.001);
}

/** 您联系快递 where the shop does it, or the other way round. */
export function actorFit({ heard }: Judging, right: Found | null): number {
  const wanted = right?.key.actor ?? 0;
  if (!right || wanted === 0) return 0;
  for (let clause = right.from; clause <= right.to; clause++) {
    const actor = heard.reading.clauses[clause]?.actor ?? 0;
    if (actor !== 0) return actor * wanted;
  }
  return 0;
}
