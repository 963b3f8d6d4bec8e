/** How many faults of a family there were, in the words of what they were: 2 次回晚了、1 次没回. */
import type { ReportFinding } from '#contract/report.ts';
import { timesOf } from './first-change.ts';

/** What a code is called when it is counted; codes of one kind are counted together. */
const BY_CODE: Readonly<Record<string, string>> = {
  unanswered: '次没回',
  'customer-left': '位客户等走了',
  'walked-out': '位客户后来没人理',
  'ended-early': '场没做完',
  'no-goodbye': '次没有道别',
  'too-early': '次催早了',
  pestering: '次追得太紧',
  'bare-hold': '次光说稍等',
  'no-return': '次说了稍等没回来',
  'asked-again': '次把客户说过的又问一遍',
  'answered-partly': '次只答了一半',
  'false-promise': '处许了做不到的',
  'beyond-authority': '处越权答应',
  'against-card': '处和卡上不一样',
  'self-contradiction': '处前后两个说法',
  'cross-talk': '次发错了人',
  stacking: '次堆了规则',
  'missing-action': '处该点的没点',
  'claimed-undone': '处没做说做了',
  'forbidden-action': '处不该点的点了',
  'unverified-action': '处没核对就办了',
  'wrong-amount': '处金额不对',
};

const BY_FAMILY: Readonly<Record<string, string>> = {
  late: '次回晚了',
  'quick-replies': '次短语用错',
  'not-valuing': '个时机没接',
  evading: '次没有答到问题',
  wrong: '处答错',
  operation: '处操作不对',
  manner: '处态度问题',
};

/** Speaks of rounds that are counted one by one already. */
const SUMS = 'slow-handling';

/** `findings`: of one family, dearest first. Empty only where there are none. */
export function countedFaults(findings: readonly ReportFinding[]): string {
  const each = findings.filter(({ code }) => code !== SUMS);
  if (each.length === 0) return findings.length === 0 ? '' : '整场回得慢';
  const word = ({ code, family }: ReportFinding): string => BY_CODE[code] ?? BY_FAMILY[family] ?? '处';
  return [...new Set(each.map(word))].map((w) => `${timesOf(each.filter((f) => word(f) === w))} ${w}`).join('、');
}
