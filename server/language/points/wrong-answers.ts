/** Wrong answers: a wrong wording, another value of the same kind, the opposite, or right and wrong at once. */

import { rivals, sameValue } from '../reading/same-value.ts';
import { type Found, findKey } from './matching.ts';
import { COVERED, type Judging } from './point-judging.ts';
import { payerSaid } from './point-values.ts';

const WRONG_TOPIC = 0.62;
const WORDED = 0.5;
/** How plainly a wrong wording must stand beside the right one to count as a contradiction. */
const PLAIN = 0.95;

export type Wrong = { found: Found; key: string; id: string | undefined };

/** A wrong answer needs the topic and an incompatible value, side or polarity; likeness alone never suffices. */
export function wrongAnswer(point: Judging, right: Found | null): Wrong | null {
  const { heard, said, self } = point;
  const cover = right && right.score >= COVERED ? right.score : 0;
  let worst: Wrong | null = null;
  for (const { id, key } of said.wrong) {
    const found = findKey(heard, key, self);
    if (!found || found.score < 0.66 || found.otherCase || found.score <= cover + 0.02) continue;
    if (isOthersDeed(point, found)) continue;
    // 459加99减40，所以鞋退426.1: what the narrower window says whole isn't undone by words put together from several.
    if (right && right.score >= PLAIN && right.to - right.from < found.to - found.from) continue;
    // Nor by a figure alone, which the question's words make up to a wrong wording.
    const scattered = found.from < found.to || found.agreed < WORDED;
    if (scattered && key.values.length > 0 && statesRight(point)) continue;
    if (!worst || found.score > worst.found.score) worst = { found, key: key.text, id };
  }
  if (worst) return worst;
  if (cover > 0) return right && !point.corrects ? contradiction(point, right) : null;
  return wrongValue(point) ?? opposite(point) ?? allByOne(point);
}

/** The right figure stands in the reply. */
function statesRight({ heard, keys }: Judging): boolean {
  for (const value of heard.reading.values)
    if (!heard.reading.clauses[value.clause]?.question && keys.essential.some((right) => sameValue(right, value)))
      return true;
  return false;
}

/** 我给您查 is not 您自己去查: who is to act is the other of the two. */
export function isOthersDeed({ heard }: Judging, { key, from, to }: Found): boolean {
  if (key.actor === 0) return false;
  for (let at = from; at <= to; at++) if (heard.reading.clauses[at]?.actor === -key.actor) return true;
  return false;
}

/** 39码正好，建议您穿39.5码: right and wrong in one turn, each in a clause of its own, is wrong (RULES T4). */
function contradiction({ heard, said, self }: Judging, right: Found): Wrong | null {
  for (const { id, key } of said.wrong) {
    const found = findKey(heard, key, self);
    // Beside a right answer only the wrong words themselves accuse: a likeness may well be the right one's reason.
    if (!found || found.otherCase || found.score < PLAIN || !heard.reading.text.includes(key.plain)) continue;
    if (found.from <= right.to && right.from <= found.to) continue;
    return { found, key: key.text, id };
  }
  return null;
}

/** 来回邮费都是我们出 where each pays a way. */
function allByOne(point: Judging): Wrong | null {
  const { heard, keys, said, self } = point;
  if (!keys.split || payerSaid(point) >= 0) return null;
  for (const key of said.right) {
    const found = findKey(heard, key, self, true);
    if (found && !found.otherCase) return { found, key: key.text, id: undefined };
  }
  return null;
}

function opposite({ heard, said, self }: Judging): Wrong | null {
  for (const key of said.right) {
    const found = findKey(heard, key, self, true);
    if (!found || found.otherCase || found.partTopic < WRONG_TOPIC || found.direct < 0.33) continue;
    // Where the fact is a figure, denying something around it settles nothing.
    if (key.values.length > 0) continue;
    if (found.opposed < 0.5 || found.agreed > found.opposed * 0.6) continue;
    return { found, key: key.text, id: undefined };
  }
  return null;
}

function wrongValue({ heard, keys, said, all, self }: Judging): Wrong | null {
  if (keys.essential.length === 0) return null;
  const stated = heard.reading.values;
  if (stated.some((value) => keys.essential.some((right) => sameValue(right, value)))) return null;
  for (const value of stated) {
    const clause = heard.reading.clauses[value.clause];
    if (
      !clause ||
      clause.question ||
      clause.retracted ||
      clause.conditional ||
      clause.otherCase ||
      (value.explicit && value.sign < 0)
    )
      continue;
    const rival = keys.essential.find((right) => rivals(right, value));
    if (!rival || keys.allowed.some((right) => sameValue(right, value))) continue;
    if (all.some((other) => other !== keys && other.allowed.some((right) => sameValue(right, value)))) continue;
    for (const key of said.right) {
      const found = findKey(heard, key, self, true);
      if (!found || found.from > value.clause || found.to < value.clause || found.otherCase) continue;
      if (found.partTopic < 0.55 || found.direct < 0.3) continue;
      return { found, key: key.text, id: undefined };
    }
  }
  return null;
}
