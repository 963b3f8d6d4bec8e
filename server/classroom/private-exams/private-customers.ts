import { schoolOf } from '#classroom/accounts/school-of.ts';
import type { Seals } from '#classroom/exams/seals.ts';
import type { Principal } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import { practiceCard } from '#drills/catalog/practice-card.ts';
import type { DrillOpening } from '#drills/runner/ports.ts';
import type { Storage } from '#storage/storage.ts';
import type { PrivateView } from './private-view.ts';

/** Story minutes to a minute, as in a class's exam. */
const PACE = 20;

type Needs = { storage: Storage; runner: Pick<DrillOpening, 'open'>; seals: Pick<Seals, 'sealsFor'> };

/** Opens the drill of an exam's customers, or tells the one that is there. */
export const openCustomers = async (
  { storage, runner, seals }: Needs,
  { exam, content, parts, drill }: PrivateView,
  principal: Principal,
): Promise<Reply<{ drill: string }>> => {
  if (drill !== null) return { ok: true, value: { drill: drill.id } };
  const part = parts.find(({ kind }) => kind === 'customers');
  if (part?.state === 'locked') return refused('part-locked');
  if (part?.state !== 'ready') return refused('part-over');
  const sealed = await seals.sealsFor(principal);
  if (content.cases.some((one) => sealed.has(one))) return refused('case-in-exam');
  const practising = { guest: exam.guest, person: exam.person };
  const opened = await runner.open({
    ...{ guest: exam.guest, scenarios: content.cases, seed: content.seed, mode: 'exam', place: null },
    from: { school: await schoolOf(storage, principal), versions: [] },
    card: await practiceCard(storage, practising, content.cases),
    setting: { pace: PACE, arrivals: 'spaced', minutes: part.minutes, incidents: [], ownClock: true },
  });
  if (!opened.ok) return opened;
  await storage.privateExams.putDrill(exam.id, opened.value.id);
  if (exam.person !== null) await storage.portfolio.claim(exam.guest, exam.person, [opened.value.id]);
  return { ok: true, value: { drill: opened.value.id } };
};
