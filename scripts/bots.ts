/**
 * `npm run -s bots -- --url U --seats N [--code C]`: simulated trainees through real sockets, from model to poor.
 * With a code they join that run: of a lesson they stay for its replay task; an exam, a paper or homework they do to its end.
 * Without one each practises cases of the library. Ends when all are done, or by Ctrl+C.
 */
import { z } from 'zod';
import type { Card } from '#library/variations/card.ts';
import type { Bot } from '#scripts/bots/bot.ts';
import { readArguments, stop } from './read-arguments.ts';

const USAGE = `usage: npm run -s bots -- --url http://localhost:3000 --seats 40 [--code 482913]
  --haste 2      answers twice as fast as a plan says (default 1)
  --customers 2  customers at once when practising without a code, 1–3 (default 1)
  --lose 60,20   half of them lose their line after 60 s, for 20 s
  --for 300      ends after so many seconds
  --json         one JSON value at the end, nothing else`;

const number = (least: number, most: number) => z.coerce.number().min(least).max(most);
const schema = z.object({
  url: z.url({ protocol: /^https?$/ }),
  seats: number(1, 2000).int(),
  code: z
    .string()
    .transform((text) => text.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/))
    .optional(),
  haste: number(0.1, 20).default(1),
  customers: number(1, 3).int().default(1),
  lose: z
    .string()
    .regex(/^\d+,\d+$/)
    .optional(),
  for: number(1, 86_400).optional(),
  json: z.boolean().default(false),
});

const text = { type: 'string' } as const;
const { values } = readArguments(USAGE, {
  options: {
    ...{ url: text, seats: text, code: text, haste: text, customers: text, lose: text, for: text },
    json: { type: 'boolean' },
  },
});
const parsed = schema.safeParse(values);
if (!parsed.success) stop(`${z.prettifyError(parsed.error)}\n${USAGE}`);
const options = parsed.data ?? stop(USAGE);

// Only now: a wrong word is told before the product is loaded.
const [
  { toCatalogData },
  { loadLibrary },
  { COMMON_DECK },
  { createBot },
  { doHomework, sitExam, sitPaper },
  { createTraineeClient },
  { KINDS },
  { createTally },
  { playedOn },
] = await Promise.all([
  import('#drills/catalog/to-catalog.ts'),
  import('#library/load.ts'),
  import('#library/variations/card.ts'),
  import('#scripts/bots/bot.ts'),
  import('#scripts/bots/exam.ts'),
  import('#scripts/bots/http-client.ts'),
  import('#scripts/bots/replies.ts'),
  import('#scripts/bots/tally.ts'),
  import('#scripts/bots/variant.ts'),
]);
const loaded = loadLibrary('scenarios').library;
/** With the questions that the server makes of the shops' data. */
const library = { ...loaded, bank: toCatalogData(loaded).bank };
const tally = createTally();
const bots: Bot[] = [];
/** What ends by itself: exams, papers and homework being done. */
const sittings: Promise<void>[] = [];
const say = (line: string): void => {
  if (!options.json) console.log(line);
};

/** Milliseconds between two arrivals: a whole class doesn't come in one instant. */
const APART_MS = 40;
/** Pace by seat, from a fifth slower to a fifth faster: even two trainees of one kind don't work at one speed. */
const paceOf = (index: number): number => 0.8 + ((index * 7) % 11) * 0.04;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Cards that are looked through beside a seat's likely one: as many as a class has seats. */
const CARDS = 64;
/**
 * A seat's card is its place in the run; a class that all meet the same has the first. Beyond a class's size a bot has the
 * usual words: a thousand variants would keep this process from answering.
 */
const cardsOf = (deck: string, likely: number): Card[] =>
  (likely < CARDS ? [...new Set([likely, ...Array.from({ length: CARDS }, (_, place) => place)])] : [0]).map(
    (card) => ({ deck, card }),
  );

