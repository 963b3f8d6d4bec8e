/** A golden drill: who is on the desk, what the trainee says, what befalls it; and its report as a page to read. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Report } from '#contract/report.ts';
import type { Command } from '#engine/model/commands.ts';
import { repliesFile, toReplies } from '#library/schema/testplan.ts';
import { addressedTo, type Played, play, repliesOf } from './play.ts';

const seconds = z
  .string()
  .regex(/^\d+s$/)
  .transform((text) => Number.parseInt(text, 10) * 1000);

const goldenFile = z.strictObject({
  about: z.string(),
  cases: z.array(z.string()).min(1),
  mode: z.enum(['practice', 'lesson', 'exam']).default('lesson'),
  /** A trainee of the cases' testplans, or replies of its own. */
  trainee: z.string().optional(),
  replies: repliesFile.optional(),
  stops: z.array(z.strictObject({ at: seconds, for: seconds, why: z.enum(['freeze', 'connection']) })).default([]),
  /** When the trainee ends it. */
  end: seconds.optional(),
});
export type Golden = z.output<typeof goldenFile>;

export const readGolden = (file: string): Golden => goldenFile.parse(parse(readFileSync(file, 'utf8')));

export const playGolden = ({ cases, mode, trainee, replies, stops, end }: Golden): Played => {
  const said = trainee ? cases.flatMap((id) => addressedTo(id, repliesOf(id, trainee))) : toReplies(replies ?? []);
  const befalls: Command[] = stops.flatMap(({ at, for: stoppedMs, why }): Command[] => [
    { kind: 'stop', at, why },
    { kind: 'resume', at, stoppedMs },
  ]);
  if (end !== undefined) befalls.push({ kind: 'end', at: end, why: 'trainee' });
  return play(cases, said, { mode, befalls });
};

const WIDTH = 7;
const clock = (ms: number): string => (ms / 1000).toFixed(1).padStart(WIDTH);

/** What a trainee reads, a line a figure: a change shows as the line it changes. */
export const pageOf = (about: string, report: Report): string => {
  const numbered = new Map(report.findings.map((f) => [f.id, f]));
  const { first } = report;
  return [
    `# ${about}`,
    `${report.score} 分（${report.range.join('–')}，${report.grade}${report.cappedBy ? `，封顶 ${report.cappedBy}` : ''}）`,
    report.verdict,
    '',
    '## 先改这一件',
    ...(first
      ? [
          `${first.title}（−${first.marks}）`,
          first.advice,
          first.goal,
          `见 ${first.findings.map((f) => numbered.get(f)?.code).join('、')}`,
        ]
      : ['没有']),
    '',
    '## 六个方面',
    ...report.dimensions.map((d) => {
      const lost = d.lost.map((l) => `${l.text} −${l.marks}`).join('；');
      return `${d.name} ${d.marks ?? '–'} / ${d.weight}（${d.taken} / ${d.offered}）${lost === '' ? '' : `：${lost}`}`;
    }),
    '',
    '## 一处一处',
    ...report.findings.flatMap((f) => [
      `${clock(f.at)} ${f.code} ${f.unsure ? '待核' : `−${f.marks}`} ${f.title}${f.seconds === null ? '' : `（${f.seconds} 秒）`}`,
      `        「${f.quote}」`,
      ...(f.severity === 'merit'
        ? []
        : [`        ${f.why}`, `        可以说：${f.betterIn ? `同 ${f.betterIn}` : (f.better ?? '–')}`]),
    ]),
    '',
    '## 数字',
    ...report.measures.map((m) => `${m.name} ${m.value ?? '–'} ${m.unit}：${m.worked}`),
    '',
    '## 台账',
    ...report.ledger.map((row) => {
      const points = row.points.map((p) => `${p.state} ${p.text}`).join('；');
      return `${row.text}：${row.state} ${row.seconds ?? '–'} 秒；${points}`;
    }),
    '',
    '## 对话',
    ...report.transcript.map((t) => {
      const codes = t.findings.map((id) => numbered.get(id)?.code).join(' ');
      return `${clock(t.at)} ${t.by.padEnd(8)} ${t.text.replaceAll('\n', ' ⏎ ')}${codes === '' ? '' : `  [${codes}]`}`;
    }),
    '',
  ].join('\n');
};
