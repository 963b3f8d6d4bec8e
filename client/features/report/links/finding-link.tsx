import { Link } from 'react-router';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

/** Leads to a finding on this page; the address keeps it, so that back returns. Nothing for a finding without number. */
export const FindingLink = ({ id, number }: { id: string; number: number | undefined }) => {
  const { t } = useTranslation('report');
  if (number === undefined) return null;
  return (
    <Link
      to={`#${id}`}
      className="link whitespace-nowrap pointer-coarse:-mx-2 pointer-coarse:inline-block pointer-coarse:min-w-44 pointer-coarse:px-2 pointer-coarse:py-12 max-pane:-mx-2 max-pane:inline-block max-pane:min-w-44 max-pane:px-2 max-pane:py-12"
    >
      {t('place', { number })}
    </Link>
  );
};
