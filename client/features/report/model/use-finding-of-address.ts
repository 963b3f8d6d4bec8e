import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { bringIntoView, reveal } from '#client/lib/reveal.ts';
import type { Report } from '#contract/report.ts';
import { type Filter, isMerit, matchesFilter } from './numbering.ts';

/** `#f3` in the address: shows that finding, widening the filter when it hides it, and puts the focus there. */
export const useFindingOfAddress = (report: Report, filter: Filter, setFilter: (filter: Filter) => void): void => {
  const { hash, key } = useLocation();
  const visitedKey = useRef('');
  useEffect(() => {
    const finding = report.findings.find((candidate) => `#${candidate.id}` === hash);
    if (finding === undefined || visitedKey.current === key) return;
    if (!matchesFilter(finding, filter)) return setFilter(isMerit(finding) ? 'merits' : 'faults');
    // Once per visit of this address: choosing another filter afterwards must not jump back.
    visitedKey.current = key;
    const element = document.getElementById(finding.id);
    reveal(element);
    bringIntoView(element);
  }, [report, hash, key, filter, setFilter]);
};
