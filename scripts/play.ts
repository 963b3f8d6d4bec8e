/**
 * `npm run -s play -- ID… --replies FILE [--seed N] [--mode M] [--json | --as-trainee] [--lang zh|en]`,
 * `play -- ID… --trainee NAME [--seed N] [--words-of-seed M]`, `play -- --batch FILE`,
 * `play -- --rush PROFILE [--level N] [--rush-shop ID] [--capacity N] --trainee NAME`
 */
import { readArguments, stop } from './read-arguments.ts';

const USAGE = [
  'usage: npm run -s play -- ID… --replies FILE [--seed N] [--mode practice|lesson|exam] [--json | --as-trainee [--shop]] [--lang zh|en]',
  '       npm run -s play -- ID… --trainee NAME [--seed N] [--words-of-seed M] …   a trainee of the testplans',
  '       npm run -s play -- --rush PROFILE [--level 1|2|3] [--rush-shop ID] [--capacity N] --trainee NAME …   a rush in place of ID…',
  '       npm run -s play -- --batch FILE   one {id, scenarios, replies | trainee, wordsOfSeed?, seed?, mode?, bell?: seconds} a line',
  '',
  '--replies: a YAML file whose top level is a list, in order; to: a beat, an open question or any; after: from the end of the burst',
  '  - {to: any, after: 12s, say: 在的，您说}',
  '  - {to: any, after: 20s, do: [{action: check-order}], say: [查到了, 今天发出]}',
].join('\n');

const { values, positionals } = readArguments(USAGE, {
  allowPositionals: true,
  options: {
    replies: { type: 'string' },
    trainee: { type: 'string' },
    'words-of-seed': { type: 'string' },
    seed: { type: 'string', default: '1' },
    mode: { type: 'string', default: 'lesson' },
    json: { type: 'boolean', default: false },
    'as-trainee': { type: 'boolean', default: false },
    shop: { type: 'boolean', default: false },
    rush: { type: 'string' },
    level: { type: 'string', default: '2' },
    'rush-shop': { type: 'string', default: 'suibu' },
    capacity: { type: 'string' },
    batch: { type: 'string' },
    lang: { type: 'string' },
  },
});

// Only now, so that a wrong word is told at once: the product takes three seconds of processor time to load from its sources.
const { play, PlayRefused } = await import('#scripts/play/play-command.ts');
try {
  await play({ values, positionals, usage: USAGE });
} catch (error) {
  if (!(error instanceof PlayRefused)) throw error;
  stop(error.message);
}
