/**
 * A play shown to its trainee step by step: the thread up to the customer's next burst, and nothing of the answer key.
 */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { playDrill } from '#authoring/play-drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { type Reply, repliesFile } from '#library/schema/testplan.ts';
import { makeReport } from '#scoring/report.ts';
import { stateLine, threadLines, untilNextBurst } from '#scripts/play/as-trainee.ts';
import { doubtLines } from '#scripts/play/doubt-lines.ts';
import { library } from '#tests/support/library.ts';

const SCENARIO = 'product-advice/shoe-half-size';
const seeing = (id: string): ((says: readonly string[]) => string[]) => {
  const { data, hash } = contentFor(library, [id]);
  const content = prepare(data);
  return (says) => {
    const replies = says.map((text): Reply => ({ to: 'any', afterS: 10, do: [], say: [{ text }], repeat: false }));
    const events = playDrill(content, { scenarios: [id], replies, seed: 1, mode: 'lesson', contentHash: hash });
    return threadLines(content, untilNextBurst(events));
  };
};
const content = prepare(contentFor(library, [SCENARIO]).data);
const seen = (...says: string[]): string[] => seeing(SCENARIO)(says);

describe('a play as its trainee sees it', () => {
  test('says that the talk goes on until the drill has ended', () => {
    const { hash } = contentFor(library, [SCENARIO]);
    const events = playDrill(content, {
      scenarios: [SCENARIO],
      replies: [],
      seed: 1,
      mode: 'lesson',
      contentHash: hash,
    });
    expect(stateLine(untilNextBurst(events))).toContain('会话还开着');
    expect(stateLine(events)).toBe('');
    const end = events.findIndex(({ kind }) => kind === 'ending-reached');
    expect(stateLine(events.slice(0, end + 1))).toContain('道一句别');
  });

  test('stops at the end of the customer’s first burst', () => {
    const lines = seen();
    expect(lines.at(-1)).toContain('别家我都穿39');
    expect(lines.filter((line) => line.includes('在吗'))).toHaveLength(1);
  });

  test('goes on to the burst that answers the last reply, and no further', () => {
    const lines = seen('在的，脚长多少');
    expect(lines.some((line) => line.includes('我') && line.includes('脚长多少'))).toBe(true);
    expect(lines.at(-1)).toMatch(/客户/);
    expect(lines.length).toBeGreaterThan(seen().length + 1);
    // Lines that come only without another reply are not shown, as they would tell how long the customer waits.
    expect(lines.some((line) => line.includes('是不是不好说'))).toBe(false);
  });

  test('shows no wording of any point, and the reason of no line', () => {
    const text = seen('在的，脚长多少', '拿39.5，脚背高往大选半码').join('\n');
    const points = content.cases.get(SCENARIO)?.points.values() ?? [];
    for (const { point } of points)
      for (const wording of [point.says, ...(point.also ?? [])]) expect(text).not.toContain(wording);
    expect(text).not.toMatch(/resolved|opening|reaction/);
  });

  test.each([...library.scenarios.keys()])(
    '%s: each line shown after some replies is still shown after more of them, whatever kind of line it is',
    (id) => {
      const shown = seeing(id);
      // These replies tell little, so that nods and impatient lines come as often as answers.
      const said: string[] = [];
      let before = shown(said);
      for (const text of ['亲在的', '我看一下哈', '好的', '嗯', '您说', '好的哦', '我看看']) {
        if (before.some((line) => /会话：closed|演练结束/.test(line))) break;
        said.push(text);
        const now = shown(said);
        expect(now.slice(0, before.length)).toEqual(before);
        before = now;
      }
      expect(said.length).toBeGreaterThan(0);
    },
  );
});

describe('what else a play prints', () => {
  test('[K10] marks what was said in a group, where others read along', () => {
    const lines = seeing('community/group-rotten-photo')([]);
    expect(lines.find((line) => line.includes('客户'))).toContain('〔群里〕');
    expect(seen().some((line) => line.includes('〔群里〕'))).toBe(false);
  });

  test('[K11] lists every 待核 that its sentence refers to', () => {
    const { data, hash } = contentFor(library, [SCENARIO]);
    const replies: Reply[] = [{ to: 'any', afterS: 10, do: [], say: [{ text: '在的' }], repeat: false }];
    const played = playDrill(prepare(data), {
      scenarios: [SCENARIO],
      replies,
      seed: 1,
      mode: 'lesson',
      contentHash: hash,
    });
    const report = makeReport(data, played);
    const [row = expect.fail('no ledger')] = report.ledger;
    const [point = expect.fail('no point')] = row.points;
    const reply = { turn: 1, at: 41_000, customer: '', words: '大半码', heard: 'unsure', doubtful: true } as const;
    const doubted = { ...point, replies: [{ ...reply, ruling: null, proposal: null }] };
    const [line] = doubtLines({ ...report, findings: [], ledger: [{ ...row, points: [doubted] }] });
    expect(line).toBe(`待核 41.0 ${row.question} ${point.text} 「大半码」`);
  });

  test('[K12] tells in its help what a file of replies holds, and that example is one', () => {
    const help = execFileSync('npx', ['tsx', 'scripts/play.ts', '--help'], { encoding: 'utf8' });
    const example = help.split('\n').filter((line) => line.startsWith('  - {'));
    expect(help).toContain('top level is a list');
    expect(repliesFile.safeParse(parse(example.join('\n'))).success).toBe(true);
    expect(example).toHaveLength(2);
  });
});
