import { networkInterfaces } from 'node:os';

/** Addresses other machines on the network can type, with their interface's name: IPv4, private ranges first. */
export const lanNetworks = (): { address: string; network: string }[] => {
  const networks = Object.entries(networkInterfaces()).flatMap(([network, entries]) =>
    (entries ?? [])
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
      .map(({ address }) => ({ address, network })),
  );
  const isPrivate = (address: string) => /^(192\.168|10|172\.(1[6-9]|2\d|3[01]))\./.test(address);
  return networks.sort((a, b) => Number(isPrivate(b.address)) - Number(isPrivate(a.address)));
};

export const lanAddresses = (): string[] => lanNetworks().map(({ address }) => address);

/** Whether this machine has the address itself. */
export const isOwnAddress = (address: string): boolean =>
  Object.values(networkInterfaces()).some((entries) => entries?.some((one) => one.address === address));
