/** What model trainees say in the testplans: plain talk on every subject, so that manner is learned apart from the subject. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

type Plan = Record<string, { replies?: { say?: unknown }[] } | undefined>;

/** Every reply of the plays named `model…` or `…model`, in the order of files. */
export const modelReplies = (folder = 'scenarios'): string[] => {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.testplan.yaml'))
    .sort()
    .flatMap((file) => {
      const plan = parse(readFileSync(join(folder, file), 'utf8')) as Plan;
      return Object.keys(plan)
        .filter((play) => play.includes('model'))
        .flatMap((play) => plan[play]?.replies ?? [])
        .flatMap(({ say }) => (typeof say === 'string' ? [say.trim()] : []));
    });
};
