import { useContext, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import type { Exchange } from './exchanges.ts';
import { type Filter, passes } from './numbering.ts';
import { MarkedContext } from './use-moment-of-address.ts';

/** Brings the line of the address into view each time it is gone to, widening the filter when it hides it. */
export const useLineOfAddress = (
  exchanges: readonly Exchange[],
  filter: Filter,
  setFilter: (filter: Filter) => void,
): void => {
  const { line } = useContext(MarkedContext);
  const { key } = useLocation();
  const gone = useRef('');
  useEffect(() => {
    if (line === null || gone.current === key) return;
    const home = exchanges.find((exchange) => exchange.lines.some((one) => one.id === line));
    if (home === undefined) return;
    if (filter !== 'all' && !home.findings.some((one) => passes(one, filter))) return setFilter('all');
    // Once per visit of this address: choosing another filter afterwards must not jump back.
    gone.current = key;
    const element = document.getElementById(`line-${line}`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'center' });
  }, [exchanges, line, key, filter, setFilter]);
};
