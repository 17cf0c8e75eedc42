import { counted, numbered } from './counted.ts';

/** What leaders and division heads see first. */
export const dashboards = {
  campaign: (bureau: string, year: string) => `${bureau} / ${year} integrity risk inspection`,
  board: { title: 'Board' },
  division: {
    title: (unit: string) => `${unit} · board`,
    listTitle: 'Boards of divisions',
    chooseFinding: 'Choose a division',
    chooseSub: 'You can see the risk points, charts and gaps of these divisions and affiliates.',
    none: 'There is no division for you to see',
    noneFix:
      'None of your roles is held at a division yet. If you think that is wrong, ask the office to check your roles.',
    noSuch: {
      what: 'There is no such division, or it is not one that you may see.',
      fix: 'Use the menu, or choose a unit on the board. If you need to see it, ask the office.',
    },
    allPoints: 'See all {total} risk {total|point|points}',
    allForms: 'See {submitted} self-check {submitted|form|forms}',
  },
  meta: (at: string, rulebook: string) => `As of ${at} · Rulebook: ${rulebook}`,
  opens: 'Underlined numbers lead to their lists',
  headline: {
    ofUnits: (units: string) => `The ${units} units in your charge`,
    ofUnit: (unit: string, rest: string) => `${unit}: ${rest}`,
    total: '{total} risk {total|point|points} found',
    noPoints: 'No risk points reported yet',
    gradeOne: '{gradeOne} rated {grade}',
    noGradeOne: 'none rated {grade}',
    noGradeOneYet: 'none rated {grade} so far, {unassessed} still unassessed',
    allUnassessed: 'none assessed yet',
    share: {
      all: '{domainPoints|touching|all touching} {domains}',
      most: 'more than half touching {domains} ({domainPoints})',
      half: 'half touching {domains} ({domainPoints})',
      top: 'most often touching {domains} ({domainPoints})',
      tied: 'most often touching {domains} ({domainPoints} each)',
    },
    gaps: '{gaps} coverage {gaps|gap|gaps} still open',
    noGaps: 'no coverage gaps',
    joinClauses: (clauses: readonly string[]) => clauses.join(', '),
    joinParts: (parts: readonly string[]) => `${parts.join('; ')}.`,
  },
  figures: {
    label: 'Main figures',
    forms: 'Self-check forms in',
    ofExpected: (expected: string) => `/ ${expected}`,
    formsLabel: (submitted: string) => `${counted(submitted, 'self-check form')} in`,
    allIn: 'All that are due are in',
    late: (missing: string) => `${missing} not in`,
    withoutAnnex1: '{withoutAnnex1} without annex 1',
    gradeOne: (grade: string) => `Risk points rated ${grade}`,
    gradeOneLabel: (grade: string, points: string) => `${counted(points, 'risk point')} rated ${grade}`,
    gradeOneNote: '{withoutMeasure} without a measure',
    gradeOneAllWithMeasure: 'All have measures',
    noGradeOne: (grade: string) => `None rated ${grade} so far`,
    noGradeOneYet: 'Nothing assessed yet',
    unassessed: 'Unassessed',
    unassessedLabel: (points: string) => counted(points, 'unassessed risk point'),
    unassessedNote: (facts: string) => `Missing: ${facts}`,
    allAssessed: 'All assessed',
    gaps: 'Gaps',
    gapsUnit: '',
    gapsLabel: (gaps: string) => counted(gaps, 'gap'),
    gapsNote: (units: string) => `In ${counted(units, 'unit')}; see the coverage table`,
    gapsOwnNote: 'See below what to do next',
    noGaps: 'No expected domain missed',
    noneExpected: 'Duties touch no key domain',
    or: (facts: readonly string[]) => facts.map((fact) => fact.toLowerCase()).join(' or '),
    separator: ', ',
  },
  bars: {
    finding: {
      noPoints: 'No risk points yet',
      noGradeOne: (grade: string) => `No risk points rated ${grade}`,
      noGradeOneYet: (grade: string, unassessed: string) =>
        `None rated ${grade} so far; ${unassessed} still unassessed`,
      only: (grade: string, name: string, points: string) =>
        points === '1'
          ? `The only risk point rated ${grade} is in ${name}`
          : `All risk points rated ${grade} are in ${name} (${points})`,
      top: (grade: string, name: string, points: string) =>
        `${name} has the most risk points rated ${grade} (${points})`,
      tied: (grade: string, names: string, points: string) =>
        `${names} have the most risk points rated ${grade} (${points} each)`,
      manyTied: (grade: string, names: string, points: string) =>
        `${names} tie for the most risk points rated ${grade} (${points} each)`,
    },
    unitsSub: (grade: string, total: string) =>
      `Risk points by unit, most rated ${grade} first; ${total} in all`,
    postsSub: (grade: string, total: string) =>
      `Risk points by post, most rated ${grade} first; ${total} in all`,
    postsSubOfSome: (grade: string, total: string, shown: string, posts: string) =>
      `The ${shown} of ${posts} posts with most risk points rated ${grade}; ${total} points in all`,
    unit: 'Unit',
    post: 'Post',
    ownRisks: 'Risks of the unit itself',
    bureauItself: (bureau: string) => `${bureau} (itself)`,
    total: 'Total',
    unitsCaption: 'Risk points by unit',
    postsCaption: 'Risk points by post',
    chartLabel: (finding: string) => `Horizontal stacked bars: ${finding}. The table below has the figures.`,
    cellLabel: (name: string, grade: string, points: string) => `${name}, ${grade}: ${points}`,
  },
  domains: {
    finding: {
      none: 'No risk point has a key domain yet',
      top: (domain: string, points: string) => `${domain} has the most risk points (${points})`,
      tied: (domains: string, points: string) => `${domains} have the most risk points (${points} each)`,
      manyTied: (domains: string, points: string) =>
        `${domains} domains tie for the most risk points (${points} each)`,
    },
    sub: 'A risk point in several domains counts in each; domains suggested by rules count too',
    subOfSome:
      'A risk point in several domains counts in each; domains suggested by rules count too; domains without risk points are left out',
    caption: 'Risk points by key domain',
    domain: 'Key domain',
  },
  heat: {
    finding: {
      noPoints: 'No risk points yet',
      nothingInside: (outside: string) =>
        outside === '1'
          ? 'The only risk point has no probability and harm under the rulebook in force yet'
          : `None of the ${outside} risk points has probability and harm under the rulebook in force yet`,
      worst: (probability: string, harm: string, points: string) =>
        `${points} ${numbered(points, 'has', 'have')} probability “${probability}” and harm “${harm}”`,
      noWorst: (probability: string, harm: string) =>
        `None of those assessed has probability “${probability}” and harm “${harm}”`,
    },
    sub: 'Risk points in each cell; colour and words show the basic grade under the rulebook in force',
    caption: 'Risk points by probability and harm',
    facts: { probability: 'Probability', harm: 'Harm' },
    outside: '{outside} unassessed, not in the cells',
    offScale: '{outside} more {outside|is|are} not assessed under the rulebook in force and not in the cells',
    cellLabel: (row: string, column: string, grade: string, points: string) =>
      `${row}, ${column}, ${grade}: ${points}`,
    step: (fact: string, step: string) => `${fact}: ${step}`,
  },
  duties: {
    label: 'Who is responsible',
    line: '{leader}: responsible for {points} risk {points|point|points} rated {grades}',
  },
  coverageLink: 'See the coverage table and the list of gaps',
  gradeOne: {
    heading: '{gradeOne} risk {gradeOne|point|points} rated {grade}',
    none: 'No risk points rated {grade}',
    noneYet: 'No risk points rated {grade} so far',
    sub: (shown: string) => `The first ${shown} are shown`,
    subAll: 'All are shown',
    all: 'See all {gradeOne}',
    caption: (grade: string) => `Risk points rated ${grade}`,
  },
  gaps: {
    heading: (finding: string) => `What to do next · ${finding}`,
    none: 'No gaps and nothing weak',
    nothingExpected:
      'At present no post’s duties touch a key domain. Check again when duties or people change.',
    noneNote:
      'Every key domain that duties touch has risk points with measures. Check again when duties or people change.',
    sub: (gaps: string, weak: string) => `${counted(gaps, 'gap')}, ${weak} weak`,
    posts: 'Posts concerned',
    allDomains: 'All key domains of this division',
    next: 'Next step',
  },
};
