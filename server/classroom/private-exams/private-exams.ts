/** 个人模拟考: what somebody does with mock exams of their own, at a device or signed in, without a class (RULES O20). */
import { randomInt } from 'node:crypto';
import { schoolOf } from '#classroom/accounts/school-of.ts';
import { isSat } from '#classroom/exam-parts/seat-parts.ts';
import type { Seals } from '#classroom/exams/seals.ts';
import { newId } from '#classroom/run-log/run-entries.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { NewPrivateExam, PrivateExam, PrivateExamList } from '#contract/exams/private.ts';
import type { Typed, TypingSeat } from '#contract/exams/typing.ts';
import type { AnswerStored, PaperAnswer, PaperSeat } from '#contract/papers/papers.ts';
import { PART_KINDS } from '#contract/plans/exam.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { DrillControl, DrillOpening } from '#drills/runner/ports.ts';
import type { Storage } from '#storage/storage.ts';
import { createHeldExams } from './held-exams.ts';
import { type DrawnFor, drawPrivate } from './private-content.ts';
import { openCustomers } from './private-customers.ts';
import { answeredPaper, begunPaper, handedInPaper, paperBody } from './private-paper.ts';
import { drawResit } from './private-resit.ts';
import { begunTyping, putTyped, typingBody } from './private-typing.ts';
import { bestOf, bodyOf, type Family, type PrivateView, rowOf } from './private-view.ts';

type Needs = {
  storage: Storage;
  catalogs: Catalogs;
  runner: DrillOpening & DrillControl;
  seals: Pick<Seals, 'sealsFor' | 'questionsSealedFor'>;
  clock: Pick<Clock, 'now'>;
};
type Id = string;
export type PrivateExams = {
  list(principal: Principal): Promise<PrivateExamList>;
  /** `guest`: of the device, which the route makes where there is none. */
  begin(principal: Principal & { guest: string }, wish: NewPrivateExam): Promise<Reply<{ id: Id }>>;
  /** Opens what it failed to be sat again, drawn anew, or tells the re-sit that goes on (RULES O27). */
  resit(id: Id, principal: Principal): Promise<Reply<{ id: Id }>>;
  exam(id: Id, principal: Principal): Promise<Reply<PrivateExam>>;
  /** Gives up what isn't done. */
  end(id: Id, principal: Principal): Promise<Reply<PrivateExam>>;
  /** Opens the drill of its customers, or tells the one that is there. */
  customers(id: Id, principal: Principal): Promise<Reply<{ drill: string }>>;
  paper(id: Id, principal: Principal): Promise<Reply<PaperSeat>>;
  beginPaper(id: Id, principal: Principal): Promise<Reply<PaperSeat>>;
  answer(id: Id, principal: Principal, answer: PaperAnswer): Promise<Reply<AnswerStored>>;
  handIn(id: Id, principal: Principal): Promise<Reply<PaperSeat>>;
  typing(id: Id, principal: Principal): Promise<Reply<TypingSeat>>;
  beginTyping(id: Id, principal: Principal): Promise<Reply<TypingSeat>>;
  putTyped(id: Id, principal: Principal, typed: Typed): Promise<Reply<TypingSeat>>;
};

const SEEDS = 1_000_000;

