import type { Texts } from '../language/texts.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import type { PageModel } from '../web/page.ts';

/** The divisions among which somebody who reaches several has to choose. */
export interface DivisionListPage extends PageModel {
  readonly finding: string;
  readonly sub: string;
  readonly divisions: readonly { readonly name: string; readonly kind: string; readonly href: string }[];
}

/** Divisions and affiliates in reach; sections only where somebody reaches nothing above them. */
export function ownDivisions(units: readonly OrgUnit[]): readonly OrgUnit[] {
  const divisions = units.filter(({ kind }) => kind === 'division' || kind === 'affiliate');
  return divisions.length > 0 ? divisions : units.filter(({ kind }) => kind === 'section');
}

/** Takes which page of a division a choice leads to. */
export function divisionListPage(
  divisions: readonly OrgUnit[],
  hrefOf: (unitId: number) => string,
  text: Texts,
): DivisionListPage {
  const words = text.dashboards.division;
  const isEmpty = divisions.length === 0;
  return {
    title: words.listTitle,
    finding: isEmpty ? words.none : words.chooseFinding,
    sub: isEmpty ? words.noneFix : words.chooseSub,
    divisions: divisions.map(({ id, name, kind }) => ({
      name,
      kind: text.terms.unitKinds[kind],
      href: hrefOf(id),
    })),
  };
}
