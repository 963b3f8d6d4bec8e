/** The record of sign-ins and refusals: who, when, what, and from which network; no secret is in it. */
import { shortAddress } from '#common/client-address.ts';
import type { Clock } from '#common/clock.ts';
import {
  type Device,
  REFUSED_KINDS,
  SIGN_INS_KEPT_DAYS,
  SIGN_INS_SHOWN,
  type SignInKind,
  type SignInRow,
  type SignInsBody,
  type SignInsQuery,
} from '#contract/sign-ins.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import { say } from '#i18n/say.ts';
import type { PeopleStorage, Person } from '#storage/people.ts';
import type { SignInsStorage } from '#storage/sign-ins.ts';
import { deviceName } from './device-name.ts';
import { newId } from './ids.ts';

/** `person`: null where no account was meant; what was typed as a login may be a password and is not kept. */
export type SignInNote = {
  kind: SignInKind;
  person: Pick<Person, 'id' | 'school'> | null;
  /** The admin who did it; null: the person. */
  by?: string | null;
  /** The whole address; its network is kept. */
  address: string;
  device: Device;
};
export type SignInLog = {
  note(noted: SignInNote): Promise<void>;
  /** What an admin may read; `most` rows. */
  read(reader: { school: string; machineAdmin: boolean }, asked: SignInsQuery, maxRows?: number): Promise<SignInsBody>;
};
type Needs = { signIns: SignInsStorage; people: PeopleStorage; clock: Pick<Clock, 'now'> };

/** Refusals alike within so long are one row: somebody who tries passwords doesn't fill the disk. */
const MERGE_WITHIN_MS = 3600_000;

export const createSignInLog = ({ signIns, people, clock }: Needs): SignInLog => {
  let lastForgottenAt = Number.NEGATIVE_INFINITY;
  const forgetOld = async (now: number): Promise<void> => {
    if (now - lastForgottenAt < DAY_MS) return;
    lastForgottenAt = now;
    await signIns.deleteBefore(now - SIGN_INS_KEPT_DAYS * DAY_MS);
  };

  return {
    note: async ({ kind, person, by = null, address, device }) => {
      const at = clock.now();
      await forgetOld(at);
      const row = {
        ...{ id: newId('e'), school: person?.school ?? null, person: person?.id ?? null, kind, by, ...device },
        ...{ address: shortAddress(address), at, lastAt: at, count: 1 },
      };
      if (REFUSED_KINDS.includes(kind) && (await signIns.countRepeat(row, at - MERGE_WITHIN_MS))) return;
      await signIns.add(row);
    },
    read: async ({ school, machineAdmin }, { person, from, to }, maxRows = SIGN_INS_SHOWN) => {
      await forgetOld(clock.now());
      const nameOf = async (id: string | null): Promise<string | null> =>
        id === null ? null : ((await people.person(id))?.name ?? say('data:deleted'));
      const found = await signIns.list({
        ...{ school, includesMachine: machineAdmin, person: person ?? null },
        ...{ from: from ?? 0, to: to ?? Number.MAX_SAFE_INTEGER, limit: maxRows + 1 },
      });
      const rows = await Promise.all(
        found.slice(0, maxRows).map(
          async ({ id, at, lastAt, count, kind, person: personId, by, address, ...device }): Promise<SignInRow> => ({
            ...{ id, at, lastAt, count, kind, address },
            what: say(`sign-ins:kind.${kind}`),
            refused: REFUSED_KINDS.includes(kind),
            person: await nameOf(personId),
            by: await nameOf(by),
            device: deviceName(device),
          }),
        ),
      );
      return { rows, more: found.length > maxRows };
    },
  };
};
