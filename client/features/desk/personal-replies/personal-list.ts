/** What the desk has to know of 我的话术 at once; the rest comes with its parts. */
import { create } from 'zustand';
import type { QuickReply } from '#client/drill/model/quick-replies.ts';

/** `replies`: none where nobody is signed in, or in an exam. `line`: a sent one that is to be kept; null: what is typed, else the last. */
export const usePersonalList = create<{ replies: readonly QuickReply[]; line: string | null }>(() => ({
  replies: [],
  line: null,
}));
