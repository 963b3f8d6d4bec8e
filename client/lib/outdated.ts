/** Whether the server speaks another version than this page: it was updated while the page stood open. */
import { create } from 'zustand';

export const useOutdated = create<{ isOutdated: boolean }>(() => ({ isOutdated: false }));

/** Only a reload helps: this page can't open a connection any more. */
export const markOutdated = (): void => useOutdated.setState({ isOutdated: true });
