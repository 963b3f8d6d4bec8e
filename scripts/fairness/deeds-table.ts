/** Prints in how many places the deeds of every testplan's trainee cost (`deeds.ts`). `--of CODE` shows those of one kind. */
import { playDrill } from '#authoring/play-drill.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor, loadLibrary } from '#library/load.ts';
import { type Deed, deedsOf } from './deeds.ts';
import { EFFORTLESS } from './effortless.ts';

type Played = { id: string; who: string; deeds: Deed[] };

const { library } = loadLibrary('scenarios');
const played = [...library.testplans].flatMap(([id, plan]): Played[] => {
  const { data, hash } = contentFor(library, [id]);
  const content = prepare(data);
  const [scenario] = data.scenarios;
  const lazy = EFFORTLESS.flatMap((lazyPlay) => {
    const replies = scenario && lazyPlay.bell === undefined ? lazyPlay.replies(scenario, data, plan) : null;
    return replies === null ? [] : [{ who: lazyPlay.who, replies }];
  });
  const trainees = [...Object.entries(plan).map(([who, { replies }]) => ({ who, replies })), ...lazy];
  return trainees.map(({ who, replies }) => {
    const events = playDrill(content, { scenarios: [id], replies, seed: 1, mode: 'lesson', contentHash: hash });
    return { id, who, deeds: deedsOf(data, events) };
  });
});

const lazy = new Set(EFFORTLESS.map((lazyPlay) => lazyPlay.who));
const table = (name: string, own: readonly Played[]): void => {
  const deeds = own.flatMap((play) => play.deeds);
  const beyond = deeds.reduce((sum, deed) => sum + deed.beyond, 0);
  const marks = deeds.reduce((sum, deed) => sum + deed.marks, 0);
  const many = [1, 2, 3, 4].map(
    (n) => deeds.filter((deed) => (n === 4 ? deed.places.length >= n : deed.places.length === n)).length,
  );
  console.info(
    `${name}: ${own.length} drills, ${deeds.length} deeds, in 1 2 3 4+ places: ${many.join(' ')}; ${marks.toFixed(0)} marks lost, ${beyond.toFixed(0)} beyond the dearest place`,
  );
};
table(
  'testplans',
  played.filter(({ who }) => !lazy.has(who)),
);
table(
  'effortless',
  played.filter(({ who }) => lazy.has(who)),
);

/** The places that most often cost together, among testplans. */
const together = new Map<string, { times: number; beyond: number; where: string }>();
for (const { id, who, deeds } of played.filter((play) => !lazy.has(play.who)))
  for (const { places, beyond } of deeds.filter((deed) => deed.places.length > 1)) {
    const key = places.join(' + ');
    const known = together.get(key) ?? { times: 0, beyond: 0, where: `${id} ${who}` };
    together.set(key, { ...known, times: known.times + 1, beyond: known.beyond + beyond });
  }
const ROWS = 45;
for (const [key, { times, beyond, where }] of [...together]
  .toSorted((a, b) => b[1].beyond - a[1].beyond)
  .slice(0, ROWS))
  console.info(`${beyond.toFixed(0).padStart(5)} ${String(times).padStart(4)}×  ${key}   (${where})`);
