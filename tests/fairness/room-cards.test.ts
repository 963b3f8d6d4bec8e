/** A room for blind plays deals any card of a case that varies, and short customers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { playDrill } from '#authoring/play-drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { playsIn } from '#scripts/fairness/room/play-file.ts';
import { type Answer, openRoom, type Refusal } from '#scripts/fairness/room/room.ts';
import { sheetsOf } from '#scripts/fairness/room/sheets.ts';
import { library } from '#tests/support/library.ts';

const folder = mkdtempSync(join(tmpdir(), 'kefu-room-'));
const room = openRoom(library, folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const linesOf = (answer: Answer | Refusal): readonly string[] => {
  if ('code' in answer) throw new Error(`${answer.code}: ${answer.message}`);
  return answer.lines;
};

it('a player gets another card of a case that varies, a short one too, and the sheets and the stored play are of that card', () => {
  const short = [...library.short.keys()][0] ?? '';
  for (const [at, id] of ['return-dispute/seventh-day', short].entries()) {
    const usual = linesOf(room({ ask: 'shop', case: id }));
    const third = `${id}@3`;
    const dealt = contentFor(library, [id], cardOfSeed(3));
    expect(dealt.hash).not.toBe(contentFor(library, [id]).hash);
    expect(linesOf(room({ ask: 'shop', case: third })).length).toBe(usual.length);
    const play = `cards/${at}`;
    linesOf(room({ ask: 'open', play, case: third, kind: 'good' }));
    linesOf(room({ ask: 'step', play, entry: { to: 'any', after: '9s', say: '您好，我看一下' } }));
    linesOf(room({ ask: 'leave', play }));
    const [stored] = playsIn(folder, 'cards').filter(({ name }) => name === play);
    expect(stored?.play).toMatchObject({ scenario: id, card: 3 });
    const { sheets } = sheetsOf(library, stored === undefined ? [] : [stored]);
    const drill = {
      scenarios: [id],
      replies: toReplies(stored?.play.replies ?? []),
      seed: 1,
      mode: 'lesson',
    } as const;
    const events = playDrill(prepare(dealt.data), { ...drill, contentHash: dealt.hash });
    const lines = events.flatMap((event) =>
      event.kind === 'customer-said' && event.bubble.kind === 'text' ? [event.bubble.text] : [],
    );
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !(sheets[0]?.thread ?? '').includes(line))).toEqual([]);
    expect(sheets[0]?.toStore.reactions.map(({ customer }) => customer).join('\n')).toContain(lines.at(-1));
    expect(sheets[0]?.toStore).toMatchObject({ scenario: id, card: 3 });
  }
  expect(room({ ask: 'shop', case: 'return-dispute/seventh-day@x' })).toMatchObject({ code: 'unknown-case' });
});
