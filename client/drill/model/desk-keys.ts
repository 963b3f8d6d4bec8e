/** The desk's keys, by `code`: layouts and IMEs change `key`, never the place of the key. */
export type DeskKey =
  | { command: 'conversation'; index: number }
  | {
      command:
        | 'longest'
        | 'actions'
        | 'close'
        | 'pause'
        | 'help'
        | 'composer'
        | 'queue'
        | 'transfer'
        | 'hold'
        | 'palette'
        | 'withdraw'
        | 'greet'
        | 'keep';
    }
  | { command: 'tab' | 'pane'; step: 1 | -1 };

type KeyPress = Pick<
  KeyboardEvent,
  'code' | 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'keyCode'
>;

/** keyCode 229 means that the IME handles the key. Safari sets `isComposing` too late, so both are read. */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229;

/** Ctrl K, on a Mac ⌘ K too: opens the command palette and closes it again. Ask `isComposing` first. */
export const isPaletteKey = (event: KeyPress): boolean =>
  event.code === 'KeyK' && event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;

/** What stands on the key of that customer, by place from 0 on; null from the thirteenth on (RULES X116). */
export const customerKey = (index: number): string | null => '1234567890-='[index] ?? null;

/** By the customer's place: the number, or the name of the key. */
const CUSTOMER_KEYS = [...'1234567890', 'Minus', 'Equal'];

const ALT_KEYS: Readonly<Record<string, DeskKey>> = {
  ArrowDown: { command: 'longest' },
  ArrowLeft: { command: 'tab', step: -1 },
  ArrowRight: { command: 'tab', step: 1 },
  KeyA: { command: 'actions' },
  KeyE: { command: 'close' },
  KeyG: { command: 'greet' },
  KeyH: { command: 'hold' },
  KeyP: { command: 'pause' },
  KeyQ: { command: 'queue' },
  KeyS: { command: 'keep' },
  KeyT: { command: 'transfer' },
  KeyZ: { command: 'withdraw' },
};

/** `isInTextField`: the focus is in a text field, where `?` is an ordinary character and no shortcut. */
export const deskKey = (event: KeyPress, isInTextField: boolean): DeskKey | null => {
  if (isComposing(event)) return null;
  if (isPaletteKey(event)) return { command: 'palette' };
  if (event.ctrlKey || event.metaKey) return null;
  if (event.altKey) {
    const index = CUSTOMER_KEYS.indexOf(/^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] ?? event.code);
    if (index >= 0) return { command: 'conversation', index };
    return ALT_KEYS[event.code] ?? null;
  }
  if (event.code === 'F6') return { command: 'pane', step: event.shiftKey ? -1 : 1 };
  if (event.code === 'Escape') return { command: 'composer' };
  const isQuestionMark = (event.code === 'Slash' && event.shiftKey) || event.key === '?' || event.key === '？';
  if (isQuestionMark && !isInTextField) return { command: 'help' };
  return null;
};
