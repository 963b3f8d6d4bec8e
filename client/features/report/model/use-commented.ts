import { useMemo } from 'react';
import { useDiscussion } from './use-discussion.ts';

/** Keys of findings and first messages of turns that somebody commented: what a person wrote hides behind no filter. */
export const useCommented = (): ReadonlySet<string> => {
  const comments = useDiscussion()?.discussion?.comments;
  return useMemo(
    () =>
      new Set(
        (comments ?? []).flatMap(({ place }) =>
          place.kind === 'finding' ? [place.finding] : place.kind === 'turn' ? [place.message] : [],
        ),
      ),
    [comments],
  );
};
