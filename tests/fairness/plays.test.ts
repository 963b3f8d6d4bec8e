/** Plays by strangers, read twice (docs/fairness.md): what both readers called wrong comes back no more often than it does now. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toReplies } from '#library/schema/testplan.ts';
import { type Compared, compare } from '#scripts/fairness/compare.ts';
import { fairnessPage } from '#scripts/fairness/page.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';
import { figuresOf, KINDS, kappa, readRounds } from '#scripts/fairness/stored.ts';
import { askedAfter } from '#tests/fairness/asked-after.ts';
import { isNewest } from '#tests/fairness/newest-rounds.ts';
import { unansweredTurns } from '#tests/fairness/unanswered.ts';
import { library } from '#tests/support/library.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

const rounds = readRounds();
/**
 * The newest rounds are played each time: playing all 437 takes half a minute of processor time. The older ones are played with
 * `npm test -- sweep` and by `npm run fairness`.
 */
const replayed = rounds.filter((_, at) => sweepsAll || isNewest(at, rounds.length));
type Most = { misfits: number; falses: number; off: number; played: number; unearned?: number };

/**
 * Only ever lowered: both readers' misfits and false holdings that still stand, the mean distance to
 * their marks, and the praise they called unearned (none where no number stands).
 * `played`: plays in which most of the customer's reactions are still those that were read, only ever raised. The marks
 * of the others are for another conversation: the replies that follow a changed reaction answer what nobody asked. Each
 * time more cases vary, the plays on them leave: twelve when 39 of 47 did, and two means rose by 0.02 and 0.04 without them; two
 * more when 44 did.
 * Three more left when 我先看看出库没 was heard as asking to wait, and two means rose by 0.01 and 0.17; two by 0.06 and 0.28
 * when a goodbye after a bare 嗯 was sent, which headless plays had refused; three by at most 0.04 since a look-up counts as a
 * response, whose lack readers had called false. Two more left, and one mean rose by 0.05, when figures told of something else
 * stopped being wrong answers. One left when what customers say to a wrong sum was written to fit a sum in their favour too.
 * Six left when customers answered what trainees ask them: an answer more in a burst makes it another reaction than the one
 * that was read.
 * One left when dates were compared by the calendar (its mark is now the readers’), and another lost a charge that no reader
 * had made: a mean rose by 0.19.
 * Two of 0.9.1 left when a customer no longer minds an apology and 谷炊客服啊, which readers had called false; two means rose by
 * 0.07 and 0.09 since two civil replies are no doubt of manner any more.
 * Eighteen of nine rounds left when customers restate what was settled, which is another line than the one that was read, and when
 * hurrying and blaming are heard; two means rose by 0.08 and 0.18 without them.
 * Three of three rounds left when blame beside an answer is heard and nobody says 嗯 好 to a third turn that put them off.
 * One left when its customer goes because the postage is laid on them, and a mean rose by 0.23 when a price promised beyond the desk,
 * planted by its player, is charged.
 * One came back to 0.8.9 and three of 0.8.10 left when a wrong figure is repeated in place of 到底是多少, and two means rose by 0.03 and
 * 0.34 with these. One of 0.8.7 left, and a mean rose by 0.1, when a bare number stopped being a wrong day.
 * Two came back to 0.8.10 with two of their misfits, two of 0.8.11 and one of 0.9.5 left, and two praised lines of 0.8.8 and 0.9.2 came back,
 * when comfort stopped being heard as arguing and blame and haste were heard more. Two means rose by 0.13 and 0.65 when charges that both
 * readers had called false were gone: a total asked for, where a coupon lies, a note of nothing.
 * Four means rose by 0.05 to 0.25 when one thing is charged once, and one by 0.75 when a size told otherwise than the table, planted by its
 * player, is charged; that of 0.9.6 fell by 3.75.
 * Twelve of nine rounds left when what was told before a short pause is heard behind it, and the customer says each thing once: the
 * replies that follow answer what is no longer asked. One of 0.9.0 stayed whose customer now presses for the report that was promised
 * and not sent, and its mean rose by 3.08, by that play alone; no other mean rose.
 * Three of 0.8.10 and one of 0.8.11 left when a customer no longer makes sure of what the talk has left behind, repeats the trainee's
 * own figure, and doesn't ask again in a beat whose money was sent by another sum; three means rose by 0.03 to 0.33 with these.
 * Seven of five rounds left when a customer asks after no operation that nobody spoke of and repeats a figure of the kind they asked
 * for: another line than the one that was read. One mean rose by 0.54 by the play that left, one by 0.19 since a size told is left to
 * people.
 * Four of four rounds left when what was likely told ahead is made sure of, and means rose by 0.09 to 0.44: the replies that follow answer
 * what is no longer asked, and of 0.9.10 one that granted the customer’s own words is no longer capped but ends in a question more. Where a
 * round stands lower by more, its plays had left before.
 * One of 0.9.12 left when 一起发 counts as a wrong answer to what leaves second, too: its customer says 真的？ in place of asking on.
 * One mean rose by 0.21 when 我看下您这单 asks to wait: a late answer, which both readers called fair, is held no more.
 * One more of 0.9.12 left when 袜子 is heard as 运动袜: its customer has the answer and doesn’t ask on; a mean rose by 0.1 without it.
 * One mean rose by 1.33 when 242 is no longer corrected to the customer's budget of 244: wrong it was, but both readers called that
 * reason wrong, and nothing names the 252 that is right.
 * One mean rose by 1.17 when what was put right loses half of its share and not 0.85 of it: the play of two goods, which readers gave
 * 53.5, is at 78. Of seven other plays of short customers with such a slip six came nearer to their readers; over all stored plays
 * the mean distance is the same (9.70 and 9.69).
 * One of 0.9.14 left when 只能给您修，换新就换不了啦 is a wrong answer behind other words, too: its customer doubts it.
 * One of 0.9.13 left when a scolded customer promises no praise in the end, and one of 0.9.14 when 咖啡机要另看一条 is no refusal: they say
 * why they send it back, and wait. Both means fell, by 4.7 and 2.8, as 还在7天价保里 is half an answer and 满300减50 beside 用不了 is heard.
 * Two of 0.9.16 left when the customer of change-address tells the address they are asked for, and 秤今天就走 says which comes first:
 * four misfits and the false goodbye are gone, and the mean fell from 11.18 to 7.8.
 * One each of 0.9.1, 0.9.5, 0.9.9 and 0.9.15 left when a question without 您 is put to the customer: they answer what they were asked and
 * are no longer silent to it, and eight misfits of eight rounds are gone. The means rose by 0.13 to 0.88 by the plays that left alone.
 * Three of 0.9.15 were never counted as played on: their customers answer what they were asked back, or ask on to a wrong threshold.
 * Ten of five rounds left when questions without 您 are answered, and two misfits of plays that are no longer as read came to be seen;
 * means rose by 0.07 to 0.86 in seven rounds with these, and fell by 0.01 to 2.37 in thirteen since a quick reply that is only wrong
 * earns nothing for being quick.
 * Seven of five rounds left when a question isn't nodded at for a doubtful tone and nobody waits behind 等下就没了: 19 misfits of eight
 * rounds are gone. The one of 0.9.19 that left lay near its readers; by it alone that mean rose by 0.47.
 * One of 0.9.17 left when whoever is let go isn't asked to order; three false goodbyes are gone, and the good plays of 0.9.19 gained.
 * One of 0.9.19 left when a half told ahead is made sure of and customers say what they are asked for on their way out, and its
 * mean rose by 0.13 without it.
 * The mean of 0.9.22 rose by 0.17 when 从这张卡拍 is a bid to order: its doubt cost three marks to a trainee who had made one. Over all
 * stored plays it rose by 0.02; twelve goodbyes and twelve bids fewer are missed there, of which both readers called none fair.
 * Two of 0.9.21 left when short and long customers answer what they pass over and a doubt is asked again; the mean of 0.9.22 rose by 0.22:
 * three good plays that readers marked 86 lost a false doubt, and one silence is charged once. Of 0.9.23 two misfits are left: who is asked for
 * the title's name and has said it, and a day that is the customer's own and the answer (1月8日). One false charge is: 一天 of 一天问退的太多了 against
 * a refund's seven days, in a poor play without marks; a pattern would be for that phrase alone. One of 0.9.23 left when who pays tells
 * no trouble of paying any more; it lay near its readers, and by it alone that mean rose from 12.81 to 12.99.
 * The plays of price-drop-review had its figures moved when its today's price became the goods page's (459 of the old price is
 * 489, 429 of the new one 459): words, notes and verdicts say of the new figures what they said of the old, and no play left.
 * One of 0.9.23 left when all unpaid orders close 90 minutes after they were placed (it was told another time). The mean of 0.9.21 rose
 * by 0.07 when 我做不了主 refuses a sum as 给不了 does, and when offers learned as no mockery took the doubt off 你老盯着一个数干嘛, which
 * readers had marked lower. The means of 0.9.21 and 0.9.22 rose by 0.57 and 0.28 (0.55 with a near play gone) when doubted red lines by sound alone take nothing (M227):
 * two false ones of a good play lowered its distance by chance, and one doubt was an insult. The mean of 0.9.21 rose by 0.29 more when no
 * doubted red line takes anything: all of a poor play's, none of a good one's were true. One of 0.9.22 and two of 0.9.23 left when
 * nobody who goes offline says that they listen or will look, and nothing is put off that nobody asked.
 */
