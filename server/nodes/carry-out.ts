import { HeldElsewhere } from '#drills/runner/drill-needs.ts';
import type { NodeDrills, Runner } from '#drills/runner/ports.ts';
import type { Question } from './node-bus.ts';
import type { RemoteViewers } from './remote-viewers.ts';

/** Does what another node asks of a drill here. Rejects with HeldElsewhere where this node hasn't the drill. */
export const carryOut = async (
  local: Runner & NodeDrills,
  remote: Pick<RemoteViewers, 'of' | 'has'>,
  from: string,
  question: Exclude<Question, { kind: 'follow' }>,
): Promise<unknown> => {
  switch (question.kind) {
    case 'join':
      return local.join(question.drill, remote.of(from, question.viewer), question.after, question.take);
    case 'watch':
      return local.watch(question.drill, remote.of(from, question.viewer), question.after);
    case 'submit': {
      // A viewer who was taken out here and doesn't know it yet is to connect again, not to lose the words.
      if (!local.has(question.drill) || !remote.has(question.viewer)) throw new HeldElsewhere('');
      return local.submit(question.drill, question.viewer, question.commandId, question.request);
    }
    case 'freeze':
      return local.setFrozen(question.drill, question.frozen);
    case 'end':
      return local.end(question.drill, question.why);
    case 'inject':
      return local.inject(question.drill, question.scenario);
    case 'project':
      return local.project(question.drill, question.request);
    case 'transfer':
      return local.transfer(question.drill, question.request);
    case 'lead-answer':
      return local.answerAsLead(question.drill, question.request);
    case 'play':
      return local.play(question.drill, question.commandId, question.act);
    case 'handed-over':
      return local.handedOver(question.seat, question.guest);
  }
};
