import { useRef, useState } from 'react';
import { POINT_VERDICTS, sendProposal } from '#client/features/report/model/report-rulings.ts';
import { type PointSubject, useRulings } from '#client/features/report/model/use-rulings.ts';
import { RulingLine } from '#client/features/report/rulings/ruling-line.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ChoiceRow } from '#client/ui/controls/choice-row.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { PointReply } from '#contract/report.ts';

type Props = {
  subject: Omit<PointSubject, 'turn'>;
  reply: PointReply;
  drillId: string;
  /** Somebody's class: a teacher may rule. */
  isInRun: boolean;
  keepsExample: boolean;
};

/** The trainee's own words, what was decided about them, and a form to decide or, for the trainee, to give an opinion. */
export const DoubtReply = ({ subject, reply, drillId, isInRun, keepsExample }: Props) => {
  const { t } = useTranslation('report');
  const { ruling, proposal } = reply;
  const rulings = useRulings();
  return (
    <li className="border-line border-b border-dashed py-6 first:pt-2 last:border-b-0 last:pb-0">
      <p className="wrap-anywhere whitespace-pre-wrap border-warn-solid border-l-3 pl-10">
        <span className="sr-only">{t('by.trainee')}</span>
        <span lang="zh-CN">{reply.words}</span>
      </p>
      {ruling === null ? null : (
        <RulingLine ruling={ruling} from={t('findings.unsure')} to={t(`doubts.verdict.${ruling.verdict}`)} />
      )}
      {proposal !== null && (rulings !== null || ruling !== null) ? (
        <p className="mt-4 text-12 text-ink-2">{t(proposal ? 'doubts.thinksSaid' : 'doubts.thinksNot')}</p>
      ) : null}
      {!reply.doubtful ? null : rulings === null ? (
        <ProposalChoice {...{ subject, reply, drillId, isInRun }} />
      ) : (
        <SettleChoice {...{ subject, reply, keepsExample }} />
      )}
    </li>
  );
};

const PROPOSAL_CHOICES = ['yes', 'no'] as const;

const ProposalChoice = ({ subject, reply, drillId, isInRun }: Omit<Props, 'keepsExample'>) => {
  const { t } = useTranslation('report');
  // A ref and no state: the new report renders before such a state would be reset, and a press in between was lost.
  const isBusy = useRef(false);
  const { proposal, turn } = reply;
  const propose = async (isPointSaid: boolean | null) => {
    if (isBusy.current) return;
    isBusy.current = true;
    const place = { conversation: subject.conversation, point: subject.point.id, turn };
    const answer = await sendProposal(drillId, place, isPointSaid);
    if (!answer.ok) showToast(answer.error.message, 'bad');
    isBusy.current = false;
  };
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-10 gap-y-4">
      <ChoiceRow
        label={t('doubts.yourView', { point: subject.point.text })}
        value={proposal === null ? null : proposal ? 'yes' : 'no'}
        options={PROPOSAL_CHOICES.map((value) => ({ value, label: t(`doubts.own.${value}`) }))}
        onChange={(choice) => void propose(choice === null ? null : choice === 'yes')}
        className="print:hidden"
      />
      <span role="status" className="text-12 text-ink-2">
        {proposal === null ? null : t(isInRun ? 'doubts.keptForTeacher' : 'doubts.keptAtHome')}
      </span>
    </div>
  );
};

const SettleChoice = ({ subject, reply, keepsExample }: Pick<Props, 'subject' | 'reply' | 'keepsExample'>) => {
  const { t } = useTranslation('report');
  const rulings = useRulings();
  const [isBusy, setIsBusy] = useState(false);
  if (rulings === null) return null;
  const { conversation, point } = subject;
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-4 print:hidden">
      <ChoiceRow
        label={t('doubts.rulingOn', { point: point.text })}
        value={null}
        disabled={isBusy}
        options={POINT_VERDICTS.map((value) => ({ value, label: t(`doubts.verdict.${value}`) }))}
        onChange={(verdict) => {
          if (verdict === null) return;
          setIsBusy(true);
          void rulings
            .settlePoint({ conversation, point: point.id, turn: reply.turn }, verdict, keepsExample)
            .then(() => setIsBusy(false));
        }}
      />
      <Button kind="bare" size="s" onClick={() => rulings.openPointRuling({ ...subject, turn: reply.turn })}>
        {t('doubts.withReason')}
      </Button>
    </div>
  );
};
