/** What a request says about where it was made. */
type Seen = { address: string; header(name: string): string | null };

const LOOPBACK = /^(::1|(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;
const LOOPBACK_HOST = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?$/i;
/** Anything a proxy on this machine adds for the browser behind it. */
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
 * Whether the browser runs on the server's own machine. The Host is looked at too: a foreign page whose name
 * was pointed at 127.0.0.1 asks from here, but under its own name.
 */
export const isLoopback = ({ address, header }: Seen, publicUrl: string | null): boolean =>
  publicUrl === null &&
  LOOPBACK.test(address) &&
  LOOPBACK_HOST.test(header('host') ?? '') &&
  FORWARDING.every((name) => header(name) === null);
