/** The route of typing practice. What is typed stays on the device. */
import { typingSchema } from '#contract/wire/typing.ts';
import type { RouteTable } from './route-spec.ts';

export const typingRouteSpecs = {
  'GET /api/typing': { who: 'anyone', reply: typingSchema },
} as const satisfies RouteTable;
