export const web = {
  /** The value of `lang`. */
  language: 'en',
  /** What this language calls itself. */
  languageName: 'English',
  languagesLabel: 'Language',
  skip: 'Skip to main content',
  menuLabel: 'Main menu',
  menu: {
    board: 'Board',
    division: 'My division',
    own: 'My self-check',
    points: 'Risk points',
    assess: 'Assess',
    coverage: 'Coverage',
    forms: 'Self-check forms',
    rulebooks: 'Rulebooks',
    powers: 'Powers',
    region: 'Bureaus',
    organisation: 'Units',
    campaigns: 'Campaigns',
    accounts: 'Accounts',
    imports: 'Import',
    audit: 'Audit trail',
  },
  signOut: 'Sign out',
  staysHere: 'All data stay on this machine; nothing is sent to the internet',
  version: (version: string) => `version ${version}`,
  reference: (reference: string) => `Reference ${reference}`,
  referenceHint: 'Quote this reference when you contact the office.',
  toStart: 'Go to the start page',
  /** Beside every page while a form waits to be sent again. */
  holding: 'Something you sent was not saved because your session had ended.',
  toHeld: 'See it and send it again',
  errors: {
    titles: {
      invalid: 'There is a problem with what you sent',
      forbidden: 'You do not have access',
      'not-found': 'Not found',
      conflict: 'Somebody else has changed this',
      unavailable: 'Not available at the moment',
      unexpected: 'Something went wrong',
    },
    noSuchPage: {
      what: 'There is no page at this address. It may be mistyped, or the page may have moved.',
      fix: 'Check the address, or go to the start page and use the menu.',
    },
    foreignForm: {
      what: 'This form could not be verified. The page may have been open too long, or the form may not have been sent from this system. Nothing has been saved.',
      fix: 'Open the page again and send the form once more.',
    },
    badRequest: {
      what: 'The system could not understand this request. Nothing has been saved.',
      fix: 'Go to the start page, use the menu and try again.',
    },
    tooLarge: {
      what: 'You sent more than the limit allows. Nothing has been saved.',
      fix: 'Send less, or send it in several parts.',
    },
    uploadsBusy: {
      what: 'Too many people are uploading files at the same time; yours were not taken.',
      fix: 'Try again in a minute or two.',
    },
    brokenUpload: {
      what: 'The upload broke off or arrived incomplete. Nothing has been saved.',
      fix: 'Check your connection, choose the files again and upload them once more.',
    },
    databaseAway: {
      what: 'The database cannot be reached at the moment. The action was not completed.',
      fix: 'Try again in a minute or two; if you sent something, look first whether it was saved. If it still fails, tell the office the reference below.',
    },
    databaseFull: {
      what: 'The disk that holds the data is full. Nothing has been saved.',
      fix: 'Ask the office to make room on the disk, then send it again.',
    },
    unexpected: {
      what: 'This is a fault in the system, not a mistake of yours. The action was not completed.',
      fix: 'Try again later. If it still fails, tell the office the reference below.',
    },
  },
} as const;