const MAX_FAULTS: Readonly<Record<string, Most>> = {
  '0.8.6': { misfits: 3, falses: 1, off: 6.63, played: 25 },
  '0.8.7': { misfits: 12, falses: 2, off: 7.38, played: 33 },
  '0.8.8': { misfits: 16, falses: 1, off: 8.1, played: 33, unearned: 1 },
  '0.8.9': { misfits: 14, falses: 3, off: 9.15, played: 35 },
  '0.8.10': { misfits: 23, falses: 1, off: 12.24, played: 35, unearned: 1 },
  '0.8.11': { misfits: 28, falses: 3, off: 7.61, played: 47, unearned: 2 },
  '0.9.0': { misfits: 1, falses: 0, off: 9.11, played: 10 },
  '0.9.1': { misfits: 7, falses: 1, off: 5.7, played: 13, unearned: 1 },
  '0.9.2': { misfits: 3, falses: 0, off: 8.48, played: 16, unearned: 2 },
  '0.9.3': { misfits: 2, falses: 3, off: 8.76, played: 14, unearned: 2 },
  '0.9.4': { misfits: 5, falses: 1, off: 8.54, played: 15, unearned: 2 },
  '0.9.5': { misfits: 6, falses: 0, off: 5.94, played: 14, unearned: 1 },
  '0.9.6': { misfits: 4, falses: 0, off: 7.76, played: 12, unearned: 2 },
  '0.9.7': { misfits: 6, falses: 0, off: 7.43, played: 12, unearned: 1 },
  '0.9.8': { misfits: 3, falses: 0, off: 8.18, played: 12, unearned: 2 },
  '0.9.16': { misfits: 1, falses: 0, off: 7.8, played: 12 },
  '0.9.23': { misfits: 2, falses: 1, off: 13, played: 48 },
  '0.9.22': { misfits: 4, falses: 1, off: 12.89, played: 17 },
  '0.9.21': { misfits: 4, falses: 0, off: 14.15, played: 14, unearned: 3 },
  '0.9.20': { misfits: 8, falses: 3, off: 11.19, played: 11, unearned: 2 },
  '0.9.19': { misfits: 2, falses: 1, off: 16.33, played: 14, unearned: 3 },
  '0.9.18': { misfits: 6, falses: 0, off: 12.92, played: 16, unearned: 1 },
  '0.9.17': { misfits: 3, falses: 0, off: 10.67, played: 15, unearned: 2 },
  '0.9.15': { misfits: 2, falses: 0, off: 11.92, played: 28 },
  '0.9.14': { misfits: 2, falses: 2, off: 6.06, played: 11 },
  '0.9.13': { misfits: 2, falses: 0, off: 4.71, played: 5 },
  '0.9.12': { misfits: 3, falses: 0, off: 12.84, played: 6, unearned: 1 },
  '0.9.11': { misfits: 11, falses: 1, off: 12.97, played: 12, unearned: 1 },
  '0.9.10': { misfits: 9, falses: 0, off: 18.93, played: 12, unearned: 2 },
  '0.9.9': { misfits: 9, falses: 2, off: 15.56, played: 11, unearned: 1 },
};
const STILL_READ = 0.5;

