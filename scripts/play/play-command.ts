/** The command `play` behind its arguments: finds what is to be played, plays it and prints it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Play, playDrill } from '#authoring/play-drill.ts';
import type { Report } from '#contract/report.ts';
import type { RushRound } from '#drills/catalog/rush-round.ts';
import { MAX_CUSTOMERS } from '#engine/model/rush.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { shopBody } from '#http/bodies/shop-body.ts';
import { say } from '#i18n/say.ts';
import { contentFor, type Library, loadLibrary } from '#library/load.ts';
import { type Reply, repliesFile, toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { makeReport } from '#scoring/report.ts';
import { startLine, stateLine, threadLines, untilNextBurst } from './as-trainee.ts';
import { playBatch } from './batch.ts';
import { doubtLines } from './doubt-lines.ts';
import { faultIn, scenarioId } from './replies-fit.ts';
import { rushOf } from './rush.ts';
import { shopLines } from './shop-lines.ts';
import { dealsIn, traineeReplies, variantsIn } from './trainee-replies.ts';

const SEED = z.coerce.number().int().min(0).max(2_147_483_647);

type Values = {
  replies?: string | undefined;
  trainee?: string | undefined;
  'words-of-seed'?: string | undefined;
  seed: string;
  mode: string;
  json: boolean;
  'as-trainee': boolean;
  shop: boolean;
  rush?: string | undefined;
  level: string;
  'rush-shop': string;
  capacity?: string | undefined;
  batch?: string | undefined;
};
/** What the command line says. `usage`: how it is written. */
type Asked = { values: Values; positionals: readonly string[]; usage: string };

/** What is asked for can't be played; the message says why. */
export class PlayRefused extends Error {}
const stop = (message: string): never => {
  throw new PlayRefused(message);
};

/** Plays what is asked for and prints it. Rejects with PlayRefused where it can't be played. */
export const play = async (asked: Asked): Promise<void> => {
  const { library } = loadLibrary('scenarios');
  if (asked.values.batch === undefined) await playOne(library, asked);
  else playMany(library, asked, asked.values.batch);
};

const playMany = (library: Library, { values, positionals, usage }: Asked, file: string): void => {
  if (positionals.length > 0 || values.replies) stop(usage);
  const refused = playBatch(library, linesOf(file), (line) => console.log(line));
  // Not exit(): what is still on its way into a pipe would be lost.
  process.exitCode = refused > 0 ? 1 : 0;
};

