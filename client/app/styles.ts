/**
 * Which styles a page waits for. `rooms.css` has all classes in Tailwind's order, so that it may come after `desk.css`.
 * That one has the desk's classes alone, and isn't loaded once the other was asked for: it would then stand above it.
 */
let rooms: Promise<unknown> | null = null;

export const roomStyles = async (): Promise<void> => {
  rooms ??= import('./rooms.css');
  await rooms;
};

export const deskStyles = async (): Promise<void> => {
  await (rooms ?? import('./desk.css'));
};
