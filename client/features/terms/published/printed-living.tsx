import './strings.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { SheetRow, TermSheet } from '#contract/terms/sheet.ts';
import { PrintedSheet } from './printed-sheet.tsx';
import { stateText } from './state-text.ts';

/** The sheet as it stands, on paper: it says whether it is the published one. */
export const PrintedLiving = ({ body, rows }: { body: TermSheet; rows: readonly SheetRow[] }) => {
  const { t } = useTranslation('published-sheets');
  return <PrintedSheet body={body} rows={rows} term={body.term} state={stateText(t, body, rows)} />;
};
