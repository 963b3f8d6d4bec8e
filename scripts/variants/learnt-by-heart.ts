/** A trainee who learnt another card by heart and says all of it, whatever the customer answers (RULES M71). */
import { playDrill } from '#authoring/play-drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { Reply } from '#library/schema/testplan.ts';

/** The replies in turn, each to whatever the customer says next. */
export const saidInTurn = (replies: readonly Reply[]): Reply[] =>
  replies.map((reply) => ({ ...reply, to: 'any', repeat: false }));

type Where = { scenarios: readonly string[]; seed: number; contentHash: string };

const REFUSED = /^replies\[(\d+)\]: action (\S+) is refused$/;

/** The log of a play with these replies in turn. An operation that this card refuses is left out, its words are said. */
export const playedInTurn = (content: Content, replies: readonly Reply[], where: Where): DrillEvent[] => {
  let said = saidInTurn(replies);
  for (;;)
    try {
      return playDrill(content, { ...where, replies: said, mode: 'lesson' });
    } catch (error) {
      const [, index, action] = REFUSED.exec(error instanceof Error ? error.message : '') ?? [];
      const before = said;
      said = said.map((reply, place) =>
        place === Number(index) ? { ...reply, do: reply.do.filter((deed) => deed.action !== action) } : reply,
      );
      if (action === undefined || before.every((reply, place) => reply.do.length === said[place]?.do.length))
        throw error;
    }
};
