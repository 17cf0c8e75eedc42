import type { Texts } from '../language/texts.ts';
import type { FactDefinition } from '../rulebooks/fact-definition.ts';
import { definitionsFor } from '../rulebooks/rulebook-facts.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { PageModel } from '../web/page.ts';
import { valueWords } from '../risk-points/fact-words-page.ts';
import { factCataloguePaths, factChangePath } from './fact-catalogue-paths.ts';
import { rulebookPaths } from './paths.ts';
import type { FactCatalogue } from './fact-catalogue-service.ts';

export interface FactCataloguePage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly heading: string;
  readonly meta: string;
  readonly rows: readonly CatalogueRow[];
  /** Where a fact is added; `null` for who may not. */
  readonly declareHref: string | null;
  readonly withdrawAction: string;
}

interface CatalogueRow {
  readonly title: string;
  readonly name: string;
  readonly type: string;
  /** The values that it can have; `null` where there is no end of them. */
  readonly values: string | null;
  readonly worse: string;
  readonly source: string;
  readonly known: string;
  /** Whether nothing speaks of it yet, so that it may be taken out. */
  readonly isWithdrawable: boolean;
  /** Where it is changed; `null` for what the bureau did not declare itself. */
  readonly changeHref: string | null;
}

/** What each fact means, which way is worse, where it comes from, and of how many points it is known. */
export function factCataloguePage(
  { bureau, rulebook, counts }: FactCatalogue,
  may: {
    readonly mayDeclare: boolean;
    readonly withdrawable: readonly string[];
    readonly changeable: readonly string[];
  },
  text: Texts,
): FactCataloguePage {
  const words = text.facts.catalogue;
  const { inThisLanguage, count } = text.formats;
  return {
    title: words.title,
    crumbs: [
      { text: text.workbench.crumb, href: rulebookPaths.list },
      { text: words.title, href: null },
    ],
    heading: words.title,
    meta: words.meta(bureau, inThisLanguage(rulebook.title)),
    declareHref: may.mayDeclare ? factCataloguePaths.declare : null,
    withdrawAction: factCataloguePaths.withdraw,
    rows: definitionsFor(rulebook).map((fact) => ({
      title: inThisLanguage(fact.title),
      name: fact.name,
      type: words.typeOf(
        words.types[fact.type === 'choice' && fact.isOrdered === true ? 'scale' : fact.type],
        words.subjects[fact.of ?? 'risk-point'],
        fact.derived !== undefined,
      ),
      values: valuesOf(fact, rulebook, text),
      worse: words.worse[fact.worse],
      source: inThisLanguage(fact.source),
      known: words.known(count(counts.known.get(fact.name) ?? 0), count(counts.points)),
      isWithdrawable: may.withdrawable.includes(fact.name),
      changeHref: may.changeable.includes(fact.name) ? factChangePath(fact.name) : null,
    })),
  };
}

function valuesOf(fact: FactDefinition, { scales }: GradingRulebook, text: Texts): string | null {
  const { inThisLanguage, list } = text.formats;
  if (fact.name === 'probability' || fact.name === 'harm')
    return list(scales[fact.name].steps.map(inThisLanguage));
  if (fact.type === 'choice') return list(fact.options.map((option) => valueWords(option, fact, text)));
  return fact.unit === null ? null : inThisLanguage(fact.unit);
}
