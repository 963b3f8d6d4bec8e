/** The order in which a class's faults are talked over. */
import type { ClassFigures } from '#contract/results.ts';
import { codeList, LEFT_ALONE_CODES } from '#scoring/facts/codes.ts';

type Fault = ClassFigures['faults'][number];

export const isRedLine = ({ code }: { code: string }): boolean => code.startsWith('red-line:');

/** Codes of the faults that touch safety, money or privacy, besides the red lines. */
const GRAVEST = codeList('forbidden-action', 'wrong-amount', 'beyond-authority');

const rankOf = (fault: Fault): number =>
  isRedLine(fault) || GRAVEST.includes(fault.code) ? 0 : LEFT_ALONE_CODES.includes(fault.code) ? 1 : 2;

/** Safety, money and privacy first, then customers lost, then the rest; within each by marks lost, then by seats. */
export const byWeight = (a: Fault, b: Fault): number =>
  rankOf(a) - rankOf(b) || b.marks - a.marks || b.seats - a.seats || (a.code < b.code ? -1 : 1);
