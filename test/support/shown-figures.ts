import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import type { Services } from '../../src/services.ts';

/** Moments, durations and counters of changes; and a point's history, which tells of an undo, too. */
const PASSING = /^(?:asOf|seconds|history|guard)$/u;

/** Everything that pages show of the campaign of 2021, to hold two moments against each other. */
export async function shownFigures(services: Services): Promise<Readonly<Record<string, unknown>>> {
  const { board, points, forms, organisation, campaigns, coverage, regrade } = services;
  const campaign = await campaigns.inView(EVERYWHERE, 2021);
  const list = await points.list({ page: 1 }, EVERYWHERE);
  const details = await Promise.all(list.points.map(({ id }) => points.find(id, EVERYWHERE)));
  const shown = {
    figures: await board.board({ year: 2021 }, EVERYWHERE),
    graded: await regrade.regrade(2021, EVERYWHERE, COMMAND_LINE),
    cells: await coverage.ofCampaign(campaign),
    units: await organisation.units(EVERYWHERE),
    posts: await organisation.posts(campaign.bureau.id, EVERYWHERE),
    points: { list, details },
    forms: await forms.list({ page: 1 }, EVERYWHERE),
  };
  return without(PASSING, shown);
}

/** A copy without the properties of some names, wherever they stand. */
export function without(names: RegExp, shown: object): Readonly<Record<string, unknown>> {
  const text = JSON.stringify(shown, (name, value: unknown) => (names.test(name) ? undefined : value));
  // An object's copy is an object.
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}
