/**
 * Runs in the desk's page before the page's own scripts: notes when a key and a socket's message came and when what they
 * changed was painted. Plain JavaScript, since the page gets this file as it is.
 */
const waiting = [];
const probe = {
  keys: [],
  said: [],
  /** When the first text field was on the page: the desk stands. Null: not yet. */
  stoodAt: null,
  /** Resolves once there are `count` of `what`. */
  until: (what, count) =>
    new Promise((done) => {
      waiting.push({ what, count, done });
      settle();
    }),
};
window.deskProbe = probe;

function settle() {
  for (const { what, count, done } of waiting) if (probe[what].length >= count) done();
}

/** Calls back after the frame that is drawn next has been handed over: a message posted in it runs when its paint is done. */
const afterPaint = (done) =>
  requestAnimationFrame(() => {
    const frameAt = performance.now();
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(frameAt, performance.now());
    channel.port2.postMessage(null);
  });

/**
 * A key's work: from the first listener until the field has its letter, and the frame that shows it. What lies between is
 * waiting for the screen, which no work of ours shortens.
 */
let handledAt = 0;
window.addEventListener(
  'keydown',
  ({ timeStamp }) => {
    const startedAt = performance.now();
    handledAt = startedAt;
    afterPaint((frameAt, paintedAt) => {
      const handledMs = handledAt - startedAt;
      probe.keys.push({ workMs: handledMs + (paintedAt - frameAt), paintMs: paintedAt - timeStamp });
      settle();
    });
  },
  { capture: true },
);
// The page's own listeners are nearer to the field. What they change, React draws in a microtask behind each: both are over.
window.addEventListener('input', () => {
  handledAt = performance.now();
});

/** Marks in customers' lines whose paint is waited for, with the moment their message came to the socket. */
const arrivedAt = new Map();
const MARK = /#\d+#/g;
const NativeSocket = window.WebSocket;
window.WebSocket = class extends NativeSocket {
  constructor(...parts) {
    super(...parts);
    // The first listener: the client library has its own after it.
    this.addEventListener('message', ({ data }) => {
      if (typeof data !== 'string') return;
      for (const [mark] of data.matchAll(MARK)) if (!arrivedAt.has(mark)) arrivedAt.set(mark, performance.now());
    });
  }
};

const note = (text) => {
  for (const [mark] of (text ?? '').matchAll(MARK)) {
    const at = arrivedAt.get(mark);
    if (at === undefined || at === null) continue;
    arrivedAt.set(mark, null);
    afterPaint((_, paintedAt) => {
      probe.said.push(paintedAt - at);
      settle();
    });
  }
};
new MutationObserver((changes) => {
  if (probe.stoodAt === null && document.querySelector('textarea') !== null) probe.stoodAt = performance.now();
  for (const { target, addedNodes, type } of changes) {
    if (type === 'characterData') note(target.textContent);
    for (const node of addedNodes) note(node.textContent);
  }
}).observe(document, { subtree: true, childList: true, characterData: true });