const linesOf = (file: string): string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    return stop(`batch-unreadable: ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const repliesIn = (file: string): Reply[] => {
  const authored = repliesFile.safeParse(yamlIn(file) ?? []);
  return authored.success ? toReplies(authored.data) : stop(`replies-invalid: ${z.prettifyError(authored.error)}`);
};

const yamlIn = (file: string): unknown => {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return stop(`replies-unreadable: ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const playOne = async (library: Library, { values, positionals, usage }: Asked): Promise<void> => {
  const mode = z.enum(['practice', 'lesson', 'exam']).safeParse(values.rush === undefined ? values.mode : 'practice');
  const seed = SEED.safeParse(values.seed);
  const wordsOfSeed = SEED.safeParse(values['words-of-seed'] ?? values.seed);
  if (
    (positionals.length === 0) === (values.rush === undefined) ||
    (values.replies === undefined) === (values.trainee === undefined)
  )
    stop(usage);
  if (!mode.success) stop('--mode: practice, lesson or exam');
  if (!seed.success) stop('--seed: a whole number from 0');
  if (!wordsOfSeed.success) stop('--words-of-seed: a whole number from 0');
  const rush = values.rush === undefined ? undefined : await rushNamed(library, values, values.rush, seed.data ?? 1);
  const scenarios =
    rush?.customers.map(({ scenario }) => scenario) ??
    positionals.map((name) => scenarioId(library, name) ?? stop(`unknown-scenario: no scenario ${name}`));
  const { data, hash } = contentFor(library, [...new Set(scenarios)], cardOfSeed(seed.data ?? 1), rush?.deals);
  const replies =
    values.trainee === undefined
      ? repliesIn(values.replies ?? '')
      : (traineeReplies(library, scenarios, values.trainee, wordsOfSeed.data ?? 1, dealsIn(data, rush?.deals)) ??
        stop(`unknown-trainee: no trainee ${values.trainee} in the testplans of ${scenarios.join(', ')}`));
  const fault = faultIn(data, replies);
  if (fault !== null) stop(`replies-invalid: ${fault}`);
  const content = prepare(data);
  const events = played(content, {
    scenarios,
    replies,
    seed: seed.data ?? 1,
    mode: mode.data ?? 'lesson',
    contentHash: hash,
    ...(rush && { rush }),
  });
  if (values['as-trainee']) printForTrainee(content, events, values.shop);
  else printReport(content, events, values.json);
};

const rushNamed = async (library: Library, values: Values, profile: string, seed: number): Promise<RushRound> => {
  const level = z.coerce
    .number()
    .pipe(z.union([z.literal(1), z.literal(2), z.literal(3)]))
    .safeParse(values.level);
  const capacity = z.coerce.number().int().min(1).max(MAX_CUSTOMERS).optional().safeParse(values.capacity);
  if (!level.success) stop('--level: 1, 2 or 3');
  if (!capacity.success) stop(`--capacity: 1 to ${MAX_CUSTOMERS}`);
  const rush = await rushOf(library, {
    ...{ profile, seed, shop: values['rush-shop'], level: level.data ?? 2, capacity: capacity.data ?? null },
  });
  return typeof rush === 'string' ? stop(rush) : rush;
};

const played = (content: Content, play: Play): ReturnType<typeof playDrill> => {
  try {
    return playDrill(content, play);
  } catch (error) {
    return stop(`play-stopped: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const printForTrainee = (content: Content, events: ReturnType<typeof playDrill>, withShop: boolean): void => {
  for (const scenario of content.data.scenarios) {
    console.log(startLine(scenario));
    const shop = withShop ? shopBody(content.data, scenario.shop) : null;
    if (shop) console.log(`${shopLines(shop).join('\n')}\n`);
  }
  const shown = untilNextBurst(events);
  console.log([...threadLines(content, shown), stateLine(shown)].join('\n').trimEnd());
};

const printReport = (content: Content, events: ReturnType<typeof playDrill>, asJson: boolean): void => {
  const report = makeReport(content.data, events);
  if (asJson) {
    const { score, range, dimensions, measures, findings, ledger, rush } = report;
    console.log(
      JSON.stringify({
        ...{ score, range, dimensions, measures, findings, ledger, verdict: report.verdict },
        ...{ variant: variantsIn(content.data), events },
        ...(rush && { rush }),
      }),
    );
    return;
  }
  console.log(`${report.score} (${report.range.join('–')})  ${report.verdict}`);
  if (report.rush) console.log(rushLines(report.rush).join('\n'));
  for (const line of report.transcript)
    console.log(
      `${(line.at / 1000).toFixed(1).padStart(7)}  ${line.by.padEnd(9)} ${line.place === undefined ? '' : say(`commands:play.place.${line.place}`)}${spoken(line)}${line.findings.length > 0 ? `  [${line.findings.join(' ')}]` : ''}`,
    );
  for (const dimension of report.dimensions)
    console.log(
      `${dimension.name} ${dimension.marks ?? '–'} / ${dimension.weight} (${dimension.taken} / ${dimension.offered})`,
    );
  for (const finding of report.findings) console.log(say('commands:play.finding', finding));
  for (const line of doubtLines(report)) console.log(line);
};

/** What became of who came, where it broke first, and the way of the dial. */
const rushLines = ({ said, broke, dial }: NonNullable<Report['rush']>): string[] => {
  return [
    said,
    ...(broke === null ? [] : [broke.said, broke.todo]),
    ...dial.map((turn) => `${(turn.at / 1000).toFixed(1).padStart(7)}  ${turn.said}`),
  ];
};

const spoken = ({ name, text }: { name?: string | undefined; text: string }): string => {
  const line = text.replaceAll('\n', ' ⏎ ');
  return name === undefined ? line : say('commands:play.named', { name, text: line });
};
