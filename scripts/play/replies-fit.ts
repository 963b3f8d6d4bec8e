/** Checks before a play that the cases, quick replies and actions in a list of replies exist. */
import type { ContentData } from '#engine/model/content.ts';
import type { Library } from '#library/load.ts';
import type { Reply } from '#library/schema/testplan.ts';

/** A case by its full id or its last part; undefined where there is none. */
export const scenarioId = (library: Library, name: string): string | undefined =>
  [...library.scenarios.keys(), ...library.short.keys(), ...library.parts.keys()].find(
    (id) => id === name || id.endsWith(`/${name}`),
  );

/** The first quick reply or action that the shops of this content don't have, in words; null when all are there. */
export const faultIn = (data: ContentData, replies: readonly Reply[]): string | null => {
  for (const [i, reply] of replies.entries()) {
    for (const part of reply.say)
      if (
        'quickReply' in part &&
        !data.shops.some((shop) => shop.quickReplies.some((quickReply) => quickReply.id === part.quickReply))
      )
        return `replies[${i}]: no quick reply ${part.quickReply} in this shop`;
    const action = reply.do.find((action) => !data.actions.some(({ id }) => id === action.action));
    if (action) return `replies[${i}]: no action ${action.action} at this desk`;
  }
  return null;
};
