import { useState } from 'react';
import { pathTo } from '#client/lib/endpoints.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { showToast } from '#client/ui/layout/toast-store.ts';
import '#client/features/report/model/takeaway-strings.ts';

const KINDS = ['docx', 'json'] as const;
type Kind = (typeof KINDS)[number];

/** Has the server make the report as a file; who is told no is told why. */
export const useReportFile = (drillId: string): { isBusy: boolean; save: (kind: Kind) => Promise<void> } => {
  const { t } = useTranslation('takeaway');
  const [isBusy, setIsBusy] = useState(false);
  const save = async (kind: Kind) => {
    setIsBusy(true);
    const refused = await download(pathTo(`GET /api/drills/:id/report.${kind}`, { id: drillId }), `report.${kind}`);
    setIsBusy(false);
    if (refused !== null) showToast(t('notSaved', { why: refused }), 'bad');
  };
  return { isBusy, save };
};

/** One line of a menu, with what it is for. */
export const MENU_LINE =
  'block w-full rounded-5 px-10 py-6 text-left text-13 hover:bg-soft disabled:text-ink-3 focus-visible:-outline-offset-2 max-pane:min-h-44';

/** The report as a file: Word to write in and sign, JSON for a program. */
export const FileLines = ({ isBusy, onChosen }: { isBusy: boolean; onChosen: (kind: Kind) => void }) => {
  const { t } = useTranslation('takeaway');
  return KINDS.map((kind) => (
    <li key={kind}>
      <button type="button" disabled={isBusy} onClick={() => onChosen(kind)} className={MENU_LINE}>
        <span className="block text-13">{t(kind)}</span>
        <span className="block text-12 text-ink-3">{t(`${kind}Text`)}</span>
      </button>
    </li>
  ));
};
