/** The attribute of a disclosure's body while it is closed; the button that opens it stands right before the body. */
export const CLOSED = 'data-closed';

const open = (body: HTMLElement): void => {
  const button = body.previousElementSibling;
  // At once, since whoever asks gives the focus to something inside; the click brings React's state into line.
  body.classList.remove('hidden');
  if (button instanceof HTMLElement) button.click();
};

/** Opens every closed disclosure that an element stands in, so that it can be seen and have the focus. */
export const reveal = (element: HTMLElement | null): void => {
  for (let body = element?.closest<HTMLElement>(`[${CLOSED}]`); body != null; ) {
    open(body);
    body = body.parentElement?.closest<HTMLElement>(`[${CLOSED}]`);
  }
};

/** Opens the first closed disclosure inside a section that an address leads to. */
export const revealInside = (section: HTMLElement | null): void => {
  const body = section?.querySelector<HTMLElement>(`[${CLOSED}]`);
  if (body != null) open(body);
};

/**
 * Gives an element the focus and the middle of the screen, and the middle once more when what was opened or filtered in the
 * same step is drawn: a row above it that comes or goes moves it after the first (RULES M99).
 */
export const bringIntoView = (element: HTMLElement | null): void => {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'center' });
  requestAnimationFrame(() => requestAnimationFrame(() => element?.scrollIntoView({ block: 'center' })));
};
