/** Whether the server speaks another version than this page: it was updated while the page stood open. */
import { create } from 'zustand';

export const useOutdated = create<{ outdated: boolean }>(() => ({ outdated: false }));

/** Only a reload helps: this page can't open a connection any more. */
export const tellOutdated = (): void => useOutdated.setState({ outdated: true });
