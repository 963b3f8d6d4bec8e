import { useState } from 'react';
import {
  MAX_REASON_CHARACTERS,
  MIN_REASON_CHARACTERS,
  type NewRuling,
  POINT_VERDICTS,
  type PointVerdict,
} from '#client/features/report/model/report-rulings.ts';
import { useAppealAt } from '#client/features/report/model/use-discussion.ts';
import type { PointSubject } from '#client/features/report/model/use-rulings.ts';
import type { Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ChoiceList } from '#client/ui/controls/choice-list.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';
import { AppealText } from './appeal-text.tsx';
import { ExampleCheck } from './example-check.tsx';
import { RulingForm } from './ruling-form.tsx';

type Props = {
  subject: PointSubject;
  onClose: () => void;
  /** Null when it was stored, else why not. */
  onRule: (ruling: NewRuling) => Promise<Trouble | null>;
};

/** A ruling on whether a reply says a point. The quote explains it, so the reason may be left out. */
export const PointRulingDialog = ({ subject, onClose, onRule }: Props) => {
  const { t } = useTranslation('report');
  const { conversation, question, point } = subject;
  const [turn, setTurn] = useState(subject.turn);
  const [verdict, setVerdict] = useState<PointVerdict>(point.state === 'covered' ? 'not-said' : 'covered');
  const [reason, setReason] = useState('');
  const [keepsExample, setKeepsExample] = useState(true);
  const appeal = useAppealAt({ kind: 'point', point: { conversation, point: point.id, turn } });
  // A trainee who appealed gets a reason; without an appeal the quote is enough.
  const isReasonMissing = appeal !== null && reason.trim().length < MIN_REASON_CHARACTERS;
  const reply = point.replies.find((candidate) => candidate.turn === turn);

  return (
    <RulingForm
      title={t('doubts.ruleTitle')}
      text={t('doubts.ruleText', { question, point: point.text })}
      blockReason={isReasonMissing ? t('ruling.noReason') : null}
      onClose={onClose}
      onSubmit={() =>
        onRule({
          point: { conversation, point: point.id, turn },
          verdict,
          reason: reason.trim(),
          example: keepsExample,
        })
      }
    >
      <AppealText appeal={appeal} />
      {point.replies.length > 1 ? (
        <ChoiceList
          label={t('doubts.whichReply')}
          value={String(turn)}
          options={point.replies.map((option) => ({ value: String(option.turn), label: option.words }))}
          onChange={(value) => setTurn(Number(value))}
        />
      ) : (
        <p className="wrap-anywhere whitespace-pre-wrap border-line-2 border-l-3 pl-10">{reply?.words}</p>
      )}
      <ChoiceList
        label={t('ruling.verdict')}
        value={verdict}
        options={POINT_VERDICTS.map((value) => ({
          value,
          label: t(`doubts.verdict.${value}`),
          text: t(`doubts.means.${value}`),
        }))}
        onChange={setVerdict}
      />
      <AreaField
        label={t(appeal === null ? 'doubts.why' : 'ruling.why')}
        rows={2}
        maxLength={MAX_REASON_CHARACTERS}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ExampleCheck checked={keepsExample} onChange={setKeepsExample} />
    </RulingForm>
  );
};
