import type { Texts } from '../texts.ts';

/** What the command line says when it cannot do what it was asked. */
export const commands: Texts['commands'] = {
  noFile: (file) => ({ what: `There is no file ${file}.`, fix: 'Check the path and the name.' }),
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
