import type { RunsStorage, Seat } from '#storage/runs.ts';
import { type Tables, writeUnlessTaken } from './dialect.ts';

type Seats = Pick<RunsStorage, 'seats' | 'seat' | 'seatsHeld' | 'schoolOfDevice' | 'addSeat' | 'changeSeat'>;

export const seatsStorage = ({ db }: Tables): Seats => {
  const seats = db
    .selectFrom('seats')
    .select(['id', 'run', 'school', 'person', 'no', 'name', 'place', 'guest'])
    .select(['joined_at as joinedAt', 'asking_guest as askingGuest', 'refused_guest as refusedGuest']);
  return {
    seats: (run) => seats.where('run', '=', run).orderBy('place').orderBy('rowid').execute(),
    seat: async (id) => (await seats.where('id', '=', id).executeTakeFirst()) ?? null,
    seatsHeld: async (guest, person, of) => {
      if (guest === null && person === null) return [];
      const running = db.selectFrom('runs').select('id').where('ended_at', 'is', null);
      return await seats
        .where((eb) =>
          eb.or([
            ...(guest === null ? [] : [eb('guest', '=', guest)]),
            ...(person === null ? [] : [eb('person', '=', person)]),
          ]),
        )
        .$if(of === undefined, (query) => query.where('run', 'in', running))
        .orderBy('rowid')
        .execute();
    },
    schoolOfDevice: async (guest) => {
      const seatsOfDevice = db.selectFrom('seats').select('school').where('guest', '=', guest);
      // A seat without a time counts as the oldest: PostgreSQL would otherwise put it first.
      const latestSeat = seatsOfDevice
        .orderBy('joined_at', (order) => order.desc().nullsLast())
        .orderBy('rowid', 'desc');
      return (await latestSeat.limit(1).executeTakeFirst())?.school ?? null;
    },
    addSeat: async (seat) => {
      await db.insertInto('seats').values(seatColumns(seat)).execute();
    },
    changeSeat: (seat) => {
      const { id, run, school, place, ...changedColumns } = seatColumns(seat);
      return writeUnlessTaken(() => db.updateTable('seats').set(changedColumns).where('id', '=', id).execute());
    },
  };
};

export const seatColumns = ({ id, run, school, person, no, name, place, guest, ...rest }: Seat) => ({
  ...{ id, run, school, person, no, name, place, guest },
  ...{ joined_at: rest.joinedAt, asking_guest: rest.askingGuest, refused_guest: rest.refusedGuest },
});
