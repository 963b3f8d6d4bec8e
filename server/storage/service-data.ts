/**
 * Service tables that a school uploaded, as their rows were read, and the case booklet of a term as it is being put
 * together: it says where words stand and holds none of a trainee's. Times are epoch milliseconds.
 */

/** `rows`: how many there are; `firstAt`, `lastAt`: of the oldest and the newest of them. `by`: a person's id. */
export type ServiceTableHead = {
  id: string;
  school: string;
  name: string;
  rows: number;
  firstAt: number;
  lastAt: number;
  by: string;
  at: number;
};
/** `body`: the rows as JSON. */
export type StoredServiceTable = ServiceTableHead & { body: string };

export type ServiceTablesStorage = {
  /** Stores a table unless the school has `most` of them already; false: nothing was stored. */
  add(table: StoredServiceTable, most: number): Promise<boolean>;
  /** Without their rows, newest first. */
  list(school: string): Promise<ServiceTableHead[]>;
  /** Without their rows, those that a person uploaded, oldest first. */
  ofPerson(person: string): Promise<ServiceTableHead[]>;
  /** Null: the school has no such table. */
  table(school: string, id: string): Promise<StoredServiceTable | null>;
  /** False: the school has no such table. */
  rename(school: string, id: string, name: string): Promise<boolean>;
  /** False: the school has no such table. */
  remove(school: string, id: string): Promise<boolean>;
};

export type ServiceTablesTable = {
  id: string;
  school: string;
  name: string;
  rows: number;
  first_at: number;
  last_at: number;
  body: string;
  by: string;
  at: number;
};

/**
 * A fault of one drill, by its code, and the drill of the good turn beside it; `sentence`: the teacher's own words.
 */
export type StoredBookletItem = {
  run: string;
  code: string;
  drill: string;
  goodDrill: string | null;
  sentence: string;
};
/** `version`: from 1. `by`: a person's id. `at`: epoch milliseconds. */
export type StoredBooklet = {
  term: string;
  version: number;
  title: string;
  by: string;
  at: number;
  items: StoredBookletItem[];
};

export type BookletsStorage = {
  /** Null: nothing was chosen yet. Items whose drill was deleted are gone. */
  booklet(term: string): Promise<StoredBooklet | null>;
  /** Those that a person changed last, by term. */
  ofPerson(person: string): Promise<StoredBooklet[]>;
  /** Puts the whole draft. False where its version isn't the next one: somebody else has changed it meanwhile. */
  put(booklet: StoredBooklet): Promise<boolean>;
};

export type BookletTables = {
  service_tables: ServiceTablesTable;
  booklets: { term: string; version: number; title: string; by: string; at: number };
  booklet_items: {
    term: string;
    place: number;
    run: string;
    code: string;
    drill: string;
    good_drill: string | null;
    body: string;
  };
};