const seat = async (index: number): Promise<void> => {
  const client = createTraineeClient(options.url);
  const kind = KINDS[index % KINDS.length] ?? 'middling';
  const haste = options.haste * paceOf(index);
  const make = (cards: readonly Card[]): Bot => {
    const { url } = options;
    const bot = createBot({ url, cookie: client.cookie(), library, kind, haste, tally, cards });
    bots.push(bot);
    return bot;
  };
  if (options.code === undefined) {
    const cards = await client.scenarios();
    if (!cards.ok) return stop(`${cards.error.code}: ${cards.error.message}`);
    const ids = cards.value.map(({ id }) => id);
    const mine = Array.from(
      { length: Math.min(options.customers, ids.length) },
      (_, i) => ids[(index + i) % ids.length],
    );
    const opened = await client.openDrill(
      mine.filter((id) => id !== undefined),
      index,
    );
    if (!opened.ok) return stop(`${opened.error.code}: ${opened.error.message}`);
    make([{ deck: COMMON_DECK, card: index }]).serve(opened.value.id, true);
    return;
  }
  const run = await client.join(options.code);
  if (!run.ok) return stop(`${run.error.code}: ${run.error.message}`);
  const { roster, walkIn } = run.value;
  const free = roster.find(({ taken }) => !taken);
  if (free === undefined && !walkIn) return say(`${index + 1}: no free seat`);
  const name = `机器人 ${String(index + 1).padStart(2, '0')}`;
  const claimed = await client.claim(options.code, free === undefined ? { name } : { seat: free.seat });
  if (!claimed.ok) return stop(`${claimed.error.code}: ${claimed.error.message}`);
  const { id, parts, paper, homework } = run.value.run;
  const cards = cardsOf(id, free === undefined ? index : roster.indexOf(free));
  // Made now, so that no customer waits for it.
  const [likely] = cards;
  if (likely !== undefined) for (const one of claimed.value.run.scenarios) playedOn(library, one, likely);
  const bot = make(cards);
  const sitting = { client, bot, seat: claimed.value.seat.id, index, library, kind, haste, tally };
  if (parts !== undefined) sittings.push(sitExam(sitting));
  else if (paper !== undefined) sittings.push(sitPaper(sitting));
  else if (homework !== undefined) sittings.push(doHomework(sitting));
  else bot.sit(sitting.seat);
};

const finish = (): void => {
  for (const bot of bots) bot.close();
  const figures = { seats: bots.length, ...tally.figures() };
  console.log(options.json ? JSON.stringify(figures) : figures);
  process.exit(0);
};
process.on('SIGINT', finish);
process.on('SIGTERM', finish);

try {
  for (let index = 0; index < options.seats; index += 1) {
    await seat(index);
    await pause(APART_MS);
  }
} catch (error) {
  stop(`${options.url}: ${error instanceof Error ? error.message : String(error)}`);
}
say(`${bots.length} seats`);
if (options.lose !== undefined) {
  const [after = 0, ms = 0] = options.lose.split(',').map((part) => Number(part) * 1000);
  setTimeout(() => {
    for (const [index, bot] of bots.entries()) if (index % 2 === 0) bot.lose(ms);
  }, after);
}
if (sittings.length > 0) void Promise.all(sittings).then(finish);
if (options.for !== undefined) setTimeout(finish, options.for * 1000);
setInterval(() => {
  const { connected, sent, actions, customerLines, refused, ackP99, parts } = tally.figures();
  const done = Object.entries(parts ?? {}).map(([kind, part]) => ` · ${kind} ${part.done} done`);
  say(
    `${connected} connected · ${sent} messages · ${actions} actions · ${customerLines} customer lines${done.join('')} · p99 ${ackP99 ?? '–'} ms · ${JSON.stringify(refused)}`,
  );
  if (options.code === undefined && bots.length > 0 && bots.every((bot) => bot.ended())) finish();
}, 5000);