const shareRead = ({ reactions }: Compared): number => {
  const read = reactions.fits + reactions.misfits.length;
  return read / Math.max(1, read + reactions.unread.length);
};

it('the published tables are made from the stored verdicts', () => {
  const page = readFileSync('docs/fairness.md', 'utf8').replaceAll('\r\n', '\n');
  const rows = fairnessPage(rounds, new Map())
    .split('\n')
    .filter((line) => line.startsWith('|') || line.startsWith('> '));
  expect(rows.length).toBeGreaterThan(6);
  for (const row of rows) expect(page, 'npm run fairness').toContain(row);
});

describe.each(replayed)('the plays of $round', ({ round, plays }) => {
  const compared = plays.map((play) => compare(library, play));
  const most: Most = MAX_FAULTS[round] ?? { misfits: 0, falses: 0, off: 0.01, played: 0 };

  it('have no more reactions and findings that both readers called wrong than before', () => {
    const misfits = compared.flatMap((one) => one.reactions.misfits.map((line) => `${one.id}: ${line}`));
    expect(misfits.length, misfits.join('\n')).toBeLessThanOrEqual(most.misfits);
    const falses = compared.flatMap((one) => one.held.falses.map((line) => `${one.id}: ${line}`));
    expect(falses.length, falses.join('\n')).toBeLessThanOrEqual(most.falses);
  });

  it('[T74] are praised no more often than before for what both readers called unearned', () => {
    const unearned = compared.flatMap((one) => one.unearned.map((line) => `${one.id}: ${line}`));
    expect(unearned.length, unearned.join('\n')).toBeLessThanOrEqual(most.unearned ?? 0);
  });

  it('[T78] have no customer who asks for what was told, or for an operation that was done', () => {
    const asked = plays.flatMap(({ id, scenario, replies, after, card }) => {
      const { data, events } = playedOnce(library, [scenario], toReplies(replies), { after, card });
      return askedAfter(data, events).map((line) => `${id}: ${line}`);
    });
    expect(asked).toEqual([]);
  });

  it('[T95] have no customer who says nothing to the answer of their own words and is gone', () => {
    const unanswered = plays.flatMap(({ id, scenario, replies, after, card }) => {
      const { events } = playedOnce(library, [scenario], toReplies(replies), { after, card });
      return unansweredTurns(events).map((line) => `${id}: ${line}`);
    });
    expect(unanswered).toEqual([]);
  });

  it('are marked no further from the readers’ marks than before', () => {
    const read = compared.filter((one) => shareRead(one) >= STILL_READ);
    expect(read.length).toBeGreaterThanOrEqual(most.played);
    const off = read.reduce((sum, one) => sum + Math.abs(one.off), 0) / read.length;
    expect(off).toBeLessThanOrEqual(most.off);
  });
});

