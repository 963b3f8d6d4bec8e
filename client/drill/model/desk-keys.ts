/** The desk's keys, by `code`: layouts and IMEs change `key`, never the place of the key. */
export type DeskKey =
  | { do: 'conversation'; index: number }
  | { do: 'longest' | 'actions' | 'close' | 'pause' | 'help' | 'composer' | 'queue' | 'transfer' }
  | { do: 'tab' | 'pane'; by: 1 | -1 };

type Pressed = Pick<
  KeyboardEvent,
  'code' | 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'keyCode'
>;

/** keyCode 229 means that the IME handles the key. Safari sets `isComposing` too late, so both are read. */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229;

const ALT: Readonly<Record<string, DeskKey>> = {
  ArrowDown: { do: 'longest' },
  ArrowLeft: { do: 'tab', by: -1 },
  ArrowRight: { do: 'tab', by: 1 },
  KeyA: { do: 'actions' },
  KeyE: { do: 'close' },
  KeyP: { do: 'pause' },
  KeyQ: { do: 'queue' },
  KeyT: { do: 'transfer' },
};

/** `inText`: the focus is in a text field, where `?` is an ordinary character and no shortcut. */
export const deskKey = (event: Pressed, inText: boolean): DeskKey | null => {
  if (isComposing(event) || event.ctrlKey || event.metaKey) return null;
  if (event.altKey) {
    const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
    if (digit !== undefined) return { do: 'conversation', index: (Number(digit) + 9) % 10 };
    return ALT[event.code] ?? null;
  }
  if (event.code === 'F6') return { do: 'pane', by: event.shiftKey ? -1 : 1 };
  if (event.code === 'Escape') return { do: 'composer' };
  const isQuestionMark = (event.code === 'Slash' && event.shiftKey) || event.key === '?' || event.key === '？';
  if (isQuestionMark && !inText) return { do: 'help' };
  return null;
};
