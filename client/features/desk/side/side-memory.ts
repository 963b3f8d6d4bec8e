/** How the side panel's tabs were left for the customer who is open: place, search and unfolded cards (RULES X40). */
import { create } from 'zustand';
import { type SideTab, useDeskUi } from '#client/features/desk/model/desk-ui.ts';

type SideMemory = { queries: Partial<Record<SideTab, string>>; openCards: readonly string[] };

const NOTHING: SideMemory = { queries: {}, openCards: [] };
export const useSideMemory = create<SideMemory>(() => NOTHING);
/** How far each tab was scrolled. Nothing is drawn by it. */
const places = new Map<SideTab, number>();

export const forgetSide = (): void => {
  places.clear();
  useSideMemory.setState(NOTHING);
};
// Another customer's matter is another: a card left unfolded for the last one was not looked up for this one.
useDeskUi.subscribe(({ selected }, before) => {
  if (selected !== before.selected) forgetSide();
});

export const placeOf = (tab: SideTab): number => places.get(tab) ?? 0;
export const keepPlace = (tab: SideTab, top: number): void => {
  places.set(tab, top);
};

export const search = (tab: SideTab, query: string): void =>
  useSideMemory.setState(({ queries }) => ({ queries: { ...queries, [tab]: query } }));
export const useQuery = (tab: SideTab): string => useSideMemory(({ queries }) => queries[tab] ?? '');

export const unfoldCard = (card: string, isOpen: boolean): void =>
  useSideMemory.setState(({ openCards }) => {
    const others = openCards.filter((one) => one !== card);
    return { openCards: isOpen ? [...others, card] : others };
  });
