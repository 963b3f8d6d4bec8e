/** Writes the skeleton of a case and its testplan, or says what is wrong with what was asked for. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Library } from '#library/load.ts';
import { caseText, testplanText, type Wanted } from './skeleton.ts';

export type Asked = {
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
export function writeCase(library: Library, asked: Asked): { files: string[] } | { refused: string } {
  const [type = '', name = '', ...rest] = asked.id.split('/');
  if (rest.length > 0 || !/^[a-z0-9][a-z0-9-]*$/.test(name))
    return { refused: `「${asked.id}」写成 类型/名字，名字用小写字母、数字和连字符，如 return-dispute/washed-shirt` };
  if (!library.types.some(({ id }) => id === type)) return { refused: oneOf('类型', type, library.types) };
  const level = asked.level ?? '1';
  if (!/^[1-5]$/.test(level)) return { refused: `没有级别 ${level}：1 到 5` };
  const shops = [...library.shops.values()];
  const shop =
    shops.find(({ id }) => id === (asked.shop ?? DEFAULT_SHOP)) ?? (asked.shop === undefined ? shops[0] : undefined);
  if (shop === undefined) return { refused: oneOf('店铺', asked.shop ?? '', shops) };
  const personas = [...library.personas.values()].sort((a, b) => a.id.localeCompare(b.id, 'en'));
  const persona =
    personas.find(({ id }) => id === (asked.persona ?? DEFAULT_PERSONA)) ??
    (asked.persona === undefined ? personas[0] : undefined);
  if (persona === undefined) return { refused: oneOf('人设', asked.persona ?? '', personas) };

  const file = join(asked.to, type, `${name}.yaml`);
  const plan = join(asked.to, type, `${name}.testplan.yaml`);
  const there = [file, plan].find((each) => existsSync(each));
  if (there !== undefined) return { refused: `${there} 已经有了：换个名字，或先把它挪走` };
  const wanted: Wanted = {
    id: `${type}/${name}`,
    type,
    level: Number(level),
    shop,
    persona: persona.id,
    schemas: schemasFrom(dirname(file), asked.schemas),
  };
  mkdirSync(dirname(file), { recursive: true });
  // `wx`: two authors who choose one name at the same moment don't lose either's words.
  writeFileSync(file, caseText(wanted), { flag: 'wx' });
  writeFileSync(plan, testplanText(wanted), { flag: 'wx' });
  return { files: [file, plan] };
}

/** Relative where the case stands in the project, so that it holds on every machine; else where the schemas are here. */
function schemasFrom(folder: string, schemas: string): string {
  const path = relative(folder, schemas).replaceAll('\\', '/');
  const inside = /^(\.\.\/){3}docs\/schema$/.test(path);
  return inside ? `${path}/` : `${pathToFileURL(schemas).href}/`;
}

function oneOf(what: string, id: string, known: readonly { id: string; name: string }[]): string {
  return [`没有${what} ${id}，有的是：`, ...known.map((each) => `  ${each.id} ${each.name}`)].join('\n');
}
