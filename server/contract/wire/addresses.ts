/** Where this server is reached by others. */
/**
 * Addresses by which others reach this server, for links and codes that leave the page. `addresses`: of its networks, told to
 * a browser on the machine itself alone; every other browser has one that works in its own address bar.
 */
export type ShareAddresses = { publicUrl: string | null; addresses: { network: string; url: string }[] };

/** Addresses of this machine and who has reached it, for a class that can't get in. */
export type Reachability = {
  /** `port`: where the server listens. `publicUrl` null: none is set. `onlyHere`: only this machine can reach it (HOST). */
  port: number;
  publicUrl: string | null;
  onlyHere: boolean;
  addresses: { address: string; url: string; network: string }[];
  /** Other devices heard of in the last ten minutes. */
  others: number;
  lastOtherAt: number | null;
};
