/** A blind play as its player leaves it: one YAML file of a folder, `PLAYER/NAME.yaml`, written after every step. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { repliesFile } from '#library/schema/testplan.ts';
import { KINDS } from '#scripts/fairness/stored.ts';

/** `PLAYER/NAME`. Readers see the name, so it may not say which kind of trainee it is. */
export const playName = z
  .string()
  .regex(/^[a-z0-9]{1,12}\/[a-z0-9][a-z0-9-]{0,30}$/, '写成 演的人/场次，如 a/1，只用小写字母、数字和短横')
  .refine((name) => !KINDS.some((kind) => name.includes(kind)), '名字里不要写是哪一种学员，读的人看得见');

const plant = z.strictObject({
  says: z.string().trim().min(1).max(500),
  /** How many replies had been sent when it was written down. */
  before: z.int().nonnegative(),
});
const playFile = z.strictObject({
  scenario: z.string(),
  /** Which variant of a case that varies, by its card in the common deck; 0 is the usual one. */
  card: z.int().nonnegative().default(0),
  kind: z.enum(KINDS),
  replies: repliesFile,
  plants: z.array(plant),
  /** The player said that nothing more would come. */
  left: z.boolean(),
});
export type PlayFile = z.output<typeof playFile>;
/** `name` is `PLAYER/NAME`. */
export type NamedPlay = { name: string; play: PlayFile };

const pathOf = (folder: string, name: string): string => join(folder, `${name}.yaml`);

/** The play of that name; null where nobody has opened it. Throws where the file isn't a play. */
export const readPlay = (folder: string, name: string): PlayFile | null => {
  const path = pathOf(folder, name);
  return existsSync(path) ? playFile.parse(parse(readFileSync(path, 'utf8'))) : null;
};

/** Writes the whole file or nothing: somebody who reads the folder never meets half a file. */
export const writePlay = (folder: string, name: string, play: PlayFile): void => {
  const path = pathOf(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, stringify(play));
  renameSync(`${path}.new`, path);
};

/** Every play of the folder, or of one player, by name. */
export const playsIn = (folder: string, player?: string): NamedPlay[] => {
  if (!existsSync(folder)) return [];
  const players = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && (player === undefined || entry.name === player),
  );
  return players
    .flatMap((entry) =>
      readdirSync(join(folder, entry.name))
        .filter((file) => file.endsWith('.yaml'))
        .map((file) => `${entry.name}/${file.slice(0, -'.yaml'.length)}`),
    )
    .filter((name) => playName.safeParse(name).success)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .flatMap((name) => {
      const play = readPlay(folder, name);
      return play === null ? [] : [{ name, play }];
    });
};
