import { type ReactNode, useMemo, useState } from 'react';
import { openAppealAt, placeOf, sendRulingOnAppeal } from '#client/features/report/model/report-discussion.ts';
import { type NewRuling, sendRuling, sendUndo } from '#client/features/report/model/report-rulings.ts';
import { useDiscussion } from '#client/features/report/model/use-discussion.ts';
import {
  type PointSubject,
  type RulingSubject,
  type Rulings,
  RulingsContext,
} from '#client/features/report/model/use-rulings.ts';
import type { Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Report } from '#contract/report.ts';
import { PointRulingDialog } from './point-ruling-dialog.tsx';
import { RulingDialog } from './ruling-dialog.tsx';

type Props = { drillId: string; report: Report; children: ReactNode };

/** The id under which a new report holds the ruling just made. */
const idOfNewRuling = (report: Report, newRuling: NewRuling): string | undefined => {
  if ('point' in newRuling) {
    const { conversation, point, turn } = newRuling.point;
    const row = report.ledger.find(
      (ledgerRow) =>
        ledgerRow.conversation === conversation && ledgerRow.points.some((pointOfRow) => pointOfRow.id === point),
    );
    const replies = row?.points.find((candidate) => candidate.id === point)?.replies;
    return replies?.find((reply) => reply.turn === turn)?.ruling?.id;
  }
  const { finding } = newRuling;
  return finding === null
    ? report.ruled?.id
    : report.findings.find((candidate) => candidate.key === finding)?.ruling?.id;
};

/** Staff read the trainee's page and may overrule any part of it; every ruling can be taken back. */
export const StaffRulings = ({ drillId, report, children }: Props) => {
  const { t } = useTranslation('report');
  const [subject, setSubject] = useState<RulingSubject | undefined>(undefined);
  const [pointSubject, setPointSubject] = useState<PointSubject | null>(null);
  const discussion = useDiscussion()?.discussion ?? null;
  const rulings = useMemo<Rulings & { send: (ruling: NewRuling) => Promise<Trouble | null> }>(() => {
    const undoRuling = (ruling: string): void =>
      void sendUndo(drillId, ruling).then((answer) =>
        answer.ok ? showToast(t('ruling.undone')) : showToast(answer.error.message, 'bad'),
      );
    const send = async (ruling: NewRuling): Promise<Trouble | null> => {
      const appeal = discussion === null ? null : openAppealAt(discussion, placeOf(ruling));
      const answer =
        appeal === null ? await sendRuling(drillId, ruling) : await sendRulingOnAppeal(drillId, appeal.id, ruling);
      if (!answer.ok) return answer.error;
      const newRulingId = idOfNewRuling(answer.value, ruling);
      showToast(
        t('ruling.stored'),
        'plain',
        newRulingId === undefined ? undefined : { label: t('ruling.undo'), run: () => undoRuling(newRulingId) },
      );
      return null;
    };
    return {
      openRuling: setSubject,
      openPointRuling: setPointSubject,
      settlePoint: async (point, verdict, keepsExample) => {
        const refusal = await send({ point, verdict, reason: '', example: keepsExample });
        if (refusal !== null) showToast(refusal.message, 'bad');
      },
      undoRuling,
      send,
    };
  }, [drillId, discussion, t]);
  const rule = async (ruling: NewRuling) => {
    const refusal = await rulings.send(ruling);
    if (refusal !== null) return refusal;
    setSubject(undefined);
    setPointSubject(null);
    return null;
  };
  return (
    <RulingsContext value={rulings}>
      {children}
      {subject === undefined ? null : (
        <RulingDialog report={report} subject={subject} onClose={() => setSubject(undefined)} onRule={rule} />
      )}
      {pointSubject === null ? null : (
        <PointRulingDialog subject={pointSubject} onClose={() => setPointSubject(null)} onRule={rule} />
      )}
    </RulingsContext>
  );
};
