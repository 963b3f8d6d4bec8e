/** A school's list of standards, and what of one stands on a certificate (RULES A23). */
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { CertificateFacts } from '#contract/exams/certificates.ts';
import { STANDARD_TARGETS, type Standard, type StandardLine, type Standards } from '#contract/exams/standards.ts';
import { say } from '#i18n/say.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Pick<Storage, 'certificates' | 'people'>; clock: Pick<Clock, 'now'> };

/** Samples of how such a list looks, in the reader's language. A school puts the words of its own copy in their place. */
const samples = (): Standard[] => [
  {
    id: '1x',
    name: say('standards:sample.1x.name'),
    words: {
      paper: say('standards:sample.1x.paper'),
      typing: say('standards:sample.1x.typing'),
      customers: say('standards:sample.1x.customers'),
      solving: say('standards:sample.1x.solving'),
      expression: say('standards:sample.1x.expression'),
    },
  },
  {
    id: 'copc',
    name: say('standards:sample.copc.name'),
    words: {
      response: say('standards:sample.copc.response'),
      solving: say('standards:sample.copc.solving'),
      operation: say('standards:sample.copc.operation'),
      manner: say('standards:sample.copc.manner'),
    },
  },
];

export const standardsOf = async ({ storage }: Pick<Needs, 'storage'>, school: string): Promise<Standards> => {
  const stored = await storage.certificates.standards(school);
  if (stored === null) return { version: 0, standards: samples(), own: false, by: null, at: null };
  const by = await storage.people.person(stored.by);
  return { version: stored.version, standards: [...stored.body], own: true, by: by?.name ?? null, at: stored.at };
};

/** Refused with `standards-changed` where somebody else has saved since `version` was read. */
export const saveStandards = async (
  needs: Needs,
  { school, by, version, standards }: { school: string; by: string; version: number; standards: readonly Standard[] },
): Promise<Reply<Standards>> => {
  const isCurrent = ((await needs.storage.certificates.standards(school))?.version ?? 0) === version;
  const stored = { school, version: version + 1, body: standards, by, at: needs.clock.now() };
  if (!isCurrent || !(await needs.storage.certificates.putStandards(stored))) return refused('standards-changed');
  return { ok: true, value: await standardsOf(needs, school) };
};

/** The lines of a standard that the exam had something of, in the order of the list of targets. */
export const mappedLines = (
  { words }: Standard,
  { parts, questions, contest, score, dimensions }: Omit<CertificateFacts, 'school' | 'standard' | 'standardLines'>,
): StandardLine[] => {
  if (contest !== undefined) return [];
  const whole = parts === undefined ? (questions === undefined ? 'customers' : 'paper') : null;
  return STANDARD_TARGETS.flatMap((target): StandardLine[] => {
    const own = words[target];
    if (own === undefined) return [];
    if (target === whole) return [{ target, words: own, mark: score }];
    const part = parts?.find(({ kind }) => kind === target);
    if (part !== undefined) return [{ target, words: own, mark: part.mark }];
    const dimension = dimensions.find(({ id }) => id === target);
    return dimension === undefined || dimension.percent === null
      ? []
      : [{ target, words: own, mark: dimension.percent }];
  });
};
