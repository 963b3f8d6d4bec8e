/** 绩效试算 of a term: worked out anew whenever it is read, kept nowhere (RULES R7, R8). */
import { newId } from '#classroom/accounts/ids.ts';
import { ownTerm } from '#classroom/own-terms/own-terms.ts';
import { playedRuns } from '#classroom/terms/faults.ts';
import type { KeptRow } from '#classroom/terms/kept-row.ts';
import { namesOf } from '#classroom/terms/people-of-term.ts';
import { askingTrainee, readsRow } from '#classroom/terms/published/whose-sheets.ts';
import { currentVersion, publishedRow, versionBodyIn } from '#classroom/terms/published-versions.ts';
import { rulesOf } from '#classroom/terms/rules.ts';
import { type SheetNeeds, sheetRows } from '#classroom/terms/sheet.ts';
import { runsIn, termRow } from '#classroom/terms/term-items.ts';
import type { ClassTerm } from '#classroom/terms/terms.ts';
import type { Principal, SignedIn } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { OwnPay, PayRules, PaySlip, TermPay } from '#contract/terms/pay.ts';
import type { SheetRules } from '#contract/terms/sheet.ts';
import type { StoredStep } from '#storage/evaluation.ts';
import { DEFAULT_PAY, paySlip } from './pay-slip.ts';

const OPENED = 'opened';
const SHUT = 'shut';

type SheetFigures = { sheet: SheetRules; rows: readonly KeptRow[]; published: number | null };

/** The published sheet where its trainees have one, else the sheet as it is now. */
export const figuresFrom = async (needs: SheetNeeds, found: ClassTerm): Promise<SheetFigures> => {
  const { term } = found;
  const version = await currentVersion(needs, term.id);
  if (version === null) return { sheet: rulesOf(term), rows: await sheetRows(needs, found), published: null };
  const stored = await needs.storage.publishedSheets.rows(term.id, version.version);
  const rows = stored.map((row) => publishedRow(row).row);
  return { sheet: versionBodyIn(version).rules, rows, published: version.version };
};

const payRulesOf = async ({ storage }: Pick<SheetNeeds, 'storage'>, term: string) => {
  const { version, body } = await storage.evaluation.rules(term, 'pay');
  return { version, own: body !== null, rules: body === null ? DEFAULT_PAY : (body as PayRules) };
};

const slipsOf = async (
  needs: SheetNeeds,
  found: ClassTerm,
  rules: PayRules,
  { sheet, rows }: SheetFigures,
): Promise<PaySlip[]> => {
  const played = await playedRuns(needs, runsIn(found.term, found.runs), needs.clock.now());
  const redLines = (person: string): number =>
    played
      .flatMap(({ drills }) => drills)
      .filter(({ by }) => by === person)
      .flatMap(({ result }) => result.faults)
      .filter(({ code }) => code.startsWith('red-line:'))
      .reduce((sum, { count }) => sum + count, 0);
  return rows.map((row) => paySlip(rules, sheet, row, redLines(row.person)));
};

const isOpen = (steps: readonly StoredStep[]): boolean => steps.at(-1)?.step === OPENED;

/** `tried`: coefficients that somebody looks at before saving them; null: those that hold. */
export const termPay = async (needs: SheetNeeds, found: ClassTerm, tried: PayRules | null = null): Promise<TermPay> => {
  const { schoolClass, term, runs } = found;
  const { version, own, rules } = await payRulesOf(needs, term.id);
  const figures = await figuresFrom(needs, found);
  const steps = await needs.storage.evaluation.steps(term.id, 'pay');
  const last = steps.at(-1);
  const opened = isOpen(steps);
  const nameOf = await namesOf(needs, last === undefined ? [] : [last.by]);
  return {
    class: { id: schoolClass.id, name: schoolClass.name },
    ...{ term: termRow(term, runs), version, own, rules: tried ?? rules, published: figures.published, opened },
    openedBy: opened && last !== undefined ? { by: nameOf(last.by), at: last.at } : null,
    slips: await slipsOf(needs, found, tried ?? rules, figures),
  };
};

export const changePay = async (
  { storage }: Pick<SheetNeeds, 'storage'>,
  { term }: Pick<ClassTerm, 'term'>,
  { version, rules }: { version: number; rules: PayRules | null },
): Promise<Reply<{ version: number }>> => {
  const isStored = await storage.evaluation.putRules(term.id, 'pay', version + 1, rules);
  return isStored ? { ok: true, value: { version: version + 1 } } : refused('pay-changed');
};

/** Opened, each trainee reads their own; refused where a colleague has done it meanwhile. */
export const openPay = (
  { storage, clock }: Pick<SheetNeeds, 'storage' | 'clock'>,
  { term }: Pick<ClassTerm, 'term'>,
  { id }: Pick<SignedIn, 'id'>,
  { from, to }: { from: boolean; to: boolean },
): Promise<Reply<{ opened: boolean }>> => {
  const { evaluation, locks } = storage;
  return locks.hold(`pay ${term.id}`, async (): Promise<Reply<{ opened: boolean }>> => {
    if (isOpen(await evaluation.steps(term.id, 'pay')) !== from) return refused('pay-changed');
    const step = to ? OPENED : SHUT;
    await evaluation.addStep({ id: newId('z'), term: term.id, kind: 'pay', step, by: id, at: clock.now() });
    return { ok: true, value: { opened: to } };
  });
};

/** Of whoever the principal is by the rule of published sheets, and nobody else's. */
export const ownPay = async (needs: SheetNeeds, principal: Principal, term: string): Promise<Reply<OwnPay>> => {
  const person = await askingTrainee(needs, principal);
  const found = await ownTerm(needs, person, term);
  if (!found.ok) return found;
  if (person === null || !(await readsRow(needs, principal, { term, person }))) return refused('unknown-term');
  const { id, name } = found.value.term;
  if (!isOpen(await needs.storage.evaluation.steps(term, 'pay')))
    return { ok: true, value: { term: { id, name }, slip: null, published: null } };
  const { slips, published } = await termPay(needs, found.value);
  return {
    ok: true,
    value: { term: { id, name }, slip: slips.find((slip) => slip.person === person) ?? null, published },
  };
};
