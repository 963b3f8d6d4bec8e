import { expect, test } from 'vitest';
import { inLanguage } from '#i18n/language.ts';
import { rubric } from '#tests/scoring/support/shoe-shop.ts';
import { cutEvidence, liveFault } from '#wall/evidence.ts';
import type { Evidence, TileFault } from '#wall/tile-state.ts';

const quoted = (evidence: Evidence): string => liveFault({ evidence, title: '' } as TileFault).quote;
const EVERY: readonly (readonly [Evidence, zh: string, en: string])[] = [
  [{ kind: 'words', text: '看情况的' }, '看情况的', '看情况的'],
  [{ kind: 'waiting', seconds: 60 }, '等了 60 秒，还没有回', 'Has waited 60 s without a reply'],
  [{ kind: 'late', seconds: 72, text: '在的亲' }, '72 秒后才回：在的亲', 'Answered only after 72 s: 在的亲'],
  [{ kind: 'late-card', seconds: 72 }, '72 秒后才回：〔卡片〕', 'Answered only after 72 s: [card]'],
  [{ kind: 'clicked', action: { id: 'refund', title: '退款' } }, '点了「退款」', 'Clicked “退款”'],
  [{ kind: 'window-missed' }, '时机过了，没有一句', 'The window passed without a word'],
  [{ kind: 'gave-up' }, '等不到回复，走了', 'Got no reply and left'],
];

test.each(EVERY)('%j is told in the reader’s language', (evidence, zh, en) => {
  expect(quoted(evidence)).toBe(zh);
  expect(inLanguage('en', () => quoted(evidence))).toBe(en);
});

test.each([
  ['vague', '没给准话', 'Nothing definite'],
  ['red-line:offsite', '引到平台外', 'Led off the platform'],
])('%s has its title from the rubric, in the reader’s language', (code, zh, en) => {
  const title = rubric.findings.find((rule) => rule.code === code)?.title ?? '';
  const told = (): string => liveFault({ evidence: { kind: 'gave-up' }, code, title } as TileFault).title;
  expect(told()).toBe(zh);
  expect(inLanguage('en', told)).toBe(en);
});

test('a fault and an operation are named in the reader’s language, and a red line without the words 红线', () => {
  const action = { id: 'refund-full', title: '全额退款' };
  const fault = { code: 'red-line:threat', title: '红线：威胁', evidence: { kind: 'clicked', action } } as TileFault;
  expect(liveFault(fault)).toMatchObject({ title: '威胁', quote: '点了「全额退款」' });
  const english = { title: 'Threat', quote: 'Clicked “Full refund”' };
  expect(inLanguage('en', () => liveFault(fault))).toMatchObject(english);
});

test('a quote is cut to the length a tile shows, with the words before it', () => {
  const kept = cutEvidence({ kind: 'late', seconds: 72, text: '亲'.repeat(500) });
  expect(kept).toEqual({ kind: 'late', seconds: 72, text: `${'亲'.repeat(79)}…` });
  expect(quoted(kept)).toBe(`72 秒后才回：${'亲'.repeat(79)}`.slice(0, 79).concat('…'));
});
