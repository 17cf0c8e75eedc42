import { counted } from './counted.ts';

/** Sign-in, roles and what they may. */
export const access = {
  signIn: {
    title: 'Sign in',
    heading: 'Sign in to Integrity risks by post',
    username: 'Username',
    password: 'Password',
    submit: 'Sign in',
    errorHeading: 'You are not signed in',
    usernameMissing: 'Enter your username',
    passwordMissing: 'Enter your password',
    refused: 'The username or password is wrong. Check both and try again.',
    lockedOut: (minutes: number) => `Too many failed attempts. Try again in ${counted(minutes, 'minute')}.`,
    expired: 'Your session has ended. Please sign in again.',
    signedOut: 'You have signed out.',
    hint: 'Accounts are opened by the office. If you have forgotten your password, contact the office.',
    help: 'After 5 failed attempts in a row an account is locked for 15 minutes.',
  },
  demo: {
    heading: 'Demonstration accounts',
    caption: 'The units, people and figures below are made up',
    account: 'Username',
    who: 'Who',
    password: 'Password',
    enter: 'Sign in',
    enterAs: (who: string) => `Sign in as ${who}`,
  },
  nothingYet: {
    title: 'There is nothing for you here yet',
    what: 'You are signed in, but none of your roles opens a page of this system yet.',
    fix: 'Your self-check form will appear here once filling has opened. If you expected to see something else, ask the office to check your roles.',
    roles: (roles: string) => `Your roles: ${roles}`,
    noRoles: 'Your account has no role yet.',
  },
  permissions: {
    'board.view': 'view the board of the bureau',
    'division.own': 'view the board of your own division',
    'division.view': 'view the boards of divisions',
    'points.view': 'view risk points and why they have their grades',
    'forms.view': 'view self-check forms',
    'coverage.view': 'view the coverage of key domains',
    'audit.view': 'view the audit trail',
    'account.own': 'use your own account',
  },
  notAllowed: {
    what: (permission: string) => `Your role may not ${permission}, so this page cannot be opened.`,
    fix: 'If you need it for your work, ask the office to change your role.',
  },
  passwordFaults: {
    'too-short': (least: number) => `A password has at least ${counted(least, 'character')}`,
    'too-long': (most: number) => `A password has at most ${counted(most, 'character')}`,
    'contains-username': 'A password must not contain the username',
    'too-uniform': 'The password repeats too many characters',
  },
  accountFaults: {
    taken: (username: string) => `There is already an account “${username}”`,
    username: 'A username has 2 to 40 letters, digits, dots, hyphens, underscores or Chinese characters',
    fix: 'Correct it and try again.',
  },
} as const;
