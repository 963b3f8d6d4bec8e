import { createContext, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Report } from '#contract/report.ts';

export type Moment = { conversation: string; at: number };

/** `?at=c1:12300` in the address: the moment a figure was counted from; null when there is none such. */
export const momentOf = (value: string | null, report: Report): Moment | null => {
  const match = /^([^:]+):(\d{1,9})$/.exec(value ?? '');
  if (match?.[1] === undefined) return null;
  const isKnown = report.conversations.some((conversation) => conversation.conversation === match[1]);
  return isKnown ? { conversation: match[1], at: Number(match[2]) } : null;
};

/** The line of the transcript at a moment, or the last one before it; null without any. */
export const lineAt = (report: Report, { conversation, at }: Moment): string | null => {
  const linesOfConversation = report.transcript
    .filter((line) => line.conversation === conversation)
    .toSorted((a, b) => a.at - b.at);
  return (linesOfConversation.findLast((line) => line.at <= at) ?? linesOfConversation[0])?.id ?? null;
};

/** What the page marks: the moment on the axis, the line in the words. */
export type MarkedPlaces = { moment: Moment | null; line: string | null };
export const MarkedContext = createContext<MarkedPlaces>({ moment: null, line: null });

/** The moment of the address and its line. */
export const useMomentOfAddress = (report: Report): MarkedPlaces => {
  const [search] = useSearchParams();
  const value = search.get('at');
  const moment = useMemo(() => momentOf(value, report), [value, report]);
  const line = useMemo(() => (moment === null ? null : lineAt(report, moment)), [moment, report]);
  return useMemo(() => ({ moment, line }), [moment, line]);
};
