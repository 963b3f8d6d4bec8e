/** What is right on one card of a case and wrong on another, said there (RULES M69, M70, M71). */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { readCase } from '#library/reading/read-case.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { withOtherBranches } from '#library/variations/other-branches.ts';
import { makeReport } from '#scoring/report.ts';
import { checkOtherCards } from '#scripts/check/check-variants.ts';
import { traineeReplies } from '#scripts/play/trainee-replies.ts';
import { playedInTurn, saidInTurn } from '#scripts/variants/learnt-by-heart.ts';
import { library } from '#tests/support/library.ts';

const ROOT = resolve(import.meta.dirname, '../../../scenarios');

/** The case with one piece of its text replaced, checked against its own cards. */
const found = (file: string, from = '', to = ''): string[] => {
  const read = (name: string) => ({ file: join(ROOT, name), text: readFileSync(join(ROOT, name), 'utf8') });
  const scenario = read(file);
  const text = from === '' ? scenario.text : scenario.text.replaceAll(from, to);
  expect(text === scenario.text).toBe(from === '');
  const plan = read(file.replace('.yaml', '.testplan.yaml'));
  const { varying } = readCase({ ...scenario, text }, plan, library.shopFacts);
  if (varying === null) throw new Error(`${file} doesn't vary`);
  return checkOtherCards(varying, library).map(
    ({ code, message, file: place }) => `${relative(ROOT, place)} ${code} ${message}`,
  );
};

describe('[M69] the right answer of another card covers nothing', () => {
  it.each([
    ['a day', 'cases/return-dispute/seventh-day.yaml'],
    ['a branch', 'cases/logistics-complaint/swapped-parcels.yaml'],
    ['a state', 'cases/livestream/live-three-lines.yaml'],
    ['a branch of a short customer', 'short/order-change/change-address.yaml'],
    ['a name of theirs', 'short/quality-claim/part-missing.yaml'],
    ['a weight', 'short/quality-claim/short-weight.yaml'],
    ['what is true and no answer', 'short/product-advice/allergic.yaml'],
  ])('where %s differs', (_, file) => expect(found(file)).toEqual([]));

  it.each([
    ['no branch', 'short/order-change/change-address.yaml', '            otherwise: wrong\n', ''],
    [
      'no other name',
      'short/quality-claim/part-missing.yaml',
      '{other: 件, says: [【别的】今天给您补,',
      '{other: 件, says: [',
    ],
  ])('of short customers too, where %s is wrong', (_, file, from, to) =>
    expect(found(file, from, to)[0]).toContain(`${file} other-card-covers`),
  );

  it('is told with case, card, line and point where the branches are right beside each other', () => {
    const [first = ''] = found('cases/livestream/live-three-lines.yaml', '            otherwise: wrong\n');
    expect(first).toContain('live-three-lines.yaml other-card-covers');
    expect(first).toMatch(/要点 (?:box|tonight)：/);
    expect(first).toMatch(/另一张卡（.+那里对的是「.+」）/);
  });
});

describe('[M70] otherwise', () => {
  const branch = { when: '早', id: 'ship', says: '今天发', also: ['今天走'] };
  const other = { when: 'not 早', id: 'ship', says: '明天发', contradicts: ['后天发'] };

  it('wrong: what the other branches tell as right is wrong here, and only here', () => {
    const [one, two] = withOtherBranches([branch, { ...other, otherwise: 'wrong' }]) as Record<string, unknown>[];
    expect(two).toEqual({ ...other, contradicts: ['后天发', '今天发', '今天走'] });
    expect(one).toEqual(branch);
  });

  it('right, or of another point: nothing changes', () => {
    const points = [branch, { ...other, otherwise: 'right' }];
    expect(withOtherBranches(points)).toBe(points);
    const [, two] = withOtherBranches([branch, { ...other, id: 'day', otherwise: 'wrong' }]) as Record<
      string,
      unknown
    >[];
    expect(two).toMatchObject({ contradicts: ['后天发'] });
  });
});

describe('[M71] who says on what another card taught', () => {
  const id = 'return-dispute/seventh-day';
  const { data, hash } = contentFor(library, [id], cardOfSeed(4));
  const content = prepare(data);
  const replies: readonly Reply[] = traineeReplies(library, [id], 'model', 0) ?? [];
  const where = { scenarios: [id], seed: 4, contentHash: hash };

  it('says all lines, the wrong ones too, and isn’t worth a pass', () => {
    expect(saidInTurn(replies).filter(({ to, repeat }) => to !== 'any' || repeat)).toEqual([]);
    const events = playedInTurn(content, replies, where);
    const said = events.filter(({ kind }) => kind === 'trainee-said');
    expect(said.length).toBeGreaterThan(1);
    expect(makeReport(data, events).score).toBeLessThanOrEqual(55);
  });

  it('leaves out an operation that is refused, and says its words', () => {
    const asked = replies.map((reply, index) =>
      index === 0 ? { ...reply, do: [{ action: 'approve-exchange', with: { nonsense: 1 } }] } : reply,
    );
    const events = playedInTurn(content, asked, where);
    expect(events.some((event) => event.kind === 'action-done' && event.action === 'approve-exchange')).toBe(false);
    expect(events.some(({ kind }) => kind === 'trainee-said')).toBe(true);
  });
});
