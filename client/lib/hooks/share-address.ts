/** The address for links and codes that leave this page: the one the lobby shows, never that of the machine alone. */
import { pathTo } from '#client/lib/endpoints.ts';
import type { ShareAddresses } from '#contract/wire/addresses.ts';
import { useLoad } from './use-load.ts';

export const ADDRESS_KEY = 'kefu.address';
/** Of the public address, where the others are called by their network. */
export const PUBLIC_ID = 'public';

/** The network, or the public address, that a teacher chose at this device's lobby. */
export const rememberedAddress = (): string | null => {
  try {
    return localStorage.getItem(ADDRESS_KEY);
  } catch {
    return null;
  }
};

/** Of the server's addresses the one chosen at the lobby, else the public one, else the first; `here`: where it has none. */
export const shareOrigin = ({ publicUrl, addresses }: ShareAddresses, chosen: string | null, here: string): string => {
  const known = [
    ...(publicUrl === null ? [] : [{ id: PUBLIC_ID, url: publicUrl }]),
    ...addresses.map(({ network, url }) => ({ id: network, url })),
  ];
  return (known.find(({ id }) => id === chosen) ?? known[0])?.url ?? here;
};

/** The whole address of a path as others open it. Until the server has answered, that of this page. */
export const useShareLink = (): ((path: string) => string) => {
  const { loaded } = useLoad(pathTo('GET /api/addresses'));
  const origin =
    loaded.state === 'ready'
      ? shareOrigin(loaded.value, rememberedAddress(), window.location.origin)
      : window.location.origin;
  return (path) => new URL(path, origin).href;
};
