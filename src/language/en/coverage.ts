import { counted, numbered } from './counted.ts';

/** Which division has looked for risks in which key domains. */
export const coverage = {
  title: 'Coverage of key domains',
  crumb: 'Coverage of key domains',
  finding: {
    nothingExpected: 'At present no post’s duties touch a key domain',
    oneGap: (unit: string, domain: string) => `One gap: ${domain} in ${unit}`,
    gapsInOneDomain: (domain: string, units: string) =>
      `${domain} has ${numbered(units, 'a gap', 'gaps')} in ${counted(units, 'unit')}`,
    gapsInOneUnit: (unit: string, gaps: string) => `${unit} has gaps in ${counted(gaps, 'key domain')}`,
    someGaps: (gaps: string, units: string) => `${counted(gaps, 'gap')} in ${counted(units, 'unit')}`,
    onlyWeak: (weak: string) => `No gaps, but ${weak} ${numbered(weak, 'is', 'are')} weak`,
    allCovered: 'Every key domain that duties touch is covered',
  },
  sub: 'What is expected follows from the duties of posts. Numbers are risk points in the domain, those suggested by rules included.',
  opensList: 'Choose a number to see the list.',
  suggestedNote: (suggested: string, expected: string) =>
    `Of the ${expected} expected, ${suggested} ${numbered(suggested, 'was', 'were')} suggested by rules from the words of the duties and ${numbered(suggested, 'has', 'have')} yet to be confirmed.`,
  allSuggested: (expected: string) =>
    `All ${expected} expected were suggested by rules from the words of the duties and have yet to be confirmed.`,
  twoDomains: 'A risk point in several domains counts in each.',
  caption: 'Coverage of the eleven key domains by unit',
  corner: 'Unit',
  legend: {
    covered: 'Covered',
    weak: 'Weak (marked “weak”)',
    gap: 'Gap',
    exempt: 'Ex. = exempt (reviewed)',
    blank: 'Blank = not touched by duties',
    suggested: 'Dashed = expected by the rules’ suggestion, to be confirmed',
  },
  square: {
    gap: 'Gap',
    weak: (points: string) => `${points} weak`,
    exempt: 'Ex.',
    exemptDespite: (points: string) => `Ex. (${points})`,
    blank: '',
  },
  squareLabel: {
    covered: (unit: string, domain: string, points: string) =>
      `${unit}, ${domain}: covered, ${counted(points, 'risk point')}`,
    weak: (unit: string, domain: string, points: string) =>
      `${unit}, ${domain}: ${points} weak (${counted(points, 'risk point')})`,
    gap: (unit: string, domain: string) => `${unit}, ${domain}: gap, see what to do next`,
    exempt: (unit: string, domain: string) => `${unit}, ${domain}: Ex., exempt (reviewed)`,
    exemptDespite: (unit: string, domain: string, points: string) =>
      `${unit}, ${domain}: Ex. (${points}), exempt (reviewed), but there ${numbered(points, 'is', 'are')} ${counted(points, 'risk point')}, please check`,
    suggested: (label: string) => `${label}; expected by the rules’ suggestion, to be confirmed`,
    notExpected: (unit: string, domain: string, points: string) =>
      `${unit}, ${domain}: not expected by duties, ${counted(points, 'risk point')}`,
    blank: (unit: string, domain: string) => `${unit}, ${domain}: not touched by duties`,
  },
  totals: {
    gaps: 'Gaps',
    weak: 'Weak',
    points: 'Risk points',
    all: 'All units',
    label: (name: string, status: string, cells: string) => `${name}, ${status}: ${cells}`,
    pointsLabel: (domain: string, points: string) => `${domain}: ${counted(points, 'risk point')}`,
  },
  filters: { year: 'Year', status: 'Coverage', domain: 'Key domain', unit: 'Unit' },
  filtersHeading: 'One by one',
  toExemptions: 'Applications for exemption',
  division: {
    because: {
      confirmed: 'touched by duties, confirmed',
      suggested: 'by words of the duties, to be confirmed',
      no: '—',
    },
    title: (unit: string) => `${unit}: coverage of key domains`,
    toBoard: 'See the page of this division',
    toDosHeading: 'Domains to look into',
    noToDos: 'No gaps, nothing weak',
    othersHeading: 'Other domains',
    why: 'Why',
    othersCaption: 'Coverage of the other key domains',
    exemptSince: (actor: string, at: string) => `approved by ${actor}, ${at}`,
    requested: 'Exemption applied for, waiting for review',
    despite: (points: string) =>
      `Exempt after review, but there ${numbered(points, 'is', 'are')} ${counted(points, 'risk point')}: check the domains of the points, or revoke the exemption.`,
    notExpected: 'Not touched by duties',
    notExpectedPoints: 'Not expected by duties, but there are risk points',
    covered: (points: string, withMeasure: string) =>
      `${counted(points, 'risk point')}, ${withMeasure} with a measure`,
    seeExemption: 'See the application',
    request: 'Apply for an exemption',
  },
  lists: {
    found: '{total} {total|cell meets|cells meet} the conditions',
    noneFound: 'No unit and domain meets the conditions',
    foundSub:
      'Unless you ask for a state of coverage, domains that neither duties nor points touch are left out.',
    gaps: '{gaps} {gaps|gap|gaps}',
    noGaps: 'No gaps',
    gapsSub: 'Domains that duties touch, but in which no risk point was found',
    weak: '{weak} weak',
    noWeak: 'Nothing weak',
    weakSub:
      'There are risk points, but none with a confirmed domain, none with a measure, or too few of the posts concerned have looked',
    columns: {
      unit: 'Unit',
      domain: 'Key domain',
      status: 'Coverage',
      posts: 'Posts concerned',
      postsWithPoints: 'Posts with points',
      points: 'Risk points',
      withMeasure: 'With a measure',
      expected: 'Why expected',
      next: 'Next step',
    },
    expected: {
      confirmed: 'Touched by duties, confirmed',
      suggested: 'By words of the duties, to be confirmed',
      no: '—',
    },
    next: 'What to do',
    noNext: '—',
    nextLabel: (unit: string, domain: string) => `What to do: ${domain} in ${unit}`,
    pointsLabel: (unit: string, domain: string, points: string) =>
      `${unit}, ${domain}: ${counted(points, 'risk point')}`,
  },
  toDo: {
    gapFact: '{posts} {posts|post|posts} concerned, 0 risk points',
    weakFact:
      '{posts} {posts|post|posts} concerned, {points} risk {points|point|points}, {withMeasure} with a measure',
    post: (post: string, holders: string) => `${post} (${holders})`,
    vacant: 'vacant',
    evidence: (words: string) => `duties mention “${words}”`,
    confirmed: 'duties touch this domain, confirmed',
    postPoints: (points: string) => `${counted(points, 'risk point')} so far`,
    postNoPoints: 'no risk points yet',
    links: {
      form: (name: string) => `Open the form of ${name}`,
      formLabel: (name: string, post: string) => `Open the form of ${name} (${post})`,
      points: (points: string) =>
        `See the post’s ${counted(points, 'risk point')} and assign this domain where it fits`,
      pointsLabel: (post: string, points: string) =>
        `See the post’s ${counted(points, 'risk point')} and assign this domain where it fits (${post})`,
    },
    actions: {
      upload: 'Upload a supplementary register',
      requestExemption: 'Apply for an exemption',
      exemptionWaits: 'Exemption applied for, waiting for review',
      label: (action: string, unit: string, domain: string) => `${action}: ${unit}, ${domain}`,
    },
    steps: {
      checkAgain: (posts: string) =>
        `Ask ${posts} to check again, enter the risk points found and their measures in annex 1, and submit it again.`,
      headChecks:
        'Ask the division head to look for risks against the duties of the division and to submit those found in annex 2.',
      vacant: (posts: string) => `${posts}: vacant at present, so the division head fills the form.`,
      notConcerned:
        'If the duties really do not touch this domain, the division head gives the reason; after review by the assessment group it can be exempted.',
      confirmDomains: (points: string) =>
        points === '1'
          ? 'Ask the division head to confirm the key domain of this risk point: so far it is only suggested by rules.'
          : `Ask the division head to confirm the key domains of these ${points} risk points: so far they are only suggested by rules.`,
      addMeasures: 'Ask the posts concerned to add measures for these risk points.',
      otherPosts: (posts: string) => `Ask ${posts} to check for this domain too.`,
      review: 'Ask the division head to go through the coverage rules one by one.',
    },
  },
};
