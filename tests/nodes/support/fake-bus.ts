import type { BusListener, NodeBus, NodeMessage } from '#nodes/node-bus.ts';

/** What Redis is to real nodes: carries messages in order, and can go away. */
export type FakeRedis = {
  bus(name: string, mayHear: () => boolean): NodeBus;
  /** From one node alone, or from all. */
  goAway(name?: string): void;
  /** To one node alone, or to all that haven't it back yet. */
  comeBack(name?: string): void;
  /** The node is dead: nobody hears it, and it hears nothing. */
  forget(name: string): void;
  /** One that was forgotten has its connection again. */
  remember(name: string): void;
  /** Everything that was said, as `from → to kind`. */
  said: string[];
};

export const fakeRedis = (): FakeRedis => {
  const listeners = new Map<string, { listener: BusListener; mayHear(): boolean }>();
  const forgotten = new Map<string, { listener: BusListener; mayHear(): boolean }>();
  const said: string[] = [];
  /** What a node is told waits for what it was told before. */
  const lastTold = new Map<string, Promise<unknown>>();
  /** Nodes that have no connection. */
  const cut = new Set<string>();

  const deliver = async (from: string, to: string, message: NodeMessage): Promise<boolean> => {
    const told: NodeMessage = JSON.parse(JSON.stringify(message));
    // Whoever is there counts as hearing, asleep or not.
    const other = listeners.get(to);
    if (cut.has(from) || cut.has(to) || other === undefined || !listeners.has(from)) return false;
    said.push(`${from} → ${to} ${message.kind}`);
    const tell = async (): Promise<void> => {
      while (!other.mayHear()) await new Promise((done) => setImmediate(done));
      if (listeners.get(to) === other) other.listener.received(from, told);
    };
    const isTold = (lastTold.get(to) ?? Promise.resolve()).then(tell);
    lastTold.set(
      to,
      isTold.catch(() => {}),
    );
    await isTold;
    return true;
  };
  return {
    said,
    bus: (name, mayHear) => ({
      name,
      send: (to, message) => deliver(name, to, message),
      tellAll: (message) => {
        for (const to of listeners.keys()) if (to !== name) void deliver(name, to, message);
      },
      isListening: async (node) => cut.has(name) || (listeners.has(node) && !cut.has(node)),
      isUp: () => !cut.has(name),
      listen: (listener) => void listeners.set(name, { listener, mayHear }),
      close: async () => void listeners.delete(name),
    }),
    goAway: (name) => {
      const lost = [...listeners].filter(([one]) => name === undefined || one === name);
      for (const [one] of lost) cut.add(one);
      for (const [, { listener }] of lost) listener.connectionChanged(false);
    },
    comeBack: (name) => {
      const back = [...cut].filter((one) => name === undefined || one === name);
      for (const one of back) cut.delete(one);
      for (const one of back) listeners.get(one)?.listener.connectionChanged(true);
    },
    forget: (name) => {
      const entry = listeners.get(name);
      if (entry !== undefined) forgotten.set(name, entry);
      listeners.delete(name);
    },
    remember: (name) => {
      const entry = forgotten.get(name);
      if (entry !== undefined) listeners.set(name, entry);
    },
  };
};
