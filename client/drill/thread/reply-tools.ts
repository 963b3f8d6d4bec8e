import { type ComponentType, createContext } from 'react';
import type { ThreadItem } from '#client/drill/model/drill-view.ts';

export type ReplyToolsProps = { message: Extract<ThreadItem, { kind: 'trainee' }> };

/** What can be done with a message of one's own, beside it; null where one only looks on, as in a replay. */
export const ReplyToolsContext = createContext<ComponentType<ReplyToolsProps> | null>(null);
