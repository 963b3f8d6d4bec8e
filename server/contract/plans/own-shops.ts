/** 各队演自己的店: seats of a team that stands for a shop get as many of its cases as the plan has (RULES J92). */
import { z } from 'zod';

/** Left out: all seats get the same cases. */
export const ownShopsSchema = z.literal(true).optional();

type Planned = { ownShops?: true | undefined; rush?: object | undefined; mode: string };
/** A rush has a shop of its own, and in an exam everybody gets the same. */
export const mayHaveOwnShops = ({ ownShops, rush, mode }: Planned): boolean =>
  ownShops === undefined || (rush === undefined && mode !== 'exam');

/** `shopName` null: the team stands for no shop. `titles` null: it plays the plan's cases, for the shop hasn't as many. */
export type OwnShop = { team: string; shopName: string | null; titles: string[] | null };
