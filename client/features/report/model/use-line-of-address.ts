import { useContext, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { bringIntoView, reveal } from '#client/lib/reveal.ts';
import type { Exchange } from './exchanges.ts';
import { type Filter, matchesFilter } from './numbering.ts';
import { MarkedContext } from './use-moment-of-address.ts';

/** Scrolls to the line in the address at each visit, and widens the filter if it hides the line. */
export const useLineOfAddress = (
  exchanges: readonly Exchange[],
  filter: Filter,
  setFilter: (filter: Filter) => void,
): void => {
  const { line } = useContext(MarkedContext);
  const { key } = useLocation();
  const visitedKey = useRef('');
  useEffect(() => {
    if (line === null || visitedKey.current === key) return;
    const exchangeOfLine = exchanges.find((exchange) => exchange.lines.some((candidate) => candidate.id === line));
    if (exchangeOfLine === undefined) return;
    if (filter !== 'all' && !exchangeOfLine.findings.some((finding) => matchesFilter(finding, filter)))
      return setFilter('all');
    // Once per visit of this address: choosing another filter afterwards must not jump back.
    visitedKey.current = key;
    const element = document.getElementById(`line-${line}`);
    reveal(element);
    bringIntoView(element);
  }, [exchanges, line, key, filter, setFilter]);
};
