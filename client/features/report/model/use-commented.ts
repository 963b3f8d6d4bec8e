import { useMemo } from 'react';
import { useDiscussion } from './use-discussion.ts';

/** Keys of commented findings and first messages of commented turns: no filter hides what a person wrote. */
export const useCommentedKeys = (): ReadonlySet<string> => {
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
