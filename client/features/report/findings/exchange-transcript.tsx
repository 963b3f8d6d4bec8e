import { Fragment, type ReactNode, useContext } from 'react';
import type { ConversationPlace } from '#client/drill/model/drill-view.ts';
import { BystanderName } from '#client/drill/thread/bystander-name.tsx';
import { CustomerPicture } from '#client/drill/thread/customer-picture.tsx';
import { PlaceTag, PlaceWords } from '#client/drill/thread/place-words.tsx';
import { isTimed } from '#client/features/report/model/anatomy-parts.ts';
import { type Exchange, linesWithSilences, type TranscriptLine } from '#client/features/report/model/exchanges.ts';
import { MarkedContext } from '#client/features/report/model/use-moment-of-address.ts';
import { InlineEditor } from '#client/features/report/rulings/inline-editor.tsx';
import { AnatomyLine } from '#client/features/report/time/anatomy-line.tsx';
import { clock, seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { PAGE_LANG } from '#client/lib/language.ts';
import type { TFunction } from '#client/lib/messages.ts';
import type { Retryable } from '#client/lib/reports/report-retries.ts';
import { cx } from '#client/ui/cx.ts';
import type { ReportFinding } from '#contract/report.ts';
import { MarkedText, Numbered } from './marked-text.tsx';
import { RetryButton } from './retry-button.tsx';

type Props = {
  exchange: Exchange;
  numbers: ReadonlyMap<string, number>;
  /** The turn to do again, where no finding beside offers it. */
  retryPlace: Retryable | null;
  /** The words stay in sight beside a long list. */
  isSticky: boolean;
};

/** How long the customer waited, and how late the reply came where they had stopped waiting before it. */
const waitedText = (waitedS: number, repliedAfterS: number | null, t: TFunction<'report'>): string =>
  repliedAfterS === null
    ? t('findings.waited', { seconds: seconds(waitedS) })
    : t('findings.waitedInVain', { seconds: seconds(waitedS), later: seconds(repliedAfterS) });

/** What was said in an exchange, and how long the answer took. */
export const ExchangeTranscript = ({ exchange, numbers, retryPlace, isSticky }: Props) => {
  const { t } = useTranslation('report');
  const isLate = exchange.findings.some((finding) => finding.family === 'late');
  return (
    <div
      className={cx('px-16 py-12 max-pane:px-14', isSticky && 'sticky top-60 self-start max-side:static print:static')}
    >
      <p className="mb-6 flex flex-wrap items-center gap-x-8 text-12 text-ink-3">
        <b lang="zh-CN" className="text-ink">
          {exchange.conversation.name}
        </b>
        <PlaceTag place={exchange.place} />
        {t('findings.from', { at: clock(exchange.startedAt) })}
        {exchange.waitedS === null ? null : <span>{waitedText(exchange.waitedS, exchange.repliedAfterS, t)}</span>}
      </p>
      <ul className="flex flex-col gap-4">
        {linesWithSilences(exchange).map((part) =>
          'by' in part ? (
            <Fragment key={part.id}>
              <PlaceChange place={exchange.placeChanges.get(part.id)} />
              <TranscriptItem line={part} findings={exchange.findings} numbers={numbers} />
            </Fragment>
          ) : (
            <li key={part.id} className="self-end rounded-5 border border-edge border-dashed px-10 py-5 text-ink-2">
              <Numbered text={part.quote} ids={[part]} numbers={numbers} />
            </li>
          ),
        )}
      </ul>
      {exchange.anatomy === null || !isTimed(exchange.anatomy) || !isLate ? null : (
        <AnatomyLine round={exchange.anatomy} />
      )}
      {retryPlace === null ? null : <RetryButton place={retryPlace} subject={exchange.conversation.name} />}
      <InlineEditor
        place={{ kind: 'turn', message: exchange.id }}
        subject={`${exchange.conversation.name} ${clock(exchange.startedAt)}`}
        mayCostMarks={false}
      />
    </div>
  );
};

/** From here on others read along, or nobody does any more. */
const PlaceChange = ({ place }: { place: ConversationPlace | undefined }) =>
  place === undefined ? null : (
    <li className="self-center text-12 text-ink-2">
      <PlaceWords place={place} />
    </li>
  );

const LINE_CLASSES: Record<TranscriptLine['by'] | 'picture', string> = {
  // It has a frame of its own.
  picture: 'self-start',
  customer: 'self-start rounded-5 border border-line bg-soft px-10 py-5',
  bystander: 'self-start rounded-5 border border-edge border-dashed px-10 py-5 text-ink-2',
  trainee: 'self-end rounded-5 border border-tint-line bg-mine px-10 py-5',
  withdrawn: 'self-end rounded-5 border border-edge border-dashed px-10 py-5 text-ink-3',
  action: 'self-end text-12 text-ink-3',
  event: 'self-center text-12 text-ink-3',
};

/** Words taken back stay readable: nobody's log forgets them. */
const Words = ({ isStruck, children }: { isStruck: boolean; children: ReactNode }) =>
  isStruck ? <del>{children}</del> : children;

type TranscriptItemProps = {
  line: TranscriptLine;
  findings: readonly ReportFinding[];
  numbers: ReadonlyMap<string, number>;
};

const TranscriptItem = ({ line, findings, numbers }: TranscriptItemProps) => {
  const { t } = useTranslation('report');
  const isMarked = useContext(MarkedContext).line === line.id;
  return (
    <li
      id={`line-${line.id}`}
      lang="zh-CN"
      tabIndex={isMarked ? -1 : undefined}
      aria-current={isMarked ? 'location' : undefined}
      className={cx(
        'wrap-anywhere max-w-[88%] whitespace-pre-wrap scroll-mt-60',
        LINE_CLASSES[line.picture === undefined ? line.by : 'picture'],
        isMarked && 'outline-2 outline-accent outline-offset-2',
      )}
    >
      {line.by === 'bystander' ? (
        <BystanderName name={line.name ?? ''} />
      ) : (
        <span lang={PAGE_LANG} className={line.by === 'action' ? '' : 'sr-only'}>
          {t(`by.${line.by}`)}
        </span>
      )}
      {line.picture === undefined ? (
        <Words isStruck={line.isWithdrawn === true}>
          <MarkedText text={line.text} message={line.id} findings={findings} numbers={numbers} />
        </Words>
      ) : (
        <CustomerPicture picture={line.picture} />
      )}
      {line.isWithdrawn === true ? (
        <span lang={PAGE_LANG} className="ml-6 text-12 text-ink-3">
          {t(line.by === 'withdrawn' ? 'findings.withdrawn' : 'findings.withdrawnLate')}
        </span>
      ) : null}
      {line.quickReply === null ? null : (
        <span lang={PAGE_LANG} className="ml-6 whitespace-nowrap text-12 text-ink-3">
          {t('findings.quickReply')}
        </span>
      )}
    </li>
  );
};
