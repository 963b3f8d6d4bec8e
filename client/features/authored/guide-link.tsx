import { pathTo } from '#client/lib/endpoints.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

/** Numbers of the guide's chapters in either language. */
const CHAPTERS = { varying: 11 } as const;

/** A link to the guide on how a case is written, or to a chapter of it. It opens beside this page, so the uploaded files stay. */
export const GuideLink = ({ chapter }: { chapter?: keyof typeof CHAPTERS }) => {
  const { t } = useTranslation('authored');
  return (
    <a
      href={`${pathTo('GET /guide/writing-a-case')}${chapter === undefined ? '' : `#s${CHAPTERS[chapter]}`}`}
      target="_blank"
      rel="noreferrer"
      className="text-accent underline underline-offset-2"
    >
      {t(chapter === undefined ? 'guide' : `guideTo.${chapter}`)}
    </a>
  );
};
