/** Whether the server speaks another version than this page: it was updated while the page stood open. */
import { create } from 'zustand';

export const useOutdated = create<{ outdated: boolean }>(() => ({ outdated: false }));

/** Nothing but a reload helps: no line opens for this page any more. */
export const tellOutdated = (): void => useOutdated.setState({ outdated: true });
