import { History, Printer } from 'lucide-react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import type { DrillSummary, ScenarioCard } from '#contract/bodies.ts';
import type { Report } from '#contract/report.ts';
import { DownloadMenu, MoreMenu } from './file-menu.tsx';

export type ReportOfDrill = {
  drillId: string;
  report: Report;
  drill: DrillSummary | null;
  isStaffView: boolean;
  /** The cases that can be practised now; null while nobody knows. */
  offeredCards: readonly ScenarioCard[] | null;
};

/** Beside the report's title. On a phone what is seldom used stands under 更多, and the rest after the verdict (RULES X58). */
export const HeadActions = (props: ReportOfDrill) => {
  const { t } = useTranslation('report');
  const isPhone = usePhone();
  if (isPhone) return <MoreMenu drillId={props.drillId} />;
  return (
    <span className="ml-auto flex flex-wrap gap-8 print:hidden">
      <AgainLinks {...props} />
      <DownloadMenu drillId={props.drillId} />
      <ReplayLink drillId={props.drillId} />
      <Button size="s" onClick={() => window.print()}>
        <Printer size={14} aria-hidden="true" />
        {t('ui:print')}
      </Button>
    </span>
  );
};

/** On a phone the next round and the replay, once the verdict has been read. */
export const PhoneActions = (props: ReportOfDrill) =>
  usePhone() ? (
    <div className="mt-8 grid grid-flow-col gap-8 print:hidden">
      <AgainLinks {...props} />
      <ReplayLink drillId={props.drillId} />
    </div>
  ) : null;

const ReplayLink = ({ drillId }: { drillId: string }) => {
  const { t } = useTranslation('report');
  return (
    <ButtonLink size="s" to={`/drills/${drillId}/replay`}>
      <History size={14} aria-hidden="true" />
      {t('replay.whole')}
    </ButtonLink>
  );
};

/** The same customers again, or the next round of who comes by chance. */
const AgainLinks = ({ report, drill, isStaffView, offeredCards }: ReportOfDrill) => {
  const { t } = useTranslation('report');
  if (isStaffView) return null;
  // Only the planned cases: an incident's case has no start card of its own.
  const plannedIds = drill?.scenarios.map((scenario) => scenario.id);
  const caseIds = [...new Set(report.conversations.map((conversation) => conversation.scenario))].filter(
    (id) => plannedIds === undefined || plannedIds.includes(id),
  );
  const shortCaseIds = new Set(drill?.scenarios.flatMap((scenario) => (scenario.short ? [scenario.id] : [])));
  // Who comes to a rush is drawn anew: its customers together are no start card.
  const isRush = report.rush !== undefined;
  // A school may have withdrawn one since; short customers are in no list, and always there.
  const canRepeat =
    !isRush &&
    caseIds.length > 0 &&
    caseIds.every((id) => shortCaseIds.has(id) || (offeredCards?.some((card) => card.id === id) ?? true));
  const isRound = caseIds.length > 0 && caseIds.every((id) => shortCaseIds.has(id));
  return (
    <>
      {canRepeat ? (
        <ButtonLink size="s" to={`/start?scenarios=${caseIds.join(',')}`}>
          {t('sameAgain')}
        </ButtonLink>
      ) : null}
      {isRound || isRush ? (
        <ButtonLink size="s" to="/">
          {t(isRush ? 'nextRush' : 'nextRound')}
        </ButtonLink>
      ) : null}
    </>
  );
};
