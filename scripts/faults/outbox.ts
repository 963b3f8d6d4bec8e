/** What one trainee has sent and was told of it; nothing is forgotten until the log has been looked through for it. */
import { isDeepStrictEqual } from 'node:util';
import type { Acked } from '#contract/commands.ts';
import type { ErrorCode, Reply } from '#contract/errors.ts';

/** `open`: nobody knows whether it is stored; it is sent again. `refused`: it must not be in the log. */
export type Sent = {
  id: string;
  drill: string;
  command: 'drill:start' | 'drill:end' | 'message:send';
  payload: { drillId: string; commandId: string };
  state: 'open' | 'acked' | 'refused';
  ack: Acked | null;
  code: ErrorCode | null;
  /** Each answer so far, `none` where none came, with the real time. */
  answers: string[];
};

export type Outbox = {
  add(drill: string, command: Sent['command'], payload: object): Sent;
  /** Takes note of the answer; null: none came. A sentence where it doesn't fit what was answered before. */
  answered(sent: Sent, reply: Reply<Acked> | null): string | null;
  /** Of a drill, oldest first. */
  open(drill: string): Sent[];
  all(): readonly Sent[];
};

let made = 0;

export const createOutbox = (): Outbox => {
  const all: Sent[] = [];
  return {
    add: (drill, command, payload) => {
      const id = `f${(++made).toString(36)}-${drill.slice(1, 9)}`;
      const sent: Sent = {
        ...{ id, drill, command, payload: { drillId: drill, ...payload, commandId: id } },
        ...{ state: 'open', ack: null, code: null, answers: [] },
      };
      all.push(sent);
      return sent;
    },
    answered: (sent, reply) => {
      const told = reply === null ? 'none' : reply.ok ? `seq ${reply.value.seq}` : reply.error.code;
      sent.answers.push(`${new Date().toISOString().slice(17, 23)} ${told}`);
      if (reply === null) {
        // Refused before as another sending of it, of two at the same time: this one may be stored all the same.
        if (sent.state === 'refused') sent.state = 'open';
        return null;
      }
      if (reply.ok) {
        const before = sent.ack;
        [sent.state, sent.ack, sent.code] = ['acked', reply.value, null];
        return before === null || isDeepStrictEqual(before, reply.value)
          ? null
          : `${sent.id} was acknowledged with ${JSON.stringify(before)} and then ${JSON.stringify(reply.value)}`;
      }
      const { code } = reply.error;
      sent.code = code;
      // Refused because nothing can be stored just now, by a page that isn't the desk, or by a node that couldn't ask the
      // drill's own: it is sent again.
      const isForNow =
        code.startsWith('storage-') ||
        ['desk-elsewhere', 'too-many-requests', 'internal', 'drill-moving'].includes(code);
      if (sent.state === 'acked') return isForNow ? null : `${sent.id} was acknowledged and then refused with ${code}`;
      if (!isForNow) sent.state = 'refused';
      return null;
    },
    open: (drill) => all.filter((sent) => sent.drill === drill && sent.state === 'open'),
    all: () => all,
  };
};
