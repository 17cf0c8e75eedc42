import type { Texts } from '../language/texts.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import type { OfficePost } from './office.ts';
import { organisationPath, organisationPaths } from './paths.ts';

export interface WaitingPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly action: string;
  readonly summary: string;
  readonly faults: readonly FormFault[];
  readonly rows: readonly WaitingRow[];
}

export interface WaitingRow {
  readonly id: string;
  readonly choice: string;
  readonly label: string;
  readonly unit: string;
  readonly post: string;
  readonly href: string;
  readonly domains: readonly string[];
}

/** Posts whose suggested domains wait to be confirmed, to be ticked off together. */
export function waitingPage(
  posts: readonly OfficePost[],
  choiceOf: (post: OfficePost) => string,
  text: Texts,
  isNothingChosen = false,
): WaitingPage {
  const words = text.organisation.waiting;
  const [first] = posts;
  return {
    title: words.title,
    crumbs: [
      { text: text.organisation.title, href: organisationPaths.units },
      { text: words.title, href: null },
    ],
    action: organisationPaths.waiting,
    summary: posts.length === 0 ? words.nothing : words.summary(text.formats.count(posts.length)),
    faults: isNothingChosen && first !== undefined ? [{ field: chooseId(first), message: words.none }] : [],
    rows: posts.map((post) => ({
      id: chooseId(post),
      choice: choiceOf(post),
      label: words.choose(post.name),
      unit: post.unitName,
      post: post.name,
      href: organisationPath('post', post.id),
      domains: post.domains
        .filter(({ state }) => state === 'suggested')
        .map(({ domain, evidence }) => words.domain(text.terms.keyDomains[domain], evidence ?? '')),
    })),
  };
}

function chooseId({ id }: OfficePost): string {
  return `choose-${String(id)}`;
}
