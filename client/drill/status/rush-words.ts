/** The sentences of a rush that desk and replay share. */

import { newExits, newTurn } from '#client/drill/model/rush-news.ts';
import type { DialTurn, QueueExit, RushView } from '#client/drill/model/rush-view.ts';
import { remarks } from '#client/lib/clauses.ts';
import { seconds } from '#client/lib/format.ts';
import { say } from '#client/lib/messages.ts';

/** 同时接 2 → 3 位：回得过来。 */
export const turnWords = ({ from, to, why }: DialTurn): string => say(`desk:rush.turned.${why}`, { from, to });

/** Who left the queue and how; those whom the end of the rush cut off are one number. */
export const exitWords = (exits: readonly QueueExit[]): string => {
  const cutOff = exits.filter(({ how }) => how === 'rush-over').length;
  const words = exits
    .filter(({ how }) => how !== 'rush-over')
    .map(({ name, how, waitedMs }) => say(`desk:rush.gone.${how}`, { name, time: seconds(waitedMs / 1000) }));
  return remarks(cutOff === 0 ? words : [...words, say('desk:rush.gone.rush-over', { n: cutOff })]);
};

/** What a rush has just told, in one line. */
export const rushNews = (rush: RushView, now: number): string => {
  const turn = newTurn(rush, now);
  const exits = newExits(rush, now);
  return remarks([...(turn === null ? [] : [turnWords(turn)]), ...(exits.length === 0 ? [] : [exitWords(exits)])]);
};
