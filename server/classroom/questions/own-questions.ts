/** 本校题目: what teachers of a school do with its own questions. Every change is a revision; nothing is lost (RULES B10, B11). */
import { type Reply, refused } from '#contract/errors.ts';
import {
  FILE_QUESTIONS_MAX,
  OWN_QUESTIONS_MAX,
  type OwnQuestion,
  type OwnQuestionsBody,
  type QuestionChangeRow,
  type QuestionRow,
  type QuestionsPreview,
} from '#contract/practice/own-questions.ts';
import { say } from '#i18n/say.ts';
import type { StoredQuestion, StoredQuestionChange } from '#storage/own-questions.ts';
import type { Storage } from '#storage/storage.ts';
import { type CheckedQuestion, checkQuestions, type QuestionRules } from './check-questions.ts';
import { isSameQuestion } from './compare-questions.ts';
import type { RawQuestion } from './raw-question.ts';
import { letterOf } from './raw-question.ts';
import { readQuestions } from './read-workbook.ts';

type By = { id: string; school: string };
/** `bank`: names and contents of what ships; the school's own questions are added here. */
type Needs = {
  storage: Pick<Storage, 'ownQuestions' | 'people'>;
  bank: Omit<QuestionRules, 'own'>;
  now: () => number;
};
type Next = Pick<StoredQuestionChange, 'kind' | 'file' | 'undoes'> & { put: OwnQuestion[]; removed: string[] };

