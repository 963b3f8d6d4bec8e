/**
 * The network an address lies in, as exams and limits count it: an IPv4 address by itself, also where it is written as
 * IPv6, and an IPv6 address by its first 64 bits, because one household or phone has all that follow. Null for this
 * machine and for what is no address: a proxy here says nothing of who asks.
 */
export const networkOf = (address: string | undefined): string | null => {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(plain)) return plain.startsWith('127.') ? null : plain;
  if (!plain.includes(':') || plain === '::1') return null;
  const [head = '', tail] = plain.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const before = groups(head);
  const after = groups(tail ?? '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const whole = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return `${whole
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
};
