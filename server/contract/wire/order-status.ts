/** Where an order stands, as every list of orders says it. */
import { z } from 'zod';

export const orderStatus = z.enum(['unpaid', 'paid', 'shipped', 'signed', 'cancelled']);
