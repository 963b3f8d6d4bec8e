/** A report in English says what the Chinese one says: the same marks and figures, and no Chinese but what people wrote. */
import { describe, expect, it } from 'vitest';
import type { Report } from '#contract/report.ts';
import { inLanguage } from '#i18n/language.ts';
import { makeReport } from '#scoring/report.ts';
import { CASES, library, type Played, play, repliesOf } from '#tests/learning/support/play.ts';

/** In about this many cases every trainee's report is read; in the others one trainee's, by turns. */
const WHOLE = 6;

const DRILLS: readonly (readonly [id: string, who: string])[] = CASES.flatMap((id, at) => {
  const trainees = Object.keys(library.testplans.get(id) ?? {});
  const asked = at % Math.ceil(CASES.length / WHOLE) === 0 ? trainees : [trainees[at % trainees.length] ?? ''];
  return asked.map((who) => [id, who] as const);
});

type Said = { path: string; text: string };

/** Every text of a value with its path: `findings[].why`. */
const textsIn = (value: unknown, path = ''): Said[] => {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, path === '' ? name : `${path}.${name}`));
};

const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
const unquoted = (text: string): string => text.replace(/“[^”]*”/g, '');

/** Whether a text is Chinese from end to end: what somebody wrote, with no words of ours around it. */
const isPlain = (text: string): boolean => !/[A-Za-z]{2,} [A-Za-z]{2,}/.test(text);

/** A reply that can be sent; 先发「…」, 点「…」 and the like are instructions of ours. */
const isReply = (text: string): boolean => isPlain(text) && !/^(?:先[发问点]|不?点)「/.test(text);

/** Fields that hold what people wrote, by path, with a test of which of their texts are that. */
const CONTENT: Readonly<Record<string, (text: string, content: string) => boolean>> = {
  // Replies put together for a Chinese shopper, out of the case's own and of phrases in the code.
  'findings[].better': isReply,
  'ledger[].better': isReply,
  // The trainee's words, cut out of a message.
  'findings[].quote': isPlain,
  'ledger[].points[].quote': isPlain,
  // The customer's, bubble by bubble.
  'findings[].customer': (text) => text.split('\n').every(isPlain),
  'anatomy.rounds[].about': isPlain,
  // Cut off at the end, and with a count or [Picture in front.
  'desk[].from[].text': (text, content) =>
    content.includes(text.replace(/^(?:\d+ characters?: |\[Picture: )/, '').replace(/…$/, '')),
  // Sentences of a card; a part of a list ends in a full stop here.
  'findings[].basis.text': (text, content) =>
    text.split(/(?<=[。；])/).every((sentence) => content.includes(sentence.replace(/[。；]$/, ''))),
};

/** What something is called in the trade: a name in brackets behind its English one. */
const NAMES = /\(赤兔名品\)/g;

/** A piece of content of this length doesn't stand in our words by chance. */
const PIECE = 6;
const SPACES = /[\s“”…]+/;

/** Texts of ours that still have Chinese in them without quotations and content. */
const faults = ({ data, events }: Played, report: Report): Said[] => {
  // The rubric is left out, as its texts have words of their own in each language.
  const content = [...textsIn({ ...data, rubric: null }), ...textsIn(events)].map(({ text }) => text);
  const whole = new Set(content.flatMap((text) => [text, ...text.split('\n')]));
  const known = [...whole].filter((text) => text.length > 1 && CHINESE.test(text));
  known.sort((a, b) => b.length - a.length);
  const all = content.join('\n');
  // Most texts are content as they stand, and looking for thousands of pieces in each took seconds.
  const hasOwn = (text: string): boolean =>
    CHINESE.test(text) &&
    !whole.has(text) &&
    CHINESE.test(unquoted(known.reduce((left, one) => left.replaceAll(one, ''), text)));
  const isWritten = (word: string): boolean =>
    whole.has(word) || (word.length >= PIECE && all.includes(word)) || !hasOwn(word);
  return textsIn(report).filter(({ path, text }) => {
    const own = unquoted(text).replace(NAMES, '');
    if (!CHINESE.test(own) || CONTENT[path]?.(text, all) || !hasOwn(text.replace(NAMES, ''))) return false;
    return !own.split(SPACES).every((word) => !CHINESE.test(word) || isWritten(word));
  });
};

const english = ({ data, events }: Played): Report => inLanguage('en', () => makeReport(data, events));

/** What a language must not change. */
const figures = (report: Report): unknown => ({
  score: report.score,
  range: report.range,
  doubts: report.doubts,
  cappedBy: report.cappedBy,
  findings: report.findings.map(({ code, marks, unsure, at }) => [code, marks, unsure, at]),
  dimensions: report.dimensions.map(({ id, marks, weight }) => [id, marks, weight]),
  measures: report.measures.map(({ id, value, ok }) => [id, value, ok]),
  desk: report.desk.map(({ column, value }) => [column, value]),
  platforms: report.platforms.map(({ value, ok }) => [value, ok]),
  first: report.first?.findings ?? null,
  next: report.next.map(({ scenario }) => scenario),
});

describe('a report in English', () => {
  it.each(DRILLS)('%s, %s', (id, who) => {
    const played = play([id], repliesOf(id, who));
    const report = english(played);
    expect(figures(report)).toEqual(figures(played.report));
    // An instruction to click or to send something first is not a sentence to say.
    expect(report.first?.advice ?? '').not.toMatch(/“(?:Click|Do not|First|Send) /);
    const left = faults(played, report).map(({ path, text }) => `${path}: ${text.replaceAll('\n', ' ⏎ ')}`);
    expect(left, left.join('\n')).toEqual([]);
  });
});
