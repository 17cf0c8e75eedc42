import type { Texts } from '../texts.ts';
import { counted, numbered } from './counted.ts';

/** The help of the command line, and what its commands answer. */
export const commandLine: Texts['commandLine'] = {
  program: 'Integrity risks by post',
  options: {
    json: 'print the result as JSON',
    database: 'database file',
    help: 'show this help',
    year: 'year of the campaign',
    port: 'port',
  },
  notAYear: (written) => `“${written}” cannot be a year. Write one from 2000 to 2100, such as 2021.`,
  notAPort: (written) => `“${written}” is not a port. Write a whole number from 0 to 65535.`,
  powers: {
    description: 'List of powers',
    import: 'Imports a list of powers (Excel or CSV) in place of those of the units that it names',
    whole: 'Replaces the whole list of the bureau: powers of units that the file does not name are closed',
    file: 'file',
  },
  migrate: {
    description: 'make a database or bring it up to date',
    upToDate: 'The database is up to date.',
    migrated: (names) => `Migrated: ${names.join(', ')}.`,
    finish: 'all processes are upgraded: let older versions see nothing any more',
    finished: 'The upgrade is over: who does not tell their reach sees nothing.',
  },
  doctor: {
    description: 'looks whether an installation is well, and changes nothing',
    well: '✓',
    ill: '✗',
    location: (place) => `Database: ${place}`,
    version: ({ program, node, database }) => `Program ${program}, Node.js ${node}, ${database}`,
    migrations: (pending) =>
      pending.length === 0
        ? 'The database is up to date'
        : `The database lacks ${counted(pending.length, 'migration')}`,
    file: (isWhole) => (isWhole ? 'The database file is sound' : 'The database file is damaged'),
    references: (broken) =>
      broken === 0 ? 'All rows refer to what is there' : `Rows that refer to nothing: ${String(broken)}`,
    encoding: (encoding) => `Characters are kept as ${encoding}`,
    rowSecurity: (isKept) =>
      isKept
        ? 'The database keeps the rows of units apart'
        : 'The program’s database user is a superuser or has BYPASSRLS: the database does not keep the rows of units apart',
    olderVersions: (until) =>
      until === null
        ? 'Who does not tell their reach sees nothing'
        : `The upgrade is not over: who does not tell their reach, as processes of an older version, sees everything until ${until}`,
    audit: (entries, firstBad) =>
      firstBad === null
        ? `The audit chain of ${String(entries)} entries is whole`
        : `The audit chain of ${String(entries)} entries is broken from entry ${String(firstBad)} on`,
    jobs: ({ waiting, running, failed, oldestSeconds }) =>
      `Jobs: ${String(waiting)} waiting, ${String(running)} running, ${String(failed)} failed; the oldest has waited ${String(oldestSeconds)} s`,
    disk: (megabytes) => `${String(megabytes)} MB of disk are free`,
    unknown: (what, failure) => `Cannot look at ${what}: ${failure}`,
    fixes: {
      version: 'Upgrade PostgreSQL to version 15 or a later one.',
      migrations: 'Make a backup, then run migrate.',
      file: 'Stop using it and restore the latest backup.',
      references: 'Stop using it, keep the file as it is, and restore the latest backup.',
      encoding: 'Make another database in UTF-8 and take the data there by move or a backup.',
      'row-security':
        'Use an ordinary role: create role qinglian login; and make it the owner of the database and its tables; or alter role NAME nosuperuser nobypassrls;',
      'older-versions': 'Once all processes are upgraded, run migrate --finish.',
      audit: 'Stop using it, keep the database, and tell the discipline team.',
      jobs: 'Read the log of serve or work and see that one of them runs; begin a failed job again on the page of its rulebook.',
      disk: 'Make room: at least 1024 MB are to be free.',
      unknown: 'See to the other findings first (run migrate, for one), then look again.',
    },
  },
  move: {
    description:
      'Moves all data from an SQLite file into an empty PostgreSQL; run again, it goes on where it was cut off',
    to: 'where to: postgres://user:password@host:port/database',
    copied: (table, rows, of) => `${table}: ${String(rows)} of ${String(of)} rows copied`,
    comparing: 'Comparing both sides row by row…',
    differs: (table) => `${table}: not the same on both sides`,
    learning: 'Making the search index…',
    done: (rows, tables, entries) =>
      `Moved: ${String(tables)} tables, ${String(rows)} rows, all the same on both sides; the audit chain of ${String(entries)} entries is whole; the boards say the same. Use the new database from now on and keep the file as a backup.`,
    failed:
      'Both sides differ, and the new database cannot be used. Stop whatever writes to the file, take another empty database, and move again.',
    auditDiffers: 'The audit chains of both sides verify differently',
    figuresDiffer: 'The boards of both sides differ',
  },
  init: {
    description: 'set up the bureau and its first account, the office’s',
    bureau: 'name of the bureau',
    username: 'username',
    displayName: 'name to show; the username when left out',
    passwordStdin: 'read the password from standard input (its first line) instead of the terminal',
    password: 'Password: ',
    again: 'Once more: ',
    done: (bureau: string, username: string) =>
      `${bureau} and its office account ${username} are set up. Start with serve and sign in.`,
  },
  serve: {
    description: 'start the web application',
    noJobs: 'leave waiting jobs to processes that were started by `work`',
    setup: (address: string, code: string) => [
      '',
      'There is no account yet. Open this address in a browser to set the system up:',
      `  ${address}`,
      `  Setup code: ${code}`,
      '',
    ],
  },
  work: {
    description: 'do the jobs that wait, such as bringing rules into force, without serving pages',
    once: 'end when what waits now is done',
    done: (jobs) => `Done: ${counted(jobs, 'job', 'jobs')}.`,
  },
  jobs: {
    description: 'what waits and what is being done; with a number, one job and what became of it',
    number: 'number of the job',
    none: 'Nothing waits or is being done.',
    kinds: {
      'rulebook-activation': 'rules into force',
      'case-tidying': 'tidying cases',
      import: 'import',
    },
    states: { waiting: 'waiting', running: 'running', done: 'done', failed: 'failed' },
    line: ({ id, name, state, done, total, error }) =>
      `${String(id)}  ${name}  ${state}  ${String(done)}/${String(total)}${error === null ? '' : `  ${error}`}`,
  },
  audit: {
    description: 'audit trail',
    verify: 'check whether the audit chain is whole',
    checkpoint: 'JSON kept from an earlier verification',
    whole: (entries) => `The audit chain is whole: ${counted(entries, 'entry', 'entries')}.`,
    broken: (firstBad, entries) =>
      `The audit chain breaks at entry ${String(firstBad)} of ${String(entries)}. Stop using this system, keep the database file and contact the discipline team.`,
  },
  coverage: {
    description: 'coverage of key domains',
    points: (points) => counted(points, 'risk point'),
    gaps: (gaps) => `${counted(gaps, 'gap')}.`,
  },
  demo: {
    description: 'make and start the demonstration bureau',
    fresh: 'make it anew and drop earlier changes',
    making: 'Making the demonstration bureau…',
    read: (done, of) => `${String(done)} of ${counted(of, 'file')} read`,
    started: (address) => `The demonstration runs at ${address}`,
    accounts: 'Accounts:',
    toStop: 'Press Ctrl+C to stop.',
  },
  import: {
    description: 'import self-check forms, summary forms and registers',
    files: 'files',
    bureau: 'name of the bureau; not needed where the database has only one',
    dryRun: 'preview only, write nothing',
    noCreate: 'create no units and posts',
    queue: 'leave the files in the database for `serve` or `work`; `jobs` tells how far they are',
    queued: (job, files) =>
      `Job ${String(job)}: ${counted(files, 'file')} wait. See with jobs ${String(job)} how far it is.`,
    writing: (form, of) => `${String(form)} of ${counted(of, 'form')} written`,
  },
  grade: {
    description: 'grade by a rulebook',
    file: 'a register, self-check form or summary form',
    rulebook: 'rulebook: a file, or name@version in the database',
    regraded: (rulebook, points, cases, changed) =>
      `${rulebook}: ${counted(points, 'risk point')}, ${counted(cases, 'case')}, ${counted(changed, 'grade')} ${numbered(changed, 'has', 'have')} changed.`,
    counts: (grades, points) =>
      `${grades[0]}: ${String(points['1'])}, ${grades[1]}: ${String(points['2'])}, ${grades[2]}: ${String(points['3'])}, unassessed: ${String(points['unassessed'])}.`,
    reason: (rule, reference) => `${rule} (${reference})`,
  },
};
