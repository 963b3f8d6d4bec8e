import type { ReactNode } from 'react';
import { Disclosure } from '#client/ui/layout/disclosure.tsx';
import type { Report } from '#contract/report.ts';

type Props = { report: Report; head: ReactNode; children: ReactNode };

/** Closes a long part in the report of a rush, where it is as long as its customers are many; elsewhere it stands open. */
export const RushDisclosure = ({ report, head, children }: Props) =>
  report.rush === undefined ? (
    children
  ) : (
    <Disclosure head={<span className="text-ink-2">{head}</span>}>{children}</Disclosure>
  );
