import { useTranslation } from '#client/lib/hooks/use-translation.ts';

type Props = { showsNames: boolean; onShowsNames: (showsNames: boolean) => void };

/** Takes the names off a report that the class looks at together. */
export const HideNames = ({ showsNames, onShowsNames }: Props) => {
  const { t } = useTranslation('results');
  return (
    <label className="mr-4 flex items-center gap-6 max-pane:min-h-44">
      <input
        type="checkbox"
        checked={!showsNames}
        onChange={(event) => onShowsNames(!event.target.checked)}
        className="size-16 accent-accent-solid"
      />
      {t('class.hideNames')}
    </label>
  );
};
