import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type PolicyReading, policyReadingsFile } from '#library/schema/policy-readings.ts';

export const POLICY_READINGS_FOLDER = join(import.meta.dirname, '../../../scenarios/policy-readings');

/** With the shop whose card it is. */
export type ShopReading = PolicyReading & { shop: string };

/** All that ship, by id, in the files' order. Throws where a file isn't as it should be, or an id stands twice. */
export const readPolicyReadings = (folder = POLICY_READINGS_FOLDER): ReadonlyMap<string, ShopReading> => {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .flatMap((name) => {
      const { shop, readings } = policyReadingsFile.parse(parse(readFileSync(join(folder, name), 'utf8')));
      return readings.map((reading) => ({ ...reading, shop }));
    });
  const byId = new Map(all.map((reading) => [reading.id, reading]));
  if (byId.size !== all.length) throw new Error('a policy reading’s id stands twice');
  return byId;
};
