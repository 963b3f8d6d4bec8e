/** Where a request comes from: for limits, the list of sessions and the record of sign-ins. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Whether what a proxy at this address says of its clients is believed. */
export type TrustedProxies = (address: string) => boolean;
/** The address of who asks, for an HTTP request and a socket's handshake alike. */
export type ClientAddress = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string;

/** A proxy on the machine itself: what it says can be forged only by who is on the machine. */
export const LOOPBACK_PROXIES: readonly string[] = ['127.0.0.0/8', '::1'];
/** Proxies that may stand one behind the other. Further entries of the header are not read. */
const MAX_HOPS = 20;

/** IPv4 without the prefix it has on an IPv6 socket; IPv6 without a zone, in lower case. */
const normalized = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/, '');

/** The rule for a list of addresses and networks (10.0.0.0/8, fd00::/8); null when one of them is neither. */
export const trustedProxies = (list: readonly string[]): TrustedProxies | null => {
  const block = new BlockList();
  for (const entry of list) {
    const [, text = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
    const version = isIP(text);
    const length = version === 6 ? 128 : 32;
    const prefix = bits === undefined ? length : Number(bits);
    if (version === 0 || prefix > length) return null;
    block.addSubnet(text, prefix, version === 6 ? 'ipv6' : 'ipv4');
  }
  return (address) => {
    const version = isIP(address);
    return version !== 0 && block.check(address, version === 6 ? 'ipv6' : 'ipv4');
  };
};

/**
 * Reads X-Forwarded-For from its end for as long as the address before it is a trusted proxy's: the rest of the header
 * can be written by the client itself.
 */
export const createClientAddress =
  (isTrusted: TrustedProxies): ClientAddress =>
  ({ headers, socket }) => {
    let address = normalized(socket.remoteAddress ?? '');
    const header = headers['x-forwarded-for'];
    const entries = (typeof header === 'string' ? header : (header ?? []).join(',')).split(',');
    for (const entry of entries.slice(-MAX_HOPS).reverse()) {
      const forwardedAddress = normalized(entry);
      if (!isTrusted(address) || isIP(forwardedAddress) === 0) break;
      address = forwardedAddress;
    }
    return address;
  };

/** The eight groups of an IPv6 address, without leading noughts. */
const groupsOf = (address: string): string[] => {
  const [head = '', tail] = address.split('::');
  const leadingGroups = head === '' ? [] : head.split(':');
  const trailingGroups = tail === undefined || tail === '' ? [] : tail.split(':');
  const missingGroups = tail === undefined ? 0 : 8 - leadingGroups.length - trailingGroups.length;
  const groups = [
    ...leadingGroups,
    ...Array.from({ length: Math.max(0, missingGroups) }, () => '0'),
    ...trailingGroups,
  ];
  return groups.map((group) => group.replace(/^0+(?=.)/, ''));
};

/** The key of a limit by address: IPv6 by its /64, which is one customer's, whatever number of addresses it takes in it. */
export const limitedAddress = (address: string): string =>
  isIP(address) === 6 ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address;

/** An address as it is kept and shown: its network alone, /24 or /64. */
export const shortAddress = (address: string): string =>
  isIP(address) === 4 ? address.replace(/\.\d+$/, '.0/24') : limitedAddress(address);
