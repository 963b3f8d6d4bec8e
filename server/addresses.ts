import { networkInterfaces } from 'node:os';

/** Addresses other machines on the network can type: IPv4, private ranges first. */
export function lanAddresses(): string[] {
  const found = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
    .map(({ address }) => address);
  const isHome = (address: string) => /^(192\.168|10|172\.(1[6-9]|2\d|3[01]))\./.test(address);
  return found.sort((a, b) => Number(isHome(b)) - Number(isHome(a)));
}
