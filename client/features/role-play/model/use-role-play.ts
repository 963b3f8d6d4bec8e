/** The connection of whoever plays a customer: joins, hears each change, joins again after a loss. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Trouble } from '#client/lib/api.ts';
import { socketTransport, type Transport } from '#client/lib/socket.ts';
import type { CommandPayload } from '#contract/commands.ts';
import type { RolePlayState } from '#contract/together/role-plays.ts';

export type PlayerAct = CommandPayload<'role:play'>['act'];
/** What is asked again while nothing is heard: a node that has the drill may not be the one that has this page. */
const ASK_EVERY_MS = 5000;

export type RolePlayLink = {
  state: RolePlayState | null;
  /** `performance.now()` when the state was heard: the clock goes on from there. */
  heardAt: number;
  isLost: boolean;
  error: Trouble | null;
  /** False: it was refused (`error`), or the line broke. A lost answer is asked for again under the same id. */
  act: (act: PlayerAct) => Promise<boolean>;
};

export const useRolePlay = (code: string, open: () => Transport = socketTransport): RolePlayLink => {
  const [heard, setHeard] = useState<{ state: RolePlayState | null; at: number }>({ state: null, at: 0 });
  const [isLost, setIsLost] = useState(false);
  const [error, setError] = useState<Trouble | null>(null);
  const transport = useRef<Transport | null>(null);

  useEffect(() => {
    const current = open();
    transport.current = current;
    const hear = (state: RolePlayState): void => {
      if (state.code !== code) return;
      setIsLost(false);
      setHeard((before) =>
        before.state !== null && before.state.seq > state.seq ? before : { state, at: performance.now() },
      );
    };
    const join = async (): Promise<void> => {
      const reply = await current.send('role:join', { code });
      if (reply === null) return;
      if (reply.ok) hear(reply.value);
      else setError(reply.error);
    };
    current.open({
      onUp: () => void join(),
      onDown: () => setIsLost(true),
      onRole: hear,
      onEvents: () => {},
      onTyping: () => {},
      onTaken: () => {},
    });
    const timer = setInterval(() => void join(), ASK_EVERY_MS);
    return () => {
      clearInterval(timer);
      current.close();
    };
  }, [code, open]);

  const act = useCallback(
    async (what: PlayerAct): Promise<boolean> => {
      const commandId = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
      const send = async () => (await transport.current?.send('role:play', { code, commandId, act: what })) ?? null;
      const reply = (await send()) ?? (await send());
      if (reply === null) {
        setIsLost(true);
        return false;
      }
      setError(reply.ok ? null : reply.error);
      return reply.ok;
    },
    [code],
  );
  return { state: heard.state, heardAt: heard.at, isLost, error, act };
};
