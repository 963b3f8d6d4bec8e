import { useCallback, useState } from 'react';
import { pathTo } from '#client/lib/endpoints.ts';
import { ADDRESS_KEY, PUBLIC_ID, rememberedAddress } from '#client/lib/hooks/share-address.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

/** `id` names the network and is remembered: its address changes from day to day, its name doesn't. */
export type Address = { id: string; name: string; url: string };

/** Where trainees can reach this server, and which of these the teacher shows. */
export const useAddresses = () => {
  const { t } = useTranslation('wall');
  const { loaded, reload: askAgain } = useLoad(pathTo('GET /api/reachability'));
  const [chosenId, setChosenId] = useState(rememberedAddress);
  const reachability = loaded.state === 'ready' ? loaded.value : null;
  const allAddresses: Address[] = [
    ...(reachability?.publicUrl ? [{ id: PUBLIC_ID, name: t('address.public'), url: reachability.publicUrl }] : []),
    ...(reachability?.addresses.map(({ network, url }) => ({ id: network, name: network, url })) ?? []),
  ];
  const fallback: Address = { id: 'here', name: t('address.here'), url: window.location.origin };
  const address = allAddresses.find((knownAddress) => knownAddress.id === chosenId) ?? allAddresses[0] ?? fallback;
  const choose = useCallback((id: string) => {
    setChosenId(id);
    try {
      localStorage.setItem(ADDRESS_KEY, id);
    } catch {
      // Chosen for this page only.
    }
  }, []);
  return { reachability, allAddresses, address, choose, askAgain };
};

/** `192.168.1.5:3000`: what one types; the browser adds the rest. */
export const shownAddress = (url: string): string => url.replace(/^http:\/\//, '').replace(/\/$/, '');
export const joinUrl = (url: string, code: string): string => new URL(`/join/${code}`, url).href;

/** 482 913: six digits in two groups are read out and typed with fewer mistakes. */
export const groupedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
