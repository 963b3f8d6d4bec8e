/** Writes the skeleton of a case and its testplan, or says what is wrong with what was asked for. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from '#i18n/say.ts';
import type { Library } from '#library/load.ts';
import { caseText, testplanText, type Wanted } from './skeleton.ts';

export type CaseOptions = {
  /** `type/name` as typed. */
  id: string;
  shop: string | undefined;
  level: string | undefined;
  persona: string | undefined;
  /** Folder that holds `<type>/<name>.yaml`; the library's own `cases/` unless the author keeps it elsewhere. */
  to: string;
  /** Folder of the published schemas. */
  schemas: string;
};

const DEFAULT_SHOP = 'suibu';
const DEFAULT_PERSONA = 'anxious-first-buyer';

/** The two files written, or why not; nothing is ever overwritten. */
export const writeCase = (library: Library, asked: CaseOptions): { files: string[] } | { refused: string } => {
  const [type = '', name = '', ...rest] = asked.id.split('/');
  if (rest.length > 0 || !/^[a-z0-9][a-z0-9-]*$/.test(name))
    return { refused: say('commands:new.refused.id', { id: asked.id }) };
  if (!library.types.some(({ id }) => id === type)) return { refused: oneOf('type', type, library.types) };
  const level = asked.level ?? '1';
  if (!/^[1-5]$/.test(level)) return { refused: say('commands:new.refused.level', { level }) };
  const shops = [...library.shops.values()];
  const shop =
    shops.find(({ id }) => id === (asked.shop ?? DEFAULT_SHOP)) ?? (asked.shop === undefined ? shops[0] : undefined);
  if (shop === undefined) return { refused: oneOf('shop', asked.shop ?? '', shops) };
  const personas = [...library.personas.values()].sort((a, b) => a.id.localeCompare(b.id, 'en'));
  const persona =
    personas.find(({ id }) => id === (asked.persona ?? DEFAULT_PERSONA)) ??
    (asked.persona === undefined ? personas[0] : undefined);
  if (persona === undefined) return { refused: oneOf('persona', asked.persona ?? '', personas) };

  const file = join(asked.to, type, `${name}.yaml`);
  const plan = join(asked.to, type, `${name}.testplan.yaml`);
  const there = [file, plan].find((each) => existsSync(each));
  if (there !== undefined) return { refused: say('commands:new.refused.exists', { file: there }) };
  const wanted: Wanted = {
    id: `${type}/${name}`,
    type,
    level: Number(level),
    shop,
    persona: persona.id,
    schemas: schemasFrom(dirname(file), asked.schemas),
  };
  mkdirSync(dirname(file), { recursive: true });
  // `wx` fails if the file exists: two authors who choose one name at the same moment don't overwrite each other.
  writeFileSync(file, caseText(wanted), { flag: 'wx' });
  writeFileSync(plan, testplanText(wanted), { flag: 'wx' });
  return { files: [file, plan] };
};

/** Relative where the case stands in the project, so that it holds on every machine; else where the schemas are here. */
const schemasFrom = (folder: string, schemas: string): string => {
  const path = relative(folder, schemas).replaceAll('\\', '/');
  const isInside = /^(\.\.\/){3}docs\/schema$/.test(path);
  return isInside ? `${path}/` : `${pathToFileURL(schemas).href}/`;
};

const oneOf = (
  what: 'type' | 'shop' | 'persona',
  id: string,
  known: readonly { id: string; name: string }[],
): string => {
  return [say(`commands:new.refused.${what}`, { id }), ...known.map((each) => `  ${each.id} ${each.name}`)].join('\n');
};
