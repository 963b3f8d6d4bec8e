/** What a re-sit of a mock exam sat alone is made of: its failed parts, drawn anew (RULES O27). */
import type { Reply } from '#contract/errors.ts';
import type { NewPrivateExam } from '#contract/exams/private.ts';
import type { PartKind } from '#contract/plans/exam.ts';
import type { PaperCell } from '#contract/questions.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { Storage } from '#storage/storage.ts';
import { type DrawnFor, drawPrivate, type PrivateContent } from './private-content.ts';
import type { Family } from './private-view.ts';

/** Other questions than before where the bank has enough, other customers and texts; rules and minutes are the first's. */
export const drawResit = async (
  needs: { storage: Storage; catalogs: Catalogs },
  { first, again }: Pick<Family, 'first' | 'again'>,
  kinds: readonly PartKind[],
  drawnFor: DrawnFor,
  seed: number,
): Promise<Reply<PrivateContent>> => {
  const { content, exam } = first;
  const wish = content.wish ?? wishOf(content, needs.catalogs);
  const had = [first, ...again].flatMap((view) => view.content.paper.questions.map(({ id }) => id));
  const others = { ...drawnFor, questions: new Set([...drawnFor.questions, ...had]) };
  const drawn = await drawPrivate(needs, wish, others, seed);
  const outcome = drawn.ok ? drawn : await drawPrivate(needs, wish, drawnFor, seed);
  if (!outcome.ok) return outcome;
  const { paper, cases } = outcome.value;
  return {
    ok: true,
    value: {
      ...outcome.value,
      plan: content.plan,
      paper: kinds.includes('paper') ? paper : { ...paper, questions: [] },
      cases: kinds.includes('customers') ? cases : [],
      again: { of: exam.id, parts: kinds },
    },
  };
};

/** What an exam from before wishes were kept was asked for, as far as it shows. */
const wishOf = ({ paper, typing, cases }: PrivateContent, catalogs: Catalogs): NewPrivateExam => {
  const cells = new Map<string, PaperCell>();
  for (const { topic, level } of paper.questions) {
    if (topic === null) continue;
    const key = `${topic} ${level}`;
    cells.set(key, { topic, level, count: (cells.get(key)?.count ?? 0) + 1 });
  }
  const isLong = catalogs.typing.long.some(({ id }) => id === typing.texts[0]?.id);
  return { cells: [...cells.values()], set: isLong ? 'long' : 'short', customers: cases.length, level: null };
};
