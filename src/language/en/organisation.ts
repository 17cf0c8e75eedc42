import type { Texts } from '../texts.ts';
import { counted } from './counted.ts';

/** Units, posts and who holds them, as the office keeps them. */
export const organisation: Texts['organisation'] = {
  title: 'Units and posts',
  summary: (units, posts, vacant) =>
    `${counted(units, 'unit')}, ${counted(posts, 'post')}, ${vacant} vacant.`,
  caption: 'Units and how many posts they have',
  columns: {
    unit: 'Unit',
    kind: 'Kind',
    posts: 'Posts',
    vacant: 'Vacant',
    confidential: 'Confidential',
    unconfirmed: 'Domains to confirm',
  },
  unitsNote:
    'Open a unit to add units and posts under it. A unit cannot be moved: create a new one where it belongs and close the old one.',
  posts: 'Posts',
  postsCaption: 'Posts of this unit',
  postColumns: { post: 'Post', holders: 'Held by', domains: 'Key domains' },
  noPosts: 'There are no posts yet.',
  vacant: 'Vacant',
  confidential: 'Confidential',
  confidentialOnFile: (points) =>
    `${counted(points, 'risk point')} of this post came before it was confidential and can still be read in the system. To take the text out, undo the imports that brought it.`,
  confidentialNote: 'Confidential post: handled on paper, counted here without text',
  domainCounts: (confirmed, suggested) => `${confirmed} confirmed, ${suggested} to confirm`,
  unsaid: '—',
  closedOn: (date) => `closed on ${date}`,
  fields: {
    unit: 'Name of the unit',
    kind: 'Kind',
    position: 'Sort order',
    positionHint: 'Smaller numbers come first',
    post: 'Name of the post',
    person: 'Name',
    from: 'In post since',
    fromHint: 'Optional',
    until: 'In post until',
    secondment: 'On secondment',
    confidential: 'Confidential post',
    confidentialHint:
      'Confidential posts are handled on paper: duties and domains here are removed, and the post is only counted.',
  },
  changeUnit: 'Change the unit',
  addUnit: 'Add a unit under this one',
  addPost: 'Add a post',
  changePost: 'Change the post',
  start: 'Record a new holder',
  end: 'Record that a holder has left',
  save: 'Save',
  add: 'Add',
  holders: 'Holders',
  noHolders: 'Nobody has held this post yet.',
  span: (from, to) => {
    if (to !== null) return `${from ?? 'start unknown'} to ${to}`;
    return from === null ? 'Current holder' : `Since ${from}`;
  },
  secondment: 'on secondment',
  otherPosts: (count) => `holds ${counted(count, 'other post')}`,
  closing: {
    unit: 'Close the unit',
    unitIntro:
      'For a unit that is dissolved or merged. Its records are kept, and its name cannot be used again.',
    post: 'Close the post',
    postIntro: 'For a post that is abolished. Its holders leave it on that day; its records are kept.',
    reopen: 'Reopen',
    reopenIntro: 'It can then have posts, holders and forms again.',
    day: 'Closed on',
    dayHint: 'From this day on it is no longer used',
  },
  confirm: {
    heading: 'Confirm duties and key domains',
    intro: 'Once confirmed, coverage is checked against these domains.',
    duties: 'Duties',
    dutiesStated:
      'Taken from the self-check forms and not yet confirmed. Saving confirms them; later imports no longer change them.',
    dutiesConfirmed:
      'Confirmed; imports no longer change them. Save the field empty to follow the forms again.',
    legend: 'Key domains this post touches',
    answers: { yes: 'Touches it', no: 'Does not', open: 'Leave open' },
    open: (count) =>
      `${counted(count, 'domain')} not answered yet. What you do not choose stays open; saving settles what you chose.`,
    noneOpen: 'Every domain is answered. “Leave open” takes an answer back.',
    suggestedBy: (words) => `“${words}” in the duties`,
    submit: 'Confirm',
  },
  waiting: {
    title: 'Posts with domains to confirm',
    link: (count) => `${counted(count, 'post')} with domains to confirm`,
    summary: (count) =>
      `${counted(count, 'post')} with domains that the system suggests from the duties and nobody has confirmed yet. Check them, tick the posts, and confirm them together.`,
    nothing: 'No post is waiting for its domains to be confirmed.',
    caption: 'Posts with domains to confirm',
    columns: { choose: 'Choose', unit: 'Unit', post: 'Post', domains: 'Suggested domains and why' },
    choose: (post) => `Choose ${post}`,
    domain: (domain, words) => `${domain} (${words})`,
    submit: 'Confirm the selected posts',
    none: 'Tick at least one post first.',
    done: (posts, domains) => `${counted(domains, 'domain')} of ${counted(posts, 'post')} confirmed.`,
    left: (count) =>
      `${counted(count, 'post')} changed after you opened the page and left unconfirmed; please check again.`,
  },
  done: {
    unit: (name) => `“${name}” is saved.`,
    added: (name) => `“${name}” is added.`,
    started: (person) => `${person} is recorded as holder.`,
    ended: 'It is recorded that the holder has left.',
    suggested: (count) => `Of these, the words of the duties suggest ${count}: please confirm.`,
    confirmed: (name, open) =>
      open === null
        ? `Duties and domains of “${name}” are confirmed.`
        : `Duties and the chosen domains of “${name}” are saved; ${counted(open, 'domain')} not answered yet.`,
    closed: (name) => `“${name}” is closed.`,
    reopened: (name) => `“${name}” is open again.`,
  },
  errorHeading: 'Nothing was saved',
  faults: {
    'name-missing': 'Enter a name',
    'person-missing': 'Enter the person’s name',
    'name-too-long': 'At most 60 characters',
    'name-taken': 'This name is already used, possibly by a closed one',
    'person-taken':
      'This unit already has somebody of that name; if it is one person, merge them under “Other spellings”',
    'merge-clash': 'Their posts, forms or accounts clash, so they cannot be merged; see below why',
    'kind-unfit': 'A unit of this kind cannot be placed here',
    'position-invalid': 'Enter a whole number from 0 to 9999',
    'date-invalid': 'Enter the date like 2021-04-26',
    'date-order': 'The date cannot be before the holding began',
    'has-open-posts': 'It has posts that are not closed; close them first',
    'has-open-units': 'It has units below that are not closed; close them first',
    'already-holds': 'This person holds the post already',
    'unit-closed': 'The unit is closed; reopen it first',
    'post-closed': 'The post is closed; reopen it first',
    'duties-too-long': 'Duties may have at most 5000 characters',
    confidential: 'Confidential posts are handled on paper; no duties or domains are kept here',
    stale:
      'Somebody changed this after you opened the page. The rest of this page shows how it stands now; check it, then save',
  },
  noSuchUnit: {
    what: 'There is no such unit, or you may not see it.',
    fix: 'Choose one from the list of units and posts.',
  },
  noSuchPost: {
    what: 'There is no such post, or you may not see it.',
    fix: 'Choose one from the list of units and posts.',
  },
  postChanged: {
    what: 'Somebody changed this post after you opened the page; nothing was saved.',
    fix: 'Open the page of the post again, check it, then try again.',
  },
};
