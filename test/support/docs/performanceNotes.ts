/** What stands beside the figures of each benchmark, in the order of the page. */
export const benchNotes: Readonly<Record<string, { title: string; limits: string; lifts: string }>> = {
  scale: {
    title: 'One office, and the same office among many',
    limits:
      'Every list of the counter is read off an index that begins with the office, so its cost follows the office and not the nation; `test/scenarios/queryPlans.test.ts` walks every screen and names each statement that reads a growing table from end to end. One does: 求職情報検索 looks for words in the middle of Japanese text (`like %…%`) among the public seekers of all offices, and counts what it finds.',
    lifts:
      'For the words of 求職情報検索 an index of pairs of letters (pg_bigm on PostgreSQL, or a table of pairs on both); until then a prefecture narrows it to an index.',
  },
  writes: {
    title: 'Submissions and decisions',
    limits:
      'A submission is not one row: it reads the posting, its history, calendar and earlier decisions, judges three rule sets with json-rules-engine, and writes posting, verdicts with their facts, audit row, chain head, mail job and receipt in one transaction, statement by statement. A bare transaction of three statements is the measure, so the ratio is mostly the number of statements; the waiting for the disk is paid once by both. The chain head makes writers take turns on PostgreSQL, as the one writer does on SQLite.',
    lifts:
      'Fewer statements: verdicts and their cases in one insert each, audit rows of one act together, the office of an entry out of the record at hand. A driver without a change of threads for each statement (better-sqlite3 was 2.7 times as fast for a read, an update and an insert when the driver was chosen). A chain for each office, so that offices do not wait for one head.',
  },
  nights: {
    title: 'The night',
    limits:
      'The night to the first of a month ends every posting whose validity ends with the month: 800 for each office. Each is judged and written with its audit row and its mail, so the night pays what a decision pays, not what an update pays.',
    lifts:
      'Batches: one transaction for many rows, and the audit rows of a batch written together. Sweeps of different offices on several workers, once the audit chain is one for each office.',
  },
  client: {
    title: 'In the browser',
    limits:
      'On a slow network the first visit is bound by the script and the style sheet; both are cached for good afterwards, and pages work before the script is there.',
    lifts: 'Less script on the first page: editors and charts are loaded where they are used already.',
  },
  start: {
    title: 'The embedded server',
    limits:
      'Loading the code takes most of the start; the rules are checked with their examples before the first request.',
    lifts: 'Nothing that would be worth its price: a restart of one of several machines is not noticed.',
  },
  pages: {
    title: 'Pages against a floor',
    limits: 'React on the server; see [decision 018](decisions/018-what-a-page-costs.md).',
    lifts: 'More processes: a page is bound by the processor, and processes share nothing but the database.',
  },
  backtest: {
    title: 'A back-test of a million decisions',
    limits:
      'One thread reads and judges; see [decision 014](decisions/014-back-test-reads-cases-of-its-own.md).',
    lifts: 'A reading replica, so that not even the disk is shared with the counter.',
  },
  rules: {
    title: 'The rules',
    limits: 'json-rules-engine judges a single case with its words; masses go through compiled rules.',
    lifts: 'Nothing is needed: see [decision 011](decisions/011-compiled-rules.md).',
  },
};

/** Arithmetic on published volumes (design reference §7) and on the figures above it. */
export const nationalPlan = `## For the nation

544 offices with 10,000 people, 2.2 million establishments, 1.3 million valid postings among 10 million, 3 million referrals without a result, 20 million messages. \`npm run data -- --scale nation/10\` invents a tenth of it, \`--scale nation\` the whole.

- **Load.** 440,000 new postings a month are 40 for each office on an open day, or one a second for the nation over eight hours, some ten a second in the first hour of a month. With five pages for each of them and for each decision that is tens of pages a second: fewer than ten processes, each bound by its processor (see the pages above).
- **Database.** PostgreSQL, one primary that takes all writes, two replicas in another place. Screens read from the primary at first: what somebody has just written they must see. Statistics, back-tests, exports and the check of the audit chain read from a replica. One invented office with two years of postings and a year of verdicts and records took 0.36 GB on SQLite, so the nation takes some 200 GB: what is open fits into the memory of one machine with 64 GB.
- **Partitions by office.** \`posting\`, \`referral\`, \`message\`, \`verdict\`, \`audit_entry\` by a hash of the office, 16 to begin with: every index of the counter begins with the office already, so no screen has to change, and maintenance (vacuum, a new index) takes a sixteenth at a time. Not before a table has a hundred million rows.
- **Audit chain.** One head takes writers in turn. At ten writes a second that is no limit; it becomes one near the rate of decisions above, and then each office gets a chain of its own, with its head in the same table.
- **Web.** Several machines behind a proxy with \`PROXY_HOPS=1\`; sessions, throttles and claims stand in the database, so any machine answers anybody. Two more machines than the load needs, so that one can fail while another is replaced.
- **Jobs.** The job row is the truth and is written with what it follows from. With \`REDIS_URL\` workers take the rows on machines of their own; without it the web machines do, with leases. Sweeps run once for each slot whichever process is first.
- **Pictures.** They are files of one machine now; several web machines need a shared store behind \`db/files.ts\`.
- **Before it is switched on.** Fill \`nation/10\` on the machines to be used, repeat \`scale\`, \`writes\` and \`nights\` there with \`--scale nation/10\`, and compare with this page.`;
