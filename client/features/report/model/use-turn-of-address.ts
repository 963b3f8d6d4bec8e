import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { attemptsId, isSamePlace, placeOfAddress } from '#client/lib/reports/report-retries.ts';
import { reveal } from '#client/lib/reveal.ts';
import type { ReportFinding } from '#contract/report.ts';
import type { Exchange } from './exchanges.ts';
import { type Filter, isMerit, matchesFilter } from './numbering.ts';
import { placeOfFinding, placesOfExchange, useRetries } from './use-retries.ts';

/**
 * `?turn=c1:2` in the address, to which a retry leads back: shows that turn or silence, widens the filter if it hides
 * it, and puts the focus on its attempts, else on its first finding. It does so once per visit, and only when the
 * attempts are loaded.
 */
export const useTurnOfAddress = (
  exchanges: readonly Exchange[],
  filter: Filter,
  setFilter: (filter: Filter) => void,
): void => {
  const { search, key } = useLocation();
  const { retries } = useRetries();
  const visited = useRef<{ key: string; element: HTMLElement | null; tries: boolean }>({
    key: '',
    element: null,
    tries: false,
  });
  useEffect(() => {
    const place = placeOfAddress(new URLSearchParams(search).get('turn'));
    if (place === null || retries === null) return;
    // A report kept from an earlier visit may lack the newest attempt. Once that has loaded, go to it, unless the focus
    // has moved.
    const wasVisited = visited.current.key === key;
    if (wasVisited && (visited.current.tries || document.activeElement !== visited.current.element)) return;
    const exchangeOfTurn = exchanges.find((exchange) =>
      placesOfExchange(retries, exchange).some((exchangePlace) => isSamePlace(exchangePlace, place)),
    );
    if (exchangeOfTurn === undefined) return;
    const isShown = filter === 'all' || exchangeOfTurn.findings.some((finding) => matchesFilter(finding, filter));
    if (!isShown) return setFilter(exchangeOfTurn.findings.some((finding) => !isMerit(finding)) ? 'faults' : 'all');
    const isAtPlace = (finding: ReportFinding) => {
      const findingPlace = placeOfFinding(retries, finding);
      return findingPlace !== null && isSamePlace(findingPlace, place) && matchesFilter(finding, filter);
    };
    const first = exchangeOfTurn.findings.find(isAtPlace) ?? exchangeOfTurn.findings[0];
    const tries = document.getElementById(attemptsId(place));
    const element = tries ?? document.getElementById(first?.id ?? '');
    if (wasVisited && tries === null) return;
    visited.current = { key, element, tries: tries !== null };
    reveal(element);
    element?.focus({ preventScroll: true });
    // An element taller than 80 % of the window is shown from its top.
    element?.scrollIntoView({ block: element.offsetHeight > window.innerHeight * 0.8 ? 'start' : 'center' });
  }, [exchanges, search, key, retries, filter, setFilter]);
};
