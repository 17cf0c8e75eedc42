import { counted } from './counted.ts';

/** Exemptions of divisions from key domains. */
export const exemptions = {
  title: 'Exemptions',
  crumb: 'Exemptions',
  states: {
    requested: 'Waiting for review',
    approved: 'Approved',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
    revoked: 'Revoked',
  },
  steps: {
    requested: 'Application',
    approved: 'Approved',
    refused: 'Refused',
    withdrawn: 'Application withdrawn',
    revoked: 'Revoked',
  },
  list: {
    none: 'No exemption has been applied for',
    noneFound: 'No application is “{state}”',
    waiting: '{waiting} {waiting|application waits|applications wait} for review',
    nothingWaits: 'No application waits for review',
    sub: 'What waits comes first. Division heads apply; the assessment group or the discipline team decides, nobody on their own application.',
    howTo:
      'Where a key domain has nothing to do with a division’s duties, its head applies on the coverage page of the division.',
    caption: 'Applications for exemption',
    allStates: 'All {count}',
    stateFilter: 'By state',
    columns: {
      unit: 'Unit',
      domain: 'Key domain',
      state: 'State',
      reason: 'Reason given',
      applicant: 'Applicant',
      at: 'Applied',
      points: 'Risk points now',
      next: 'Next step',
    },
    open: 'Open',
    decide: 'Review',
    openLabel: (unit: string, domain: string) => `${unit}, ${domain}`,
  },
  page: {
    title: (unit: string, domain: string) => `${unit}, ${domain}: exemption`,
    history: 'What happened',
    noReason: 'No reason given',
    cell: 'About this domain',
    pointsDespite: (points: string) =>
      `Note: this division has ${counted(points, 'risk point')} in this domain, which contradicts the exemption. Check the domains of the points, or revoke the exemption.`,
    pointsDespiteRequest: (points: string) =>
      `Note: this division has ${counted(points, 'risk point')} in this domain. Check before you decide.`,
    seePoints: 'See these risk points',
    decideHeading: 'Review',
    ownApplication: 'This is your own application: somebody else has to decide.',
    reason: 'Reason',
    reasonHint: {
      decide: 'Required to refuse, at least 10 characters; optional to approve.',
      revoke: 'At least 10 characters.',
      withdraw: 'Optional.',
    },
    approve: 'Approve',
    refuse: 'Refuse',
    withdraw: 'Withdraw application',
    revoke: 'Revoke exemption',
    revokeHeading: 'Revoke',
    revokeSub: 'Once revoked, risk points are expected in this domain again.',
    withdrawHeading: 'Withdraw',
    staleHeading: 'This application changed while you worked on it; nothing was saved',
    staleSaw: (state: string) => `What you saw: ${state}`,
    staleNow: (state: string, actor: string, at: string) => `Now: ${state} (${actor}, ${at})`,
    staleKept: 'The reason you wrote is kept below. If something is still to be done, choose again.',
    staleClosed: 'The reason you wrote:',
    errorHeading: 'Nothing was saved',
  },
  request: {
    title: (unit: string) => `${unit}: apply for an exemption`,
    heading: 'Apply for an exemption',
    sub: 'Once the assessment group or the discipline team approves, no risk point is expected in the domain.',
    domain: 'Key domain',
    domainAny: 'Choose one',
    domainMissing: 'Choose a key domain',
    reason: 'Reason',
    reasonHint:
      'Say why the duties of this division have nothing to do with the domain, in at least 10 characters.',
    submit: 'Apply',
    cancel: 'Back',
    errorHeading: 'Not submitted',
    alreadyOpen: 'An application for this domain waits for review or was approved already',
    nothingToRequest: 'For every key domain an application waits for review or was approved already.',
    hasPoints: (points: string) =>
      `There ${points === '1' ? 'is' : 'are'} ${counted(points, 'risk point')} in this domain. If their domain is wrong, correct that first; no exemption is needed.`,
    optionPoints: (domain: string, points: string) => `${domain} (${counted(points, 'risk point')} now)`,
  },
  reasonFaults: {
    missing: 'Give a reason',
    'too-short': 'Write at least 10 characters',
    'too-long': 'Write at most 500 characters',
  },
  done: {
    requested: (unit: string, domain: string) => `Applied: ${unit}, ${domain}. It waits for review.`,
    approved: (unit: string, domain: string) =>
      `Approved: ${unit} is exempt in ${domain}. Coverage is up to date.`,
    refused: (unit: string, domain: string) => `Refused: ${unit} still has to look for risks in ${domain}.`,
    withdrawn: (unit: string, domain: string) => `Application withdrawn: ${unit}, ${domain}.`,
    revoked: (unit: string, domain: string) =>
      `Revoked: risk points are expected of ${unit} in ${domain} again.`,
  },
  noSuch: {
    what: 'There is no such application, or it is not one that you may see.',
    fix: 'Start from the list of applications.',
  },
  ownApplication: {
    what: 'Nobody decides on their own application.',
    fix: 'Somebody else in the assessment group or the discipline team has to.',
  },
  notTheApplicant: {
    what: 'Only the applicant withdraws an application.',
    fix: 'If it should not be granted, the assessment group refuses it.',
  },
  noDecision: { what: 'Nothing was chosen.', fix: 'Go back and choose one of the buttons.' },
};