describe('the arithmetic', () => {
  it('counts each of the two readers’ verdicts by half', () => {
    const [play] = rounds[0]?.plays ?? [];
    if (!play) throw new Error('no play');
    const two = { ...play, kind: 'good' as const, score: 80, marks: [90, 94] as [number, number] };
    const figures = figuresOf(
      [
        {
          ...two,
          reactions: [
            { at: 0, you: 'a', customer: 'b', read: ['fits', 'misfit'] },
            { at: 1, you: 'c', customer: 'd', read: ['fits', 'fits'] },
          ],
          plants: [
            { says: 'x', read: ['caught', 'caught'] },
            { says: 'y', read: ['none', 'missed'] },
          ],
        },
      ],
      'good',
    );
    expect(figures.misfit).toMatchObject({ count: 0.5, of: 2 });
    expect(figures.caught).toMatchObject({ count: 1, of: 1 });
    expect([figures.distance, figures.bias]).toEqual([12, -12]);
    expect(figuresOf([two], 'poor').plays).toBe(0);
  });

  it('gives κ 1 without a difference, 0 where they agree by chance, and null without verdicts', () => {
    expect(
      kappa([
        ['a', 'a'],
        ['b', 'b'],
      ]),
    ).toBe(1);
    expect(
      kappa([
        ['a', 'a'],
        ['a', 'b'],
        ['b', 'a'],
        ['b', 'b'],
      ]),
    ).toBe(0);
    expect(kappa([])).toBeNull();
  });

  it('every kind of trainee was played', () => {
    expect(new Set(rounds.flatMap(({ plays }) => plays.map(({ kind }) => kind)))).toEqual(new Set(KINDS));
  });
});
