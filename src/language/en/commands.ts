import type { Texts } from '../texts.ts';

/** What the command line says when it cannot do what it was asked. */
export const commands: Texts['commands'] = {
  noFile: (file) => ({ what: `There is no file ${file}.`, fix: 'Check the path and the name.' }),
  noJob: (number) => ({
    what: `There is no job ${number}.`,
    fix: 'See with jobs what waits and what is being done.',
  }),
  notACheckpoint: (file) => ({
    what: `${file} is not the result of a verification.`,
    fix: 'Use a file saved by audit verify --json.',
  }),
  noSecret: (file) => ({
    what: `${file} holds no session secret.`,
    fix: 'Delete the file and start again (everyone then signs in anew), or set QINGLIAN_SESSION_SECRET.',
  }),
  noDatabase: (file) => ({
    what: `There is no database file ${file}.`,
    fix: 'Check the path given to --database; migrate or import makes a new database.',
  }),
  notAnAddress: {
    what: 'This is not how the address of a database is written.',
    fix: 'Write postgres://user:password@host:port/database; write special characters of the password as %XX.',
  },
  databaseAway: (place) => ({
    what: `The database ${place} does not answer.`,
    fix: 'Check host and port, that PostgreSQL runs and lets this machine in, and that it has connections left.',
  }),
  databaseRefused: (place) => ({
    what: `The database ${place} does not accept this user or password.`,
    fix: 'Check user and password in DATABASE_URL or --database.',
  }),
  databaseMissing: (place) => ({
    what: `The server has no database ${place}.`,
    fix: 'Check its name, or make it first with createdb.',
  }),
  databaseClosed: (place) => ({
    what: `This user may not make tables in the database ${place}, or not read and write it.`,
    fix: 'Make the user the owner of the database, or grant it the schema public.',
  }),
  databaseEmpty: (place) => ({
    what: `The database ${place} holds no data yet.`,
    fix: 'Check its name; migrate or import makes what is new.',
  }),
  moveDirection: {
    what: 'Data are only moved from an SQLite file to a PostgreSQL.',
    fix: 'Name the file by --database, and by --to write postgres://user:password@host:port/database.',
  },
  moveNotEmpty: (place) => ({
    what: `The database ${place} has tables already; nothing was written.`,
    fix: 'Make an empty one by createdb (do not run migrate on it), and move there.',
  }),
  moveOtherSource: (place) => ({
    what: `The database ${place} is half filled from another file.`,
    fix: 'Name that file by --database to go on, or take an empty database.',
  }),
  moveJobRunning: {
    what: 'A job is being worked on (rules coming into force, for example); nothing was moved.',
    fix: 'Wait until it is done, or stop serve and work, and move then.',
  },
  moveVersions: {
    what: 'The file is of another version than the program.',
    fix: 'Run migrate of this version on the file, and move into another empty database.',
  },
  moveBusy: {
    what: 'Another program is writing to the file; nothing was moved.',
    fix: 'Stop serve, work and other commands, and try again.',
  },
  halfMoved: (place) => ({
    what: `The database ${place} is only half filled and cannot be used.`,
    fix: 'Run move again to go on, or take an empty database.',
  }),
  databaseBehind: (place) => ({
    what: `The database ${place} is older than the program.`,
    fix: 'Run migrate once, on one machine (programs of the old version go on meanwhile), and start then.',
  }),
  freshOnServer: (place) => ({
    what: `--fresh does not empty the database ${place} on a server.`,
    fix: 'Use an empty database, or empty it yourself and run this without --fresh.',
  }),
  databaseAppeared: (file) => ({
    what: `Somebody else made ${file} meanwhile, so nothing was written.`,
    fix: 'Run the command again: it then works on that database.',
  }),
  notADatabase: (file) => ({
    what: `${file} is not a database file.`,
    fix: 'Check the path given to --database.',
  }),
  portTaken: (port) => ({
    what: `Port ${port} is in use.`,
    fix: 'Stop the program that uses it, or choose another port with --port.',
  }),
  gradeUsage: () => ({
    what: 'grade cannot be used like this.',
    fix: 'Use grade FILE --rulebook R, or grade --year Y.',
  }),
  notGrading: (named) => ({
    what: `${named} is not a grading rulebook.`,
    fix: 'Name a grading rulebook, such as rules/grading/notice-2021.json.',
  }),
  unsoundRulebook: (path, problems) => ({
    what: `${[`${path} cannot be used:`, ...problems].join('\n')}\n`,
    fix: 'Check it with rules check.',
  }),
  noRulebook: (named) => ({
    what: `There is no rulebook ${named}.`,
    fix: 'Give the path of a file, or name@version of one in the database.',
  }),
  unreadableRulebook: (path) => ({
    what: `The file ${path} is not there or cannot be read.`,
    fix: 'Check the path.',
  }),
  severalBureaus: () => ({
    what: 'There are several bureaus in the database.',
    fix: 'Name the bureau with --bureau.',
  }),
  givenUp: () => ({ what: 'Given up.', fix: 'Nothing was written.' }),
  nothingShipped: () => ({ what: 'There is no rulebook yet.', fix: 'Run the command migrate first.' }),
};
