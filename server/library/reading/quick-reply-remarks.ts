/** Authors' remarks on quick replies. They are no part of content, so a drill never sees them. */
import type { AuthoredQuickReply } from '#library/schema/schema.ts';

export type QuickReplyRemark = {
  shop: string;
  phrase: string;
  /** The policy card or product it states, or that says why it is wrong; null where the author names none. */
  card: string | null;
  /** Why it mustn't be sent as it is: the finding it raises, and the source that shows it. */
  trap: { finding: string; source: string | null; date: string | null } | null;
};

type RemarkedShop = { folder: string; quickReplies: { value: readonly AuthoredQuickReply[] | null } };

/** The remarks on every shop's quick replies; a quick reply without any has no row. */
export const quickReplyRemarks = (shops: readonly RemarkedShop[]): QuickReplyRemark[] => {
  return shops.flatMap(({ folder, quickReplies }) =>
    (quickReplies.value ?? []).flatMap(({ id, card, trap }): QuickReplyRemark[] => {
      if (card === undefined && trap === undefined) return [];
      const reason = trap && { finding: trap.finding, source: trap.source ?? null, date: trap.date ?? null };
      return [{ shop: folder, phrase: id, card: card ?? null, trap: reason ?? null }];
    }),
  );
};
