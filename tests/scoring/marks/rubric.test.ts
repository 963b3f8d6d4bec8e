import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ReportFinding } from '#contract/report.ts';
import { platformFile } from '#library/schema/data.ts';
import { rubricFile } from '#library/schema/schema.ts';
import { rulesMissing } from '#scoring/facts/codes.ts';
import { firstChange } from '#scoring/marks/first-change.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

const read = (file: string): unknown => parse(readFileSync(`scenarios/${file}.yaml`, 'utf8'));

describe('the rubric of docs/trade.md §3', () => {
  it('is a file the library accepts, and so is each platform', () => {
    expect(rubricFile.safeParse(read('rubrics/2026-11')).error).toBeUndefined();
    for (const id of ['taobao', 'jd', 'pdd', 'douyin']) {
      expect(platformFile.safeParse(read(`platforms/${id}`)).error).toBeUndefined();
    }
  });

  const CODES =
    'late-first late-round unanswered customer-left slow-handling canned-off-topic canned-rigid canned-repeated unfilled-variable no-follow-up no-order-prompt no-payment-reminder regular-as-stranger no-goodbye no-confirm-order pestering too-early no-cross-sell no-return bare-hold ignored evaded vague asked-again answered-partly wrong-fact false-promise self-contradiction beyond-authority against-card cross-talk stacking missing-action claimed-undone forbidden-action unverified-action wrong-amount cold impatient hostile no-empathy red-line:offsite red-line:insult red-line:threat red-line:privacy red-line:credential red-line:false-claim red-line:paid-review red-line:unauthorised-promise red-line:block-complaint red-line:final-interpretation';

  it('knows every stable code, each once, with a title, a why and what to do', () => {
    const known = content.rubric.findings.map((f) => f.code);
    expect(new Set(known).size).toBe(known.length);
    for (const code of CODES.split(' ')) expect(known).toContain(code);
    for (const f of content.rubric.findings) expect([f.title, f.why, f.advice].every((t) => t.length > 1)).toBe(true);
  });

  it('has a rule for every code that scoring can give, and a missing rule is named', () => {
    expect(rulesMissing(content.rubric)).toEqual([]);
    const gap = content.rubric.findings.filter((f) => f.code !== 'red-line:insult' && f.code !== 'merit:calmed');
    expect(rulesMissing({ findings: gap })).toEqual(['red-line:insult', 'merit:calmed']);
  });

  it('[M195] heads the advice of who asked for a code with codes, not with refunds', () => {
    const fault = { id: 'f1', code: 'red-line:credential', family: 'manner', better: null, marks: 9 } as ReportFinding;
    const mainFault = { fault, sameKind: [fault], wonBack: [fault] };
    const first = firstChange(content.rubric, mainFault, { total: 8, late: 0, thresholdS: 30 });
    expect(first).toMatchObject({ title: '什么码、什么卡号都不要', advice: '什么码、什么卡号都不要。' });
  });

  it('speaks to 你, without 亲 or exclamation marks, and its weights add up to a hundred', () => {
    for (const f of content.rubric.findings) expect(`${f.title}${f.why}${f.advice}`).not.toMatch(/亲[，。]|[！!]|您/);
    expect(Object.values(content.rubric.weights).reduce((a, b) => a + b, 0)).toBe(100);
  });
});
