/** `npm run -s play -- ID… --replies FILE [--seed N] [--mode M] [--json | --as-trainee]` */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { playDrill } from '#authoring/play-drill.ts';
import { prepare } from '#engine/prepare.ts';
import { shopBody } from '#http/shop-body.ts';
import { contentFor, loadLibrary } from '#library/load.ts';
import { repliesFile, toReplies } from '#library/schema-testplan.ts';
import { makeReport } from '#scoring/report.ts';
import { shopLines, threadLines, untilNextBurst } from './play/as-trainee.ts';
import { readArguments } from './read-arguments.ts';

const USAGE =
  'usage: npm run -s play -- ID… --replies FILE [--seed N] [--mode practice|lesson|exam] [--json | --as-trainee [--shop]]';

const stop = (message: string): never => {
  console.error(message);
  process.exit(2);
};

const { values, positionals } = readArguments(USAGE, {
  allowPositionals: true,
  options: {
    replies: { type: 'string' },
    seed: { type: 'string', default: '1' },
    mode: { type: 'string', default: 'lesson' },
    json: { type: 'boolean', default: false },
    'as-trainee': { type: 'boolean', default: false },
    shop: { type: 'boolean', default: false },
  },
});
const mode = z.enum(['practice', 'lesson', 'exam']).safeParse(values.mode);
const seed = z.coerce.number().int().min(0).max(2_147_483_647).safeParse(values.seed);
if (positionals.length === 0 || !values.replies) stop(USAGE);
if (!mode.success) stop('--mode: practice, lesson or exam');
if (!seed.success) stop('--seed: a whole number from 0');

const { library } = loadLibrary('scenarios');
/** A case may be named in full or by its last part. */
const idOf = (name: string): string => {
  const found = [...library.scenarios.keys()].find((id) => id === name || id.endsWith(`/${name}`));
  return found ?? stop(`unknown-scenario: no scenario ${name}`);
};
const readReplies = (file: string) => {
  try {
    return repliesFile.safeParse(parse(readFileSync(file, 'utf8')) ?? []);
  } catch (error) {
    return stop(`replies-unreadable: ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
};
const replies = readReplies(values.replies ?? '');
if (!replies.success) stop(`replies-invalid: ${z.prettifyError(replies.error)}`);

const scenarios = positionals.map(idOf);
const { data, hash } = contentFor(library, scenarios);
for (const [i, reply] of toReplies(replies.data ?? []).entries()) {
  const phrase = reply.say.find(
    (part) =>
      'quickReply' in part && !data.shops.some((shop) => shop.quickReplies.some((q) => q.id === part.quickReply)),
  );
  if (phrase && 'quickReply' in phrase)
    stop(`replies-invalid: replies[${i}]: no quick reply ${phrase.quickReply} in this shop`);
  const action = reply.do.find((d) => !data.actions.some((a) => a.id === d.action));
  if (action) stop(`replies-invalid: replies[${i}]: no action ${action.action} at this desk`);
}
const content = prepare(data);
const played = () => {
  try {
    return playDrill(content, {
      scenarios,
      replies: toReplies(replies.data ?? []),
      seed: seed.data ?? 1,
      mode: mode.data ?? 'lesson',
      contentHash: hash,
    });
  } catch (error) {
    return stop(`play-stopped: ${error instanceof Error ? error.message : String(error)}`);
  }
};
const events = played();
if (values['as-trainee']) {
  for (const scenario of data.scenarios) {
    console.log(`# ${scenario.title}（${scenario.minutes} 分钟）练什么：${scenario.teaches}`);
    const shop = values.shop ? shopBody(data, scenario.shop) : null;
    if (shop) console.log(`${shopLines(shop).join('\n')}\n`);
  }
  console.log(threadLines(content, untilNextBurst(events)).join('\n'));
  process.exit(0);
}
const report = makeReport(data, events);
const PLACES = { public: '〔公屏〕', group: '〔群里〕' } as const;
if (values.json) {
  const { score, range, dimensions, measures, findings, ledger } = report;
  console.log(
    JSON.stringify({ score, range, dimensions, measures, findings, ledger, verdict: report.verdict, events }),
  );
} else {
  console.log(`${report.score} (${report.range.join('–')})  ${report.verdict}`);
  for (const t of report.transcript)
    console.log(
      `${(t.at / 1000).toFixed(1).padStart(7)}  ${t.by.padEnd(9)} ${t.place === undefined ? '' : PLACES[t.place]}${t.name === undefined ? '' : `${t.name}：`}${t.text.replaceAll('\n', ' ⏎ ')}${t.findings.length > 0 ? `  [${t.findings.join(' ')}]` : ''}`,
    );
  for (const d of report.dimensions)
    console.log(`${d.name} ${d.marks ?? '–'} / ${d.weight} (${d.taken} / ${d.offered})`);
  for (const f of report.findings) console.log(`${f.id} ${f.severity} ${f.code} −${f.marks} 「${f.quote}」`);
}
