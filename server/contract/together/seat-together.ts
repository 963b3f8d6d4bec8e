/** What a lesson's plan allows between its seats, and what a seat knows of it. */
import { z } from 'zod';
import type { SeatLead } from './leads.ts';
import type { SeatRolePlay } from './role-plays.ts';
import type { SeatTransfers } from './transfers.ts';

/** 允许互相转接 (RULES J110), and 角色扮演 pair by pair (J105). */
export const togetherFields = { transfers: z.literal(true).optional(), rolePlay: z.literal(true).optional() };

/** Absent: the seat leads nobody, nobody may be given to a classmate, the system plays the customers. */
export type SeatTogether = { lead?: SeatLead; transfers?: SeatTransfers; rolePlay?: SeatRolePlay };