export const createPrivateExams = ({ storage, catalogs, runner, seals, clock }: Needs): PrivateExams => {
  const { privateExams } = storage;
  const held = createHeldExams({ storage, clock });

  /** `views`: the principal's own, the newest first; a re-sit whose first is gone is a family of its own. */
  const familyOf = async (view: PrivateView, views: readonly PrivateView[], principal: Principal): Promise<Family> => {
    const sealed = await seals.sealsFor(principal);
    const of = view.content.again?.of ?? view.exam.id;
    const first = views.find(({ exam }) => exam.id === of) ?? view;
    return {
      first,
      again: views.filter(({ content }) => content.again?.of === first.exam.id).toReversed(),
      isSealed: ({ content }) => content.cases.some((id) => sealed.has(id)),
    };
  };
  const examOf = async (view: PrivateView, principal: Principal): Promise<Reply<PrivateExam>> => {
    const family = await familyOf(view, await held.all(principal), principal);
    return { ok: true, value: bodyOf(view, family, clock.now()) };
  };
  const drawnFor = async (principal: Principal): Promise<DrawnFor> => {
    const sealed = await seals.sealsFor(principal);
    return {
      school: await schoolOf(storage, principal),
      questions: await seals.questionsSealedFor(principal),
      isSealed: (id) => sealed.has(id),
      practised: await storage.drillsOf(principal.guest, principal.person?.id ?? null),
    };
  };
  const paperOf = async (view: PrivateView, principal: Principal): Promise<Reply<PaperSeat>> => ({
    ok: true,
    value: paperBody(view, await seals.questionsSealedFor(principal), clock.now()),
  });
  const typingOf = async (view: PrivateView): Promise<Reply<TypingSeat>> => ({
    ok: true,
    value: typingBody(view, clock.now()),
  });

  return {
    list: async (principal) => {
      const views = await held.all(principal);
      const rows: PrivateExamList['exams'] = [];
      for (const view of views) rows.push(rowOf(view, await familyOf(view, views, principal), clock.now()));
      const exams = rows.filter(({ of, over }) => of === null || !over || !rows.some(({ id }) => id === of));
      return { exams, best: bestOf(exams, rows, PART_KINDS) };
    },
    begin: async (principal, wish) => {
      const person = principal.person?.id ?? null;
      const drawn = await drawPrivate({ storage, catalogs }, wish, await drawnFor(principal), randomInt(SEEDS));
      if (!drawn.ok) return drawn;
      const id = newId('x');
      const body = JSON.stringify(drawn.value);
      await privateExams.create({ id, guest: principal.guest, person, at: clock.now(), body });
      return { ok: true, value: { id } };
    },
    resit: (id, principal) =>
      held.inTurn(id, principal, async (view): Promise<Reply<{ id: Id }>> => {
        if (view.content.again !== undefined) return refused('exam-resit');
        const family = await familyOf(view, await held.all(principal), principal);
        const going = family.again.find(({ parts }) => !isSat(parts));
        if (going !== undefined) return { ok: true, value: { id: going.exam.id } };
        const { mayResit } = bodyOf(view, family, clock.now());
        if (mayResit.length === 0) return refused('nothing-to-resit');
        const needs = { storage, catalogs };
        const drawn = await drawResit(needs, family, mayResit, await drawnFor(principal), randomInt(SEEDS));
        if (!drawn.ok) return drawn;
        const { guest, person } = view.exam;
        const made = newId('x');
        await privateExams.create({ id: made, guest, person, at: clock.now(), body: JSON.stringify(drawn.value) });
        return { ok: true, value: { id: made } };
      }),
    exam: (id, principal) => held.reading(id, principal, (view) => examOf(view, principal)),
    end: (id, principal) =>
      held.inTurn(id, principal, async (view) => {
        if (!isSat(view.parts)) await privateExams.end(id, clock.now());
        const { drill } = view;
        if (drill !== null && drill.state !== 'ended') await runner.end(drill.id, 'time');
        return await held.reading(id, principal, (after) => examOf(after, principal));
      }),
    customers: (id, principal) =>
      held.inTurn(id, principal, (view) => openCustomers({ storage, runner, seals }, view, principal)),
    paper: (id, principal) => held.reading(id, principal, (view) => paperOf(view, principal)),
    beginPaper: (id, principal) =>
      held.changing(
        id,
        principal,
        async (view) => begunPaper(view, clock.now()),
        (view) => paperOf(view, principal),
      ),
    answer: (id, principal, answer) =>
      held.inTurn(id, principal, async (view): Promise<Reply<AnswerStored>> => {
        const next = answeredPaper(view, answer, clock.now());
        if (!next.ok) return next;
        await privateExams.putWork(id, next.value.work);
        return { ok: true, value: next.value.stored };
      }),
    handIn: (id, principal) =>
      held.changing(
        id,
        principal,
        async (view) => handedInPaper(view, clock.now()),
        (view) => paperOf(view, principal),
      ),
    typing: (id, principal) => held.reading(id, principal, typingOf),
    beginTyping: (id, principal) =>
      held.changing(id, principal, async (view) => begunTyping(view, clock.now()), typingOf),
    putTyped: (id, principal, typed) =>
      held.changing(id, principal, async (view) => putTyped(view, typed, clock.now()), typingOf),
  };
};
