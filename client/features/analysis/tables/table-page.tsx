import { useParams } from 'react-router';
import { LoadedAnalysis } from '#client/features/analysis/analysis-page.tsx';
import { pathTo } from '#client/lib/endpoints.ts';

/** One of the shop's own tables: the same filters, chart and questions as drills have. */
export const TablePage = () => {
  const { table = '' } = useParams();
  return (
    <LoadedAnalysis
      path={pathTo('GET /api/service-tables/:table/analysis', { table })}
      file={pathTo('GET /api/service-tables/:table/analysis.xlsx', { table })}
    />
  );
};
