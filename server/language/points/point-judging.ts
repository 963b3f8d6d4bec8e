/** What judging one point needs: its compiled keys, the reply, and how near the two come. */

import type { Value } from '../reading/values.ts';
import type { Focus } from './focus.ts';
import type { Key } from './keys.ts';
import type { Listening } from './listening.ts';
import { type Found, findKey } from './matching.ts';
import type { PointChars } from './point-chars.ts';

export type Compiled = {
  /** Parts of any wording, right or wrong, that tell one topic from another. */
  strong: ReadonlySet<number>;
  /** Some wording is about who pays or a value only, so that no word need touch it. */
  unworded: boolean;
  kinds: ReadonlySet<string>;
  /** Most right wordings let both pay a part. */
  split: boolean;
  right: readonly Key[];
  wrong: readonly { id: string | undefined; key: Key }[];
  about: readonly Key[];
  yes: readonly Key[];
  no: readonly Key[];
  unless: readonly Key[];
  /** Values that make the answer right: in most of the author's wordings, or typed by the author. */
  essential: readonly Value[];
  /** Every value in any right wording: none of them can be a wrong answer. */
  allowed: readonly Value[];
  /** Values only wrong wordings state. */
  misled: readonly Value[];
  focus: Focus;
  /** Kinds of goods (鞋, 包) that most right wordings name: the point is about these. */
  things: readonly number[];
  chars: PointChars;
  /** The one right value an author typed, and how the right figure reads. */
  typed: Value | null;
  figure: string;
  examples: readonly { state: 'covered' | 'neither'; text: string; plain: string }[];
  side: 1 | -1 | 0;
  answer: 1 | -1 | 0;
};

export type Judging = {
  heard: Listening;
  keys: Compiled;
  all: readonly Compiled[];
  self: number;
  corrects: boolean /** Some open question asks for it. */;
  asked: boolean;
  /** The wordings of which something is there, or that have no words: no other can be found in the reply. */
  said: { readonly right: readonly Key[]; readonly wrong: Compiled['wrong'] };
};

/** What judging the open point at `index` needs. */
export function judgingOf(heard: Listening, index: number, corrects: boolean, asked: boolean): Judging | null {
  const { all, wordings } = heard.open;
  const keys = all[index];
  const slots = wordings[index];
  if (!keys || !slots) return null;
  const said = {
    right: keys.right.filter((key, at) => isThere(heard, key, slots.right[at])),
    wrong: keys.wrong.filter(({ key }, at) => isThere(heard, key, slots.wrong[at])),
  };
  return { heard, keys, all, self: index < 31 ? 1 << index : 0, corrects, asked, said };
}

function isThere({ from }: Listening, key: Key, slot: number | undefined): boolean {
  return key.parts.length === 0 || (from[slot ?? -1] ?? 0) !== 0;
}

/** A key found at this score is said. */
export const COVERED = 0.6;

/** The wording that comes nearest; a plain yes or no to the question counts a little more. */
export function best({ heard, self }: Judging, keys: readonly Key[]): Found | null {
  let top: Found | null = null;
  let highest = 0;
  for (const key of keys) {
    const found = findKey(heard, key, self);
    if (!found) continue;
    const score = found.score + (found.answers ? 0.12 : 0);
    if (top && score <= highest) continue;
    top = found;
    highest = score;
  }
  return top && (highest === top.score ? top : { ...top, score: highest });
}

/** `yes` and `no` are said near what the point is about, or in answer to it. */
export function nearTopic(point: Judging, wordings: readonly Key[]): Found | null {
  const { heard, keys, self } = point;
  const found = best(point, wordings);
  if (!found || found.score < 0.75) return null;
  if (keys.about.length === 0) return found;
  for (const about of keys.about) {
    const topic = findKey(heard, about, self);
    if (topic && topic.topic >= 0.6 && topic.from <= found.to + 1 && topic.to >= found.from - 1) return found;
  }
  return keys.about.some(
    (about) => about.parts.length > 0 && about.parts.every((part) => heard.question.given.has(part.id)),
  )
    ? found
    : null;
}