/** The school is that of who is signed in. */
export const createOwnQuestions = ({ storage, bank, now }: Needs) => {
  const { ownQuestions, people } = storage;

  const current = async (school: string): Promise<{ revision: number; stored: StoredQuestion[] }> => {
    const revision = await ownQuestions.revision(school);
    return { revision, stored: await ownQuestions.at(school, revision) };
  };
  const shownChange = async (
    { school: _, by, ...change }: StoredQuestionChange,
    stored: readonly StoredQuestion[],
  ): Promise<QuestionChangeRow> => ({
    ...change,
    left: stored.filter(({ since }) => since === change.revision).length,
    by: (await people.person(by))?.name ?? say('data:deleted'),
  });

  const body = async (school: string): Promise<Reply<OwnQuestionsBody>> => {
    const { revision, stored } = await current(school);
    const changes = await ownQuestions.changes(school);
    return {
      ok: true,
      value: {
        revision,
        questions: stored.map(({ question }) => question),
        changes: await Promise.all(changes.map((change) => shownChange(change, stored))),
        topics: bank.topics.map(({ id, name }) => ({ id, name })),
        shops: bank.shops.map(({ id, name }) => ({ id, name })),
        ...{ most: OWN_QUESTIONS_MAX, mostOfFile: FILE_QUESTIONS_MAX },
      },
    };
  };

  const change = async (
    by: By,
    base: number,
    next: (stored: readonly StoredQuestion[]) => Promise<Reply<Next>> | Reply<Next>,
  ): Promise<Reply<OwnQuestionsBody>> => {
    const { revision, stored } = await current(by.school);
    if (revision !== base) return refused('own-questions-changed');
    const reply = await next(stored);
    if (!reply.ok) return reply;
    const { put, removed, ...row } = reply.value;
    if (put.length + removed.length === 0) return await body(by.school);
    const had = new Set(stored.map(({ question }) => question.id));
    const added = put.filter(({ id }) => !had.has(id)).length;
    if (had.size + added - removed.length > OWN_QUESTIONS_MAX)
      return refused('questions-full', String(OWN_QUESTIONS_MAX));
    const counts = { added, changed: put.length - added, removed: removed.length };
    const at = { school: by.school, revision: revision + 1, by: by.id, at: now() };
    const isStored = await ownQuestions.add({ ...row, ...counts, ...at }, put, removed);
    return isStored ? await body(by.school) : refused('own-questions-changed');
  };

  return {
    body,
    /** What storing a file would do. Nothing is stored. */
    preview: async (school: string, bytes: Buffer, fileName: string): Promise<Reply<QuestionsPreview>> => {
      const read = await readQuestions(bytes, fileName);
      if (!read.ok) return read;
      const { format, questions } = read.value;
      const { revision: base, stored } = await current(school);
      const own = stored.map(({ question }) => question);
      const rows = checkQuestions(questions, { ...bank, own }).map((row) => shownRow(row, own));
      return { ok: true, value: { format, rows, base } };
    },
    /** Stores rows that somebody has looked over; they are checked once more. */
    save: (by: By, { base, file, rows }: { base: number; file: string; rows: readonly OwnQuestion[] }) =>
      change(by, base, (stored): Reply<Next> => {
        const own = stored.map(({ question }) => question);
        const checked = checkQuestions(rows.map(rawOf), { ...bank, own });
        const [fault] = checked.flatMap(({ faults }) => faults);
        if (fault !== undefined) return refused('questions-faulty', fault.message);
        const put = checked
          .map((row) => shownRow(row, own))
          .flatMap(({ question, change }) => (question === null || change === 'unchanged' ? [] : [question]));
        return { ok: true, value: { kind: 'imported', file, undoes: null, put, removed: [] } };
      }),
    remove: (by: By, { base, ids }: { base: number; ids: readonly string[] }) =>
      change(by, base, (stored): Reply<Next> => {
        const had = new Set(stored.map(({ question }) => question.id));
        const unknown = ids.find((id) => !had.has(id));
        if (unknown !== undefined) return refused('unknown-question', unknown);
        return {
          ok: true,
          value: { kind: 'removed', file: null, undoes: null, put: [], removed: [...new Set(ids)] },
        };
      }),
    /**
     * Takes an import back: what it brought goes, what it changed is as before. A question that a later change
     * touched stays as that one left it.
     */
    undo: (by: By, { base, revision }: { base: number; revision: number }) =>
      change(by, base, async (stored): Promise<Reply<Next>> => {
        const changes = await ownQuestions.changes(by.school);
        if (!changes.some((one) => one.revision === revision && one.kind === 'imported'))
          return refused('unknown-import');
        const brought = new Set(stored.filter(({ since }) => since === revision).map(({ question }) => question.id));
        const before = (await ownQuestions.at(by.school, revision - 1)).map(({ question }) => question);
        const put = before.filter(({ id }) => brought.has(id));
        const again = new Set(put.map(({ id }) => id));
        const removed = [...brought].filter((id) => !again.has(id));
        return { ok: true, value: { kind: 'undone', file: null, undoes: revision, put, removed } };
      }),
  };
};

const shownRow = (
  { line, id, stem, question, draft, faults }: CheckedQuestion,
  own: readonly OwnQuestion[],
): QuestionRow => {
  const before = question === null ? undefined : own.find((one) => one.id === question.id);
  const isSame = question !== null && before !== undefined && isSameQuestion(question, before);
  const change = question === null ? null : before === undefined ? 'added' : isSame ? 'unchanged' : 'changed';
  return { line, id, stem, question, draft, faults, change, before: change === 'changed' ? (before ?? null) : null };
};

/** A question as the cells of a row, to be checked as a file's are. */
const rawOf = ({ right, options, figure, tolerance, ...question }: OwnQuestion, index: number): RawQuestion => {
  const { id, kind, level, topic, shop, stem, unit, why, basis } = question;
  const key = kind === 'judge' ? (right[0] === 0 ? 'right' : 'wrong') : right.map(letterOf).join('');
  return {
    line: index + 1,
    title: null,
    isTopicLoose: false,
    cells: {
      ...{ id, kind, level: String(level), topic: topic ?? '', shop: shop ?? '', stem: stem.trim() },
      ...{ key: figure === null ? key : String(figure), unit: unit ?? '', why: why.trim(), basis: basis.trim() },
      tolerance: tolerance === null ? '' : String(tolerance),
    },
    options: options.map((option) => option.trim()),
    faults: [],
  };
};
