import type { MouseEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { replayBefore } from '#client/lib/reports/replay-path.ts';
import type { Report } from '#contract/report.ts';
import type { AxisLayout } from './axis-layout.ts';

/** A press on the axis opens the replay just before that time, with the customer whose lane was pressed. */
export const useAxisMoment = (report: Report, layout: AxisLayout): ((event: MouseEvent<SVGElement>) => void) => {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  return (event) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { headHeight, laneHeight, captionHeight } = layout;
    const down = Math.max(0, event.clientY - top - headHeight);
    const lane = Math.floor(down / laneHeight);
    // A name is none of the moments.
    if (down % laneHeight < captionHeight) return;
    const conversation = report.conversations[lane];
    if (conversation === undefined || event.clientX - left < layout.left) return;
    void navigate(replayBefore(id, layout.timeAt(event.clientX - left), conversation.conversation));
  };
};
