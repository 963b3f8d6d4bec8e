import type { Storage } from '#storage/storage.ts';
import { attendanceContract } from '#tests/storage/seat-work/attendance-contract.ts';
import { certificatesContract } from '#tests/storage/seat-work/certificates-contract.ts';
import { handedInContract } from '#tests/storage/seat-work/handed-in-contract.ts';
import { inspectionsContract } from '#tests/storage/seat-work/inspections-contract.ts';
import { papersContract } from '#tests/storage/seat-work/papers-contract.ts';
import { publishedSheetsContract } from '#tests/storage/seat-work/published-sheets-contract.ts';
import { termsContract } from '#tests/storage/seat-work/terms-contract.ts';
import { authoredContract } from './authored-contract.ts';
import { contentsContract } from './contents-contract.ts';
import { storageContract } from './contract.ts';
import { discussionContract } from './discussion-contract.ts';
import { examsContract } from './exams-contract.ts';
import { learningPathContract } from './learning-path-contract.ts';
import { leasesContract } from './leases-contract.ts';
import { ownQuestionsContract } from './own-questions-contract.ts';
import { peopleContract } from './people-contract.ts';
import { personalDataContract } from './personal-data-contract.ts';
import { portfolioContract } from './portfolio-contract.ts';
import { quickRepliesContract } from './quick-replies-contract.ts';
import { resultsContract } from './results-contract.ts';
import { runsContract } from './runs-contract.ts';
import { signInsContract } from './sign-ins-contract.ts';

/** What every backend must do, part by part. `open` gives an empty storage. */
export function everyContract(backend: string, open: () => Promise<Storage>): void {
  storageContract(backend, open);
  peopleContract(backend, open);
  runsContract(backend, open);
  resultsContract(backend, open);
  portfolioContract(backend, open);
  discussionContract(backend, open);
  authoredContract(backend, open);
  quickRepliesContract(backend, open);
  ownQuestionsContract(backend, open);
  papersContract(backend, open);
  inspectionsContract(backend, open);
  examsContract(backend, open);
  certificatesContract(backend, open);
  handedInContract(backend, open);
  learningPathContract(backend, open);
  termsContract(backend, open);
  publishedSheetsContract(backend, open);
  attendanceContract(backend, open);
  signInsContract(backend, open);
  leasesContract(backend, open);
  personalDataContract(backend, open);
  contentsContract(backend, open);
}
