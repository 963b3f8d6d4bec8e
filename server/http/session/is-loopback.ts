/** The parts of a request that tell where it was made. */
type RequestOrigin = { address: string; header(name: string): string | null };

const LOOPBACK = /^(::1|(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;
const LOOPBACK_HOST = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?$/i;
/** Headers that a proxy on this machine adds for a browser elsewhere. */
const FORWARDING = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-forwarded-server',
  'x-real-ip',
  'x-client-ip',
  'cf-connecting-ip',
];

/**
 * Whether the browser runs on the server's own machine. The Host is checked, too: a foreign page can point its own
 * name at 127.0.0.1 and then asks from this machine, but under that name.
 */
export const isLoopback = ({ address, header }: RequestOrigin, publicUrl: string | null): boolean =>
  publicUrl === null &&
  LOOPBACK.test(address) &&
  LOOPBACK_HOST.test(header('host') ?? '') &&
  FORWARDING.every((name) => header(name) === null);
