/** What authors say of their quick replies besides the words. It is no part of content: a drill never learns it. */
import type { Library } from '#library/load.ts';

export type QuickReplyRemark = {
  shop: string;
  phrase: string;
  /** The policy card or product it states, or that says why it is wrong; null where the author names none. */
  card: string | null;
  /** Why it mustn't be sent as it is: the finding it raises, and by what. */
  trap: { finding: string; source: string | null; date: string | null } | null;
};

/** The remarks on every shop's quick replies; a quick reply without any has no row. */
export function quickReplyRemarks(library: Library): QuickReplyRemark[] {
  return library.files.shops.flatMap(({ folder, quickReplies }) =>
    (quickReplies.value ?? []).flatMap(({ id, card, trap }): QuickReplyRemark[] => {
      if (card === undefined && trap === undefined) return [];
      const why = trap && { finding: trap.finding, source: trap.source ?? null, date: trap.date ?? null };
      return [{ shop: folder, phrase: id, card: card ?? null, trap: why ?? null }];
    }),
  );
}
